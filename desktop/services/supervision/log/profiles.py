"""Saved profiles: this station's own, like its folders. Saving one is no act on anybody's case."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.manifest import filter_from_plain, filter_to_plain
from desktop.domain.supervision.log.profiles import Profile, Span
from desktop.domain.supervision.log.views import VIEWS
from desktop.services.office import Office

PLACE = "log profiles"
LONGEST_NAME = 30


def kept(office: Office) -> tuple[Profile, ...]:
    """By name. One that this release cannot read is left out."""
    found = []
    for name, plain in sorted(_plain(office).items()):
        with suppress(ValueError, KeyError, TypeError):
            found.append(_read(name, plain))
    return tuple(one for one in found if one.view in VIEWS)


def named(office: Office, name: str) -> Profile:
    """Refuses `unknown_profile` with those that there are."""
    profiles = kept(office)
    found = next((one for one in profiles if one.name == name), None)
    if found is None:
        known = "、".join(one.name for one in profiles) or "—"
        raise Refusal("unknown_profile", name=name, known=known)
    return found


def keep(office: Office, clerk: Clerk, profile: Profile) -> None:
    """The same name again takes its place. Refuses `profile_name` for none or a long one."""
    require(clerk, Right.EXPORT_LOG)
    name = " ".join(profile.name.split())
    if not name or len(name) > LONGEST_NAME:
        raise Refusal("profile_name", longest=LONGEST_NAME)
    _write(office, {**_plain(office), name: _told(profile)})


def drop(office: Office, clerk: Clerk, name: str) -> None:
    """Forget it; what it exported stays."""
    require(clerk, Right.EXPORT_LOG)
    named(office, name)
    _write(office, {one: told for one, told in _plain(office).items() if one != name})


def _read(name: str, plain: dict[str, Any]) -> Profile:
    return Profile(
        name=name, view=plain["view"], span=Span(plain["span"]),
        wanted=filter_from_plain(plain["filter"]), format=plain["format"], folder=plain["folder"],
    )  # fmt: skip


def _told(profile: Profile) -> dict[str, Any]:
    return {
        "view": profile.view, "span": profile.span.value, "format": profile.format,
        "folder": profile.folder, "filter": filter_to_plain(profile.wanted),
    }  # fmt: skip


def _plain(office: Office) -> dict[str, dict[str, Any]]:
    return dict(json.loads(office.store.local.recall(PLACE, "{}")))


def _write(office: Office, told: dict[str, dict[str, Any]]) -> None:
    office.store.local.remember(PLACE, json.dumps(told, ensure_ascii=False, sort_keys=True))
