"""A list of bad records from a spreadsheet, by the labels of its columns: all of it or nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from desktop.domain.identity.person_id import check_person_id
from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level, normal
from desktop.domain.promises.records import MASK, BadRecord
from desktop.domain.refusal import Refusal

Rows = Sequence[Sequence[str]]

LABELS: Mapping[str, tuple[str, ...]] = {
    "name": ("名称/姓名", "姓名/名称", "名称", "姓名", "主体名称", "失信主体名称"),
    "number": (
        "证件号码/统一社会信用代码", "统一社会信用代码/证件号码", "证件号码", "证件号",
        "统一社会信用代码", "身份证号码",
    ),
    "what": ("失信情形", "失信行为"),
    "organ": ("认定机关", "认定部门", "认定单位"),
    "found_on": ("认定日期",),
    "until": ("有效期至/修复日期", "有效期至", "截止日期"),
    "repaired_on": ("修复日期",),
}  # fmt: skip
NEEDED = ("name", "number", "what", "organ")
HEAD_WITHIN = 10
"""The head stands within so many rows: above it there may be a title and remarks."""

LONGEST = 200
_DAY = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?|(\d{4})(\d\d)(\d\d)"
)


def read_records(rows: Rows, as_of: date) -> tuple[BadRecord, ...]:
    """Every row below the head; empty rows are passed over.

    Refuses `records_headless` where a needed column is missing, `records_empty`, and `records_wrong`
    with row and column (from 1), the column's label, what stands there and the reason.
    """
    head, columns = _head(rows)
    found = [
        _record(Line(row, number, columns, rows[head]), as_of)
        for number, row in enumerate(rows[head + 1 :], head + 2)
        if any(cell.strip() for cell in row)
    ]
    if not found:
        raise Refusal("records_empty")
    return tuple(found)


class Line:
    """One row with its place, so that whatever is wrong says where."""

    def __init__(
        self, row: Sequence[str], number: int, columns: Mapping[str, int], head: Sequence[str]
    ) -> None:
        self._row, self._number, self._columns, self._head = row, number, columns, head

    def text(self, name: str, needed: bool = False) -> str:
        """The cell, clean; empty where the list has no such column."""
        at = self._columns.get(name)
        told = self._row[at].strip() if at is not None and at < len(self._row) else ""
        if needed and not told:
            raise self.wrong(name, "needed")
        if len(told) > LONGEST:
            raise self.wrong(name, "too_long", most=LONGEST)
        if any(unicodedata.category(one) in ("Cc", "Cs") for one in told):
            raise self.wrong(name, "control")
        return told

    def day(self, name: str) -> date | None:
        """The day in any usual writing; None for an empty cell."""
        told = self.text(name)
        if not told:
            return None
        found = _DAY.fullmatch(told)
        parts = [int(part) for part in found.groups() if part] if found else []
        try:
            return date(*parts) if parts else self._no_day(name)
        except ValueError:
            return self._no_day(name)

    def number(self) -> str:
        """In its normal form; eighteen characters must have their check character right."""
        told = normal(self.text("number")).replace("＊", MASK)
        if not told:
            return ""
        if not re.fullmatch(r"[0-9A-Z*]{1,40}", told):
            raise self.wrong("number", "number_form")
        if len(told) == len("110105194912310021") and MASK not in told and _unsound(told):
            raise self.wrong("number", "number_check")
        return told

    def wrong(self, name: str, reason: str, **data: object) -> Refusal:
        """The refusal of one cell; a novel in it is cut."""
        at = self._columns[name]
        value = self._row[at].strip() if at < len(self._row) else ""
        shown = value if len(value) <= 40 else value[:39] + "…"
        label = self._head[at].strip()
        return Refusal(
            "records_wrong", row=self._number, column=at + 1, label=label, value=shown,
            reason=reason, **data,
        )  # fmt: skip

    def _no_day(self, name: str) -> date:
        raise self.wrong(name, "not_a_day")


def _record(line: Line, as_of: date) -> BadRecord:
    found_on, until, repaired = line.day("found_on"), line.day("until"), line.day("repaired_on")
    if found_on is not None and found_on > as_of:
        raise line.wrong("found_on", "after_list", as_of=as_of)
    if repaired is not None:
        last = repaired - timedelta(days=1)
        until = min(until, last) if until else last
    return BadRecord(
        name=line.text("name", needed=True),
        number=line.number(),
        what=line.text("what", needed=True),
        organ=line.text("organ", needed=True),
        found_on=found_on,
        until=until,
    )


def _head(rows: Rows) -> tuple[int, Mapping[str, int]]:
    """The row that names the columns, and where each stands."""
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        told = [
            re.sub(r"[\s*＊：:]|（必填）|\(必填\)", "", cell).replace("／", "/") for cell in row
        ]
        found = {
            name: told.index(label)
            for name, labels in LABELS.items()
            for label in reversed(labels)
            if label in told
        }
        if len(found) > len(best[1]):
            best = (at, found)
    missing = [LABELS[name][0] for name in NEEDED if name not in best[1]]
    if missing:
        raise Refusal("records_headless", names=missing)
    return best


def _unsound(number: str) -> bool:
    """Neither a citizen's number nor a credit code."""
    verdicts = (check_person_id(number, date.max), check_uscc(number))
    return all(verdict.level is Level.ERROR for verdict in verdicts)
