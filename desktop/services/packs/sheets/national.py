"""The national 实施清单 → items: every field by its label, what has no field of its own as a note.

An item's id is its 实施编码; where several 业务办理项 share one, their own code; where there is none,
the 基本编码. Codes are text and of no fixed length (GB/T 39046 and its successors differ).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import (
    Authority,
    Fee,
    Handling,
    InstantTerms,
    Limit,
    Note,
    NoticeCommitment,
    Requirement,
    Result,
    ServiceItem,
    Step,
)
from desktop.domain.guidance.terms import (
    CommitmentScope,
    Confidence,
    ItemType,
    Procedure,
    Unit,
)
from desktop.services.packs.sheets import words
from desktop.services.packs.sheets.bases import Sources
from desktop.services.packs.sheets.joining import Gathered
from desktop.services.packs.sheets.labels import ITEM, Name, plain
from desktop.services.packs.sheets.material import Known, materials
from desktop.services.packs.sheets.records import Cell
from desktop.services.packs.sheets.words import Reading

CODES = ("code", "handle_code", "base_code", "local_code")
NOTED = (
    "handle_name", "base_code", "local_code", "organ_code", "level", "audience", "way", "visits",
    "courier", "mail_in", "mail_out", "appointment", "payment", "online", "online_depth", "deferral",
    "scope", "standard", "quantity", "joint", "agency", "place", "hours", "consult", "complaint",
    "on_site_reason", "statutory_note", "promise_note",
)  # fmt: skip
"""What a guide shows and an item has no field for: kept as 「label：text」."""
READ = Confidence.MEDIUM
"""An authority's own list was read, its law was not."""
LONGEST = 2000
_ID = re.compile(r"^[A-Za-z0-9_.\-]{1,64}$")
_PROCEDURES = re.compile("|".join(one.value for one in Procedure) + r"|[、,，;；/\s]|没有|无")
_ARROW = re.compile(r"\s*(?:→|⇒|➔|—+>|-+>|=>|>>|＞|\n|；|;)\s*")
_STEP = re.compile(r"^(?P<name>.+?)\s*[（(](?P<limit>[0-9]+\s*个?(?:工作日|自然日|日|天|月))[)）]$")
_ORDER = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+步[:：、]?|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、．)）]|[①-⑳])\s*"
)


@dataclass(slots=True)
class National:
    """What is shared while the items of one file are made."""

    reading: Reading
    sources: Sources
    known: Known
    ids: Counter[str] = field(default_factory=Counter)


def items_from(
    reading: Reading, gathered: list[Gathered], catalogue: Catalogue, file: str
) -> tuple[dict[str, ServiceItem], Sources]:
    """The items by id, and their sources; what is wrong stands in `reading.problems`."""
    work = National(reading, Sources(catalogue.sources, file), Known.of(catalogue))
    work.ids = Counter(_clean(cell) for one in gathered if (cell := one.cell("code")))
    found: dict[str, ServiceItem] = {}
    for one in gathered:
        item = _item(work, one)
        if item is None:
            continue
        if item.id in found:
            reading.wrong(_code_cell(work, one) or Cell(item.id, one.place), "repeated_code")
        found.setdefault(item.id, item)
    return found, work.sources


def _item(work: National, one: Gathered) -> ServiceItem | None:
    """The item; None where it cannot even be named."""
    id, name, kind = _id(work, one), _name(work, one), _type(work, one)
    basis = work.sources.bases(words.text(one.cell("legal_basis")))
    draft = ServiceItem(
        id=id or "-",
        name=name,
        type=kind or ItemType.OTHER_POWER,
        type_confidence=READ,
        legal_basis=basis,
        authority_statutory=words.text(one.cell("organ"))[:LONGEST],
        statutory_limit=_limit(work, one, "statutory"),
        commitment_limit=_limit(work, one, "promise"),
        fee=_fee(work, one),
        notice_commitment=_commitment(work, one),
        instant_terms=_instant(work, one),
        requirements=_requirements(one),
        steps=_steps(work, one),
        handling=_handling(work, one),
        result=_result(work, one),
        notes=_notes(work, one),
    )
    whole = replace(
        draft,
        authority_local=Authority(draft.authority_statutory, (), READ)
        if draft.authority_statutory
        else None,
        materials=materials(work.reading, work.sources, work.known, draft, one.materials),
    )
    return whole if id and name and kind else None


def _id(work: National, one: Gathered) -> str:
    cell = _code_cell(work, one)
    if cell is None:
        reason = "code_missing" if one.described or not one.materials else "no_such_item"
        told = one.cell("name") or one.cell("handle_name") or Cell("", one.place)
        work.reading.wrong(told, reason)
        return ""
    code = _clean(cell)
    if not _ID.match(code) or re.match(r"^[0-9.]+E\+?[0-9]+$", code):
        work.reading.wrong(cell, "code_form")
        return ""
    return code


def _code_cell(work: National, one: Gathered) -> Cell | None:
    own = [cell for name in CODES if (cell := one.cell(name)) is not None]
    handle = one.cell("handle_code")
    if own and handle is not None and work.ids[_clean(own[0])] > 1:
        return handle
    return own[0] if own else None


def _clean(cell: Cell) -> str:
    """A code in half-width characters, with nothing people put between its parts."""
    return "".join(plain(cell.text).split()).lstrip("'‘’`")


def _name(work: National, one: Gathered) -> str:
    cell = one.cell("sub_name")
    if cell is None or not words.text(cell):
        cell = one.cell("name") or one.cell("handle_name")
    if cell is None:
        work.reading.wrong(Cell("", one.place), "name_missing")
        return ""
    told = " ".join(cell.text.split())
    if len(told) > 200:
        work.reading.wrong(cell, "name_too_long", most=200)
    return told[:LONGEST]


def _type(work: National, one: Gathered) -> ItemType | None:
    cell = one.cell("type")
    if cell is None:
        if one.described or not one.materials:
            work.reading.wrong(one.cell("name") or Cell("", one.place), "type_missing")
        elif one.cell("code") or one.cell("base_code") or one.cell("handle_code"):
            work.reading.wrong(one.cell("name") or Cell("", one.place), "no_such_item")
        return None
    found = words.word(work.reading, Name(ITEM, "type"), cell)
    return ItemType(found) if found else None


def _limit(work: National, one: Gathered, name: str) -> Limit:
    told = words.limit(work.reading, Name(ITEM, name), one.cell(name), one.cell(f"{name}_unit"))
    if told is None:
        return Limit()
    value, unit = told
    note = words.text(one.cell(f"{name}_note")) or None
    return Limit(value, unit, (), READ, note)


def _fee(work: National, one: Gathered) -> Fee:
    cell = one.cell("fee")
    told = words.word(work.reading, Name(ITEM, "fee"), cell) if cell is not None else None
    basis = work.sources.bases(words.text(one.cell("fee_basis")))
    note = words.text(one.cell("fee_note")) or None
    known = told is not None
    return Fee(told == "是" if known else None, basis, READ if known else Confidence.LOW, note)


def _commitment(work: National, one: Gathered) -> NoticeCommitment:
    cell = one.cell("commitment")
    told = words.word(work.reading, Name(ITEM, "commitment"), cell) if cell is not None else None
    return NoticeCommitment(CommitmentScope(told), (), READ) if told else NoticeCommitment()


def _instant(work: National, one: Gathered) -> InstantTerms:
    cell = one.cell("instant")
    told = words.word(work.reading, Name(ITEM, "instant"), cell) if cell is not None else None
    return InstantTerms(told == "即办件", (), READ) if told else InstantTerms()


def _handling(work: National, one: Gathered) -> Handling:
    cell = one.cell("procedures")
    told = words.kept(work.reading, Name(ITEM, "procedures"), cell) if cell is not None else []
    known = {one.value for one in Procedure}
    return Handling(procedures=tuple(Procedure(name) for name in told if name in known))


def _result(work: National, one: Gathered) -> Result | None:
    name = words.text(one.cell("result"))
    if not name:
        return None
    validity = one.cell("validity")
    years = re.match(r"^([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*年$", words.text(validity))
    note = words.text(validity) if validity is not None and years is None else ""
    return Result(
        name[:LONGEST], words.number(years[1]) if years else None, None, (), READ, note or None
    )


def _requirements(one: Gathered) -> tuple[Requirement, ...]:
    told = words.parts(words.text(one.cell("requirements")))
    return tuple(Requirement(part[:LONGEST], (), READ) for part in told)


def _steps(work: National, one: Gathered) -> tuple[Step, ...]:
    """The steps of 办理流程, with a limit where one stands in brackets behind the name."""
    cell = one.cell("flow")
    parts = [_ORDER.sub("", part).strip() for part in _ARROW.split(words.text(cell))]
    steps = []
    for part in parts:
        limited = _STEP.match(part)
        told = None
        if limited and cell is not None:
            inner = Cell(limited["limit"], cell.place)
            told = words.limit(work.reading, Name(ITEM, "statutory"), inner, None)
        if part:
            value, unit = told or (None, Unit.NOT_APPLICABLE)
            name = limited["name"] if limited and told else part
            steps.append(Step(name[:LONGEST], value, unit, illustrative=False))
    return tuple(steps)


def _notes(work: National, one: Gathered) -> tuple[Note, ...]:
    used = _code_cell(work, one)
    notes = []
    for name in NOTED:
        cell = one.cell(name)
        if cell is None or cell is used or name.endswith("_note"):
            continue
        told = _noted(work, Name(ITEM, name), cell)
        if told:
            label = work.reading.labels.titles[Name(ITEM, name)]
            notes.append(Note(f"{label}：{told}", (), READ))
    return (*notes, *_procedure_note(work, one))


def _procedure_note(work: National, one: Gathered) -> tuple[Note, ...]:
    """特别程序 in words of its own, which the law's eight do not cover."""
    told = words.text(one.cell("procedures"))
    rest = _PROCEDURES.sub("", told)
    if not rest or work.reading.labels.word("procedures", told) is not None:
        return ()
    return (Note(f"{work.reading.labels.titles[Name(ITEM, 'procedures')]}：{told}", (), READ),)


def _noted(work: National, name: Name, cell: Cell) -> str:
    labels = work.reading.labels
    if name not in labels.uses:
        return words.text(cell)
    return "、".join(words.kept(work.reading, name, cell))
