"""清单 of an export: what was asked, what was counted, the file's sha256, the chains' ends.

It lies beside the file as `NAME.manifest.json`, whatever the format. Its own sha256 is in the
journal's entry of the export, so neither the file nor its manifest can be exchanged unseen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import By
from desktop.domain.supervision.rows import ChainHead, LogFilter

SUFFIX = ".manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`printed` is less than `rows` where a file tells the figures alone (a long log on paper)."""

    file: str
    format: str
    view: str
    wanted: LogFilter
    rows: int
    printed: int
    figures: tuple[Figure, ...]
    sha256: str
    heads: tuple[ChainHead, ...]
    made_at: datetime
    made_by: str
    hall: str
    personal: bool = False


def text(told: Manifest) -> str:
    """As it is written: the same manifest is the same text."""
    plain = {
        "file": told.file, "format": told.format, "view": told.view,
        "filter": filter_to_plain(told.wanted), "rows": told.rows, "printed": told.printed,
        "figures": [_plain(one) for one in told.figures], "sha256": told.sha256,
        "heads": [_plain(one) for one in told.heads],
        "made_at": told.made_at.isoformat(timespec="seconds"), "made_by": told.made_by,
        "hall": told.hall, "personal": told.personal,
    }  # fmt: skip
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def read(told: str) -> Manifest:
    """Refuses `manifest_broken` for anything that is none."""
    try:
        plain = json.loads(told)
        figures = (Figure(**{**one, "by": By(one["by"])}) for one in plain["figures"])
        return Manifest(
            file=str(plain["file"]), format=str(plain["format"]), view=str(plain["view"]),
            wanted=filter_from_plain(plain["filter"]), rows=int(plain["rows"]),
            printed=int(plain["printed"]), figures=tuple(figures), sha256=str(plain["sha256"]),
            heads=tuple(ChainHead(**one) for one in plain["heads"]),
            made_at=datetime.fromisoformat(plain["made_at"]), made_by=str(plain["made_by"]),
            hall=str(plain["hall"]), personal=bool(plain["personal"]),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refusal("manifest_broken") from error


_SETS = ("halls", "windows", "clerks", "items", "kinds")


def filter_to_plain(wanted: LogFilter) -> dict[str, Any]:
    """Only what narrows; the days always."""
    told: dict[str, Any] = {"first": wanted.first.isoformat(), "last": wanted.last.isoformat()}
    told |= {name: sorted(chosen) for name in _SETS if (chosen := getattr(wanted, name))}
    flags = ("late", "overdue", "saved", "subject")
    return told | {name: flag for name in flags if (flag := getattr(wanted, name))}


def filter_from_plain(told: dict[str, Any]) -> LogFilter:
    """Raises ValueError, TypeError or KeyError for what is no filter."""
    known = {one.name for one in fields(LogFilter)} - {"until"}
    if not set(told) <= known:
        raise ValueError(sorted(told))
    more = {name: value for name, value in told.items() if name not in ("first", "last", *_SETS)}
    more |= {name: frozenset(map(str, told[name])) for name in _SETS if name in told}
    first, last = (date.fromisoformat(told[name]) for name in ("first", "last"))
    return LogFilter(first=first, last=last, **more)


def _plain(told: Any) -> dict[str, Any]:
    named = {one.name: getattr(told, one.name) for one in fields(told)}
    return {name: value for name, value in named.items() if value != "" or name == "key"}
