"""同意: whoever's licences are fetched agrees first, to a purpose (个人信息保护法 13, 14, 23).

The entity `consent:<id>` holds one consent and every query made under it, all sealed under its key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.fetched import Fetched, LicenceQuery, Outcome, Silence
from desktop.domain.licences.sparing import same_holder
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import PERSONAL


class ConsentHow(StrEnum):
    """本人在场口头 · 书面 · 亮证码出示 · 代理人持授权."""

    ORAL = "oral"
    WRITTEN = "written"
    CODE = "code"
    AGENT = "agent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven:
    """`about` is the visit or the case the licences are fetched for; `purpose` is in words."""

    about: str
    categories: tuple[str, ...]
    purpose: str
    how: ConsentHow
    holder: LicenceHolder = field(default=LicenceHolder(), metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceFetched:
    """One category was asked for. `digests` are of the raw records, which are not kept.

    `by_code`: the holder showed a 亮证码. What was found is sealed.
    """

    category: str
    source: str
    outcome: Outcome
    at: datetime
    digests: tuple[str, ...] = ()
    why: Silence | None = None
    by_code: bool = False
    licences: tuple[Fetched, ...] = field(default=(), metadata=PERSONAL)


class FaceResult(StrEnum):
    """一致 · 不一致 · 未做."""

    MATCHED = "matched"
    DIFFERENT = "different"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderChecked:
    """人证核验: the result alone, never an image (个人信息保护法 28, 29)."""

    about: str
    result: FaceResult
    at: datetime
    device: str = ""


def given(told: ConsentGiven) -> ConsentGiven:
    """Refuses `consent_incomplete` without purpose, categories or a holder with a number; of a
    亮证码 that is only about to be read, nobody knows the holder yet.
    """
    known = told.holder.id_number.strip() or told.how is ConsentHow.CODE
    if not (told.purpose.strip() and told.categories and known):
        raise Refusal("consent_incomplete")
    return told


def covered(query: LicenceQuery, told: Iterable[object]) -> None:
    """Refuses `consent_missing` unless a consent of this holder names every category asked for."""
    for one in told:
        if (
            isinstance(one, ConsentGiven)
            and same_holder(one.holder, query.holder)
            and set(query.categories) <= set(one.categories)
        ):
            return
    raise Refusal("consent_missing")
