"""What a day may leave open. A check warns and never blocks: what is left is carried over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class Check(StrEnum):
    """草稿 · 文书未确认 · 收件未处理 · 快件未交出 · 取件 · 到件 · 原件 · 移交 · 未同步 · 分歧 · 导出."""

    DRAFT = "draft"
    PRINT = "print"
    INTAKE = "intake"
    PARCEL = "parcel"
    PICKUP = "pickup"
    ARRIVAL = "arrival"
    PIECE = "piece"
    HANDED = "handed"
    UNSENT = "unsent"
    DISAGREEMENT = "disagreement"
    EXPORT = "export"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is open. `name` holds nothing personal, for it is journalled when carried;
    `person` is masked, for the screen alone. `since` the day it is open from.

    `carried_on` and `before`: on which day it was carried over last, and why.
    """

    check: Check
    key: str
    name: str
    since: date
    clerk: str = ""
    person: str = ""
    carried_on: date | None = None
    before: str = ""
    reason: str = ""

    @property
    def id(self) -> str:
        return f"{self.check} {self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A line as a closing journals it. `first_on` is the first day that carried it over; `reason`
    is empty where nobody gave one.
    """

    check: Check
    key: str
    name: str
    since: date
    reason: str = ""
    first_on: date | None = None
    clerk: str = ""

    @property
    def id(self) -> str:
        return f"{self.check} {self.key}"


def device_of(number: str) -> str:
    """Whose number it is: every one of ours is `hall-yyyymmdd-device-…`."""
    parts = number.split("-")
    return parts[2] if len(parts) > 3 else ""


def again(lines: Iterable[Line], last: Iterable[Carried], on: date, today: date) -> list[Line]:
    """Lines with what the last closing said of them. A closing of the same day goes before: its
    reasons hold again; those of an earlier day are only shown.
    """
    known = {one.id: one for one in last}
    return [
        replace(
            line,
            carried_on=known[line.id].first_on or on,
            before=known[line.id].reason,
            reason=known[line.id].reason if on == today else "",
        )
        if line.id in known
        else line
        for line in lines
    ]


def carry(lines: Iterable[Line], reasons: Mapping[str, str], today: date) -> tuple[Carried, ...]:
    """A line each, with its reason where one was given."""
    return tuple(
        Carried(
            check=line.check, key=line.key, name=line.name, since=line.since, clerk=line.clerk,
            reason=reasons.get(line.id, line.reason).strip(),
            first_on=line.carried_on or today,
        )
        for line in lines
    )  # fmt: skip


def cleared(lines: Iterable[Line], last: Iterable[Carried]) -> int:
    """How many of those carried over before are open no more."""
    still = {line.id for line in lines}
    return sum(one.id not in still for one in last)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """A paper, case or parcel that waits; `device` of the station that began it, `clerk` who holds
    it now.
    """

    number: str
    name: str
    person: str
    at: datetime
    clerk: str
    device: str
    detail: str = ""
