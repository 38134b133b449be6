"""The code tables that a sheet itself names: 材料必要性代码表：1必要 2非必要 3容缺后补.

Vendors disagree on the numbers (0 is 必要 in one place and 非必要 in another), so a bare number
means only what this very file says it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from desktop.domain.packs.grid import Sheet
from desktop.services.packs.sheets.labels import Labels, Name, bare_label, plain
from desktop.services.packs.sheets.records import Found

Codes = dict[Name, dict[str, str]]
"""By field, what each number stands for; empty text where two tables of the file disagree."""

NUMBER = re.compile(r"^[0-9]{1,3}$")
_MAY_TELL = re.compile(r"^\D{2,24}[0-9][\s\S]*[0-9]")
_SUFFIX = re.compile(
    r"(?:代码表|代码说明|编码说明|取值说明|代码对照|对照表|码表|字典|代码|编码|取值|说明)$"
)
_BEFORE = re.compile(
    r"(?<![0-9])([0-9]{1,3})\s*[.、:=\-—–)]*\s*([^0-9\s,;、。|()=:\-—–][^0-9\s,;、。|()=:]*)"
)
_AFTER = re.compile(r"([^0-9\s,;、。|()=:\-—–]+)\s*[:=\-—–(]*\s*([0-9]{1,3})(?![0-9])")


def code_tables(sheets: tuple[Sheet, ...], found: Found, labels: Labels) -> Codes:
    """Every code table of the file, outside of its data."""
    codes: Codes = {}
    for sheet in sheets:
        rows = frozenset(found.loose.get(sheet.name, []))
        for row, cells in enumerate(sheet.rows, 1):
            for column, told in enumerate(cells, 1):
                text = plain(told) if row in rows or _MAY_TELL.search(told) else ""
                for name, pairs in _told(text, sheet, row, column, labels, row in rows):
                    _add(codes, name, pairs)
    return codes


def column_codes(told: tuple[str, ...]) -> dict[str, str]:
    """The code table in a header's brackets: 材料必要性（1必要 2非必要 3容缺后补）."""
    codes: dict[str, str] = {}
    for hint in told:
        codes |= dict(pairs_in(hint))
    return codes


def pairs_in(text: str) -> list[tuple[str, str]]:
    """Numbers and words of a line, at least two of them: number first, or word first."""
    told = plain(text)
    if NUMBER.match(told[:1]):
        found = [(code, word.strip("/")) for code, word in _BEFORE.findall(told)]
    else:
        found = [(code, word.strip("/")) for word, code in _AFTER.findall(told)]
    return [(str(int(code)), word) for code, word in found if word] if len(found) > 1 else []


def _told(
    text: str, sheet: Sheet, row: int, column: int, labels: Labels, loose: bool
) -> Iterator[tuple[Name, list[tuple[str, str]]]]:
    """The tables that begin in this cell: in it; outside of data also right of it or below."""
    if not text:
        return
    yield from _inline(text, labels)
    name = _named(text, labels) if loose else None
    if name is None:
        return
    beside = pairs_in(sheet.at(row, column + 1))
    yield name, beside or _below(sheet, row, column, text)


def _inline(text: str, labels: Labels) -> Iterator[tuple[Name, list[tuple[str, str]]]]:
    """材料必要性：1-必要；2-非必要, one field after another."""
    name, told = None, ""
    for part in re.split(r"[;。\n]", text):
        head = re.match(r"^[^0-9:(]{2,24}(?=[:(0-9])", part.strip())
        named = _named(head.group(), labels) if head else None
        if named is not None and head is not None:
            if name is not None:
                yield name, pairs_in(told)
            name, told = named, part.strip()[head.end() :].strip(":( )")
        else:
            told += " " + part.strip()
    if name is not None:
        yield name, pairs_in(told)


def _named(text: str, labels: Labels) -> Name | None:
    """The field with fixed words that the text names, 代码表 or the like behind it."""
    bare = bare_label(text)
    for told in (bare, _SUFFIX.sub("", bare)):
        for prefer in ("material", "item"):
            name = labels.field_of(told, prefer)
            if name is not None and name in labels.uses:
                return name
    return None


def _below(sheet: Sheet, row: int, column: int, label: str) -> list[tuple[str, str]]:
    """Number and word side by side, right of the label or in the rows under it."""
    for first, at in (
        (row, column + 1),
        (row + 1, column + 1),
        (row + 1, column),
        (row + 2, column),
    ):
        pairs = []
        for number in range(first, len(sheet.rows) + 1):
            above = plain(sheet.at(number, column))
            if at > column and above not in ("", label):
                break
            pair = _pair(sheet, number, at)
            if pair is None:
                break
            pairs.append(pair)
        if len(pairs) > 1:
            return pairs
    return []


def _pair(sheet: Sheet, row: int, column: int) -> tuple[str, str] | None:
    one, other = plain(sheet.at(row, column)), plain(sheet.at(row, column + 1))
    if NUMBER.match(other) and one and not NUMBER.match(one):
        one, other = other, one
    if NUMBER.match(one) and other:
        return str(int(one)), other
    joint = re.match(r"^([0-9]{1,3})\s*[.、:=\-—–)]*\s*(\D+)$", one)
    return (str(int(joint[1])), joint[2].strip()) if joint else None


def _add(codes: Codes, name: Name, pairs: list[tuple[str, str]]) -> None:
    known = codes.setdefault(name, {}) if pairs else {}
    for code, word in pairs:
        known[code] = word if known.get(code, word) == word else ""


def codes_for(
    name: Name, told: tuple[str, ...], codes: Mapping[Name, dict[str, str]]
) -> dict[str, str]:
    """What numbers mean in a column: its own table first, else the file's."""
    return column_codes(told) or dict(codes.get(name, {}))
