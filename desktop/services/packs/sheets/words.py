"""What stands in a cell, taken strictly: a fixed word by its label, a count, a limit with its unit.

Each reader answers a value or notes a `Problem`; reading goes on, so that all wrong cells are told
at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.domain.guidance.terms import Unit
from desktop.domain.packs.grid import Problem, problem
from desktop.services.packs.sheets.codes import NUMBER, Codes, codes_for
from desktop.services.packs.sheets.labels import Labels, Name, bare_word, hints, plain
from desktop.services.packs.sheets.records import Cell

NOTHING = frozenset({"", "/", "-", "—", "——", "--", "无", "暂无", "NULL", "N/A", "NONE"})
MOST = 100_000
MONTHS_OF_A_YEAR = 12
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {
    "两": 2,
    "〇": 0,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_COUNT = re.compile(
    r"^(?:一式)?(?P<n>[0-9]{1,6}|[零〇一二两三四五六七八九十壹贰叁])(?:\.0+)?\s*(?:份|套|张|次|本|件|页)?$"
)
_LIMIT = re.compile(r"^(?P<n>[0-9]{1,6}|[一二两三四五六七八九十]{1,3})(?:\.0+)?\s*(?P<unit>\D*)$")
_ABOUT = re.compile(
    r"\([^()]*\)|^\s*(?:自?(?:受理|收到)(?:申请)?(?:之日起|后|起)?|不超过|不多于|≤|<=)|以?内(?:办结|完成)?\s*$"
)
"""What people write around a limit without changing it: 自受理之日起20个工作日内（不含公示）."""
REMARKS_MATTER = frozenset({"necessity", "kind", "commitment"})
_REMARK = re.compile(r"\([^()]*\)")
_MARKED = re.compile(r"^[0-9]{1,3}\s*[.、:\-—–]*\s*(?=\D)|\s*[(（][0-9]{1,3}[)）]$")

_PARTS = re.compile(
    r"(?:^|[\n；;])\s*(?:[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳])?\s*"
)
_INNER = re.compile(
    r"(?<=[。；;])\s*(?=[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）.、．])"
)


@dataclass(slots=True)
class Reading:
    """What readers share: labels, the file's code tables, what was wrong, how columns were read."""

    labels: Labels
    codes: Codes
    problems: list[Problem] = field(default_factory=list)
    by_code: set[tuple[str, int]] = field(default_factory=set)
    """Sheet and column of what was read through a code table."""

    def wrong(self, cell: Cell, reason: str, /, **data: object) -> None:
        """Note the cell as wrong."""
        self.problems.append(problem(cell.place, cell.text, reason, **data))


def text(cell: Cell | None) -> str:
    """The cell's text trimmed; empty for what only says that there is nothing."""
    told = cell.text.strip() if cell is not None else ""
    return "" if told.upper() in NOTHING else told


def word(reading: Reading, name: Name, cell: Cell) -> str | None:
    """The fixed word of the cell; None, and a problem, where it is none."""
    told = plain(cell.text)
    kind = reading.labels.uses[name]
    if NUMBER.match(told):
        return _by_code(reading, name, kind, told, cell)
    for one in _forms(told, kind):
        found = reading.labels.word(kind, one)
        if found is not None:
            return found
    known = "、".join(dict.fromkeys(reading.labels.words[kind].values()))
    reading.wrong(cell, "unknown_word", value=told, known=known, label=_label(reading, name))
    return None


def _forms(told: str, kind: str) -> Iterator[str]:
    """The word as it stands, without its number, without 类; without a remark in brackets where
    that cannot change what it means: 非必要（代办时必要） is no 非必要.
    """
    bare_of_number = _MARKED.sub("", told)
    yield from (told, bare_of_number, bare_of_number.removesuffix("类"))
    if kind not in REMARKS_MATTER:
        yield _REMARK.sub("", bare_of_number)


def words(reading: Reading, name: Name, cell: Cell) -> list[str]:
    """Several fixed words of one cell, each once."""
    told = plain(cell.text)
    if reading.labels.word(reading.labels.uses[name], told) is not None:
        parts = [told]
    else:
        parts = [part for part in re.split(r"[、,;/|\s]+", told) if part]
    found = []
    for part in parts:
        one = word(reading, name, Cell(part, cell.place, cell.hints))
        found += [one] if one is not None else []
    return list(dict.fromkeys(found))


def kept(reading: Reading, name: Name, cell: Cell) -> list[str]:
    """What a note keeps of a cell: fixed words as such, other words as they stand. A bare number
    needs its code table here as everywhere.
    """
    told = plain(cell.text)
    if reading.labels.word(reading.labels.uses[name], told) is not None:
        parts_of = [told]
    else:
        parts_of = [part for part in re.split(r"[、,;/|\s]+", told) if part]
    if not any(NUMBER.match(part) for part in parts_of):
        fixed = [reading.labels.word(reading.labels.uses[name], part) for part in parts_of]
        return list(dict.fromkeys(map(str, fixed))) if all(fixed) else [cell.text.strip()]
    return words(reading, name, cell)


def _by_code(reading: Reading, name: Name, kind: str, told: str, cell: Cell) -> str | None:
    table = codes_for(name, cell.hints, reading.codes)
    label = _label(reading, name)
    if not table:
        reading.wrong(cell, "bare_number", label=label)
        return None
    meant = table.get(str(int(told)))
    if not meant:
        reason = "unknown_code" if meant is None else "two_code_tables"
        reading.wrong(cell, reason, label=label)
        return None
    found = reading.labels.word(kind, meant)
    if found is None:
        known = "、".join(dict.fromkeys(reading.labels.words[kind].values()))
        reading.wrong(cell, "unknown_word", value=meant, known=known, label=label)
        return None
    reading.by_code.add((cell.place.sheet, cell.place.column))
    return found


def count(reading: Reading, cell: Cell | None) -> int | None:
    """A count: 1, 1份, 一式两份. None where nothing stands."""
    if cell is None or not text(cell):
        return None
    told = plain(cell.text).removeprefix("一式")
    found = _COUNT.match(told)
    if found is None:
        reading.wrong(cell, "not_a_count")
        return None
    return number(found["n"])


def number(told: str) -> int:
    """Digits, or a Chinese number up to 99: 二十, 三十五."""
    if told.isdigit() and told.isascii():
        return int(told)
    tens, ten, ones = told.rpartition("十")
    high = (_DIGITS.get(tens, 1) if tens else 1) * 10 if ten else 0
    return high + (_DIGITS.get(ones, 0) if ones else 0)


def limit(
    reading: Reading, name: Name, cell: Cell | None, unit: Cell | None
) -> tuple[int | None, Unit] | None:
    """A limit with its unit: from its own text, the unit's column, or the header's brackets.

    None where nothing stands. A number without a unit is refused: 20 may be days of two kinds.
    """
    told = plain(cell.text) if cell is not None else ""
    beside = _unit_word(reading, name, unit)
    if cell is None or (not text(cell) and beside in (None, "")):
        return None
    if beside is None:
        return None
    alone = reading.labels.word("unit", told) if told else beside
    if alone in (Unit.ON_THE_SPOT, Unit.NOT_APPLICABLE):
        return (0, Unit.ON_THE_SPOT) if alone == Unit.ON_THE_SPOT else (None, Unit.NOT_APPLICABLE)
    found = _LIMIT.match(_ABOUT.sub("", told).strip())
    if found is None:
        reading.wrong(cell, "not_a_limit")
        return None
    return _measured(
        reading, cell, number(found["n"]), _own_unit(reading, cell, found["unit"], beside)
    )


def _measured(
    reading: Reading, cell: Cell, value: int, unit: str | None
) -> tuple[int | None, Unit] | None:
    match unit:
        case None:
            return None
        case "":
            reading.wrong(cell, "unit_missing")
            return None
        case "年":
            value, unit = value * MONTHS_OF_A_YEAR, Unit.MONTH.value
        case "小时":
            reading.wrong(cell, "unit_hours")
            return None
    if value > MOST:
        reading.wrong(cell, "not_a_limit")
        return None
    if value == 0 or unit == Unit.ON_THE_SPOT:
        return 0, Unit.ON_THE_SPOT
    return value, Unit(unit)


def _unit_word(reading: Reading, name: Name, unit: Cell | None) -> str | None:
    """The word in the unit's column; empty where there is none, None where it is wrong."""
    if unit is None or not plain(unit.text) or plain(unit.text).upper() in NOTHING:
        return ""
    return word(reading, Name(name.entity, f"{name.field}_unit"), unit)


def _own_unit(reading: Reading, cell: Cell, told: str, beside: str) -> str | None:
    """The unit of the limit; None, and a problem, where two are told or one is unknown."""
    own = reading.labels.word("unit", told) if told.strip() else ""
    if own is None:
        known = "、".join(dict.fromkeys(reading.labels.words["unit"].values()))
        reading.wrong(cell, "unknown_unit", value=told.strip(), known=known)
        return None
    if own and beside and own != beside:
        reading.wrong(cell, "two_units", one=own, other=beside)
        return None
    hinted = [
        reading.labels.word("unit", one.removeprefix("单位").lstrip(":"))
        for one in (*hints(cell.text), *cell.hints)
    ]
    return own or beside or next((one for one in hinted if one), "")


def _label(reading: Reading, name: Name) -> str:
    return reading.labels.titles.get(name, name.field)


def bare(told: str) -> str:
    """A name for comparing."""
    return bare_word(told)


def parts(told: str) -> list[str]:
    """What a cell lists, without its numbers: lines, and what stands between 1. and 2."""
    return [part.strip() for part in _PARTS.split(_INNER.sub("\n", told)) if part.strip()]
