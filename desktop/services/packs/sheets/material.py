"""A material's row → a material. Its identity, its basis, its licence: only what the row says.

A material that other items know as a licence or certificate of the same name is that same document
(材料一次提交); any other belongs to its item alone, for a 平面图 of two items is not one paper.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import Basis, Limit, Material, ServiceItem
from desktop.domain.guidance.terms import Channel, Confidence, Form, Level, MaterialType, Necessity
from desktop.services.packs.sheets import words
from desktop.services.packs.sheets.bases import Sources, bare_title
from desktop.services.packs.sheets.labels import MATERIAL, Name, plain
from desktop.services.packs.sheets.records import MATERIAL_NAME, Cell, Record
from desktop.services.packs.sheets.words import Reading

KINDS = ("原件", "复印件", "原件和复印件")
FORM_KIND = "申请表格文书"
NOTED = (
    "channel_note", "when", "paper", "filling", "standard", "issuer", "issue_time", "copy_note", "note",
)  # fmt: skip
_SEVERAL = re.compile(r"[、,，;；/|\s]+")
_IN_WORDS = re.compile(r"(原件|复印件)\s*([0-9]{1,4})\s*份?")
"""原件1份、复印件2份 in the one column of copies."""
_FORM = re.compile(r"申请(?:表|书)|登记表|申报表")


@dataclass(frozen=True, slots=True)
class Known:
    """Documents known by name: keys of licences and certificates, e-licences by name and id."""

    keys: dict[str, str] = field(default_factory=dict)
    licences: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue) -> Self:
        keys: dict[str, str] = {}
        for item in catalogue.items.values():
            for one in item.materials:
                if one.e_licence or one.data_share:
                    keys.setdefault(bare_title(one.name), one.key)
        licences: dict[str, str] = {}
        for licence in catalogue.e_licences.values():
            for name in (licence.id, licence.name, *licence.covers):
                licences.setdefault(bare_title(name), licence.id)
        return cls(keys, licences)


def materials(
    reading: Reading, sources: Sources, known: Known, item: ServiceItem, records: Iterable[Record]
) -> tuple[Material, ...]:
    """The item's materials in the order of their 排序 where every row has one, else of the rows."""
    found: list[Material] = []
    keys: set[str] = set()
    for record in (one for whole in records for one in _listed(whole)):
        material = _material(reading, sources, known, item, record, keys)
        if material is None:
            continue
        if material.key in keys:
            reading.wrong(record.fields[MATERIAL_NAME], "repeated_material")
        keys.add(material.key)
        found.append(material)
    return tuple(found)


def _listed(record: Record) -> list[Record]:
    """A cell that lists all materials, with no column beside it that tells more of them."""
    cell = record.fields[MATERIAL_NAME]
    told = {n for n, c in record.fields.items() if n.entity == MATERIAL and not c.blank}
    names = words.parts(cell.text)
    if told != {MATERIAL_NAME} or len(names) < 2:
        return [record]
    return [
        Record(record.place, record.table, {MATERIAL_NAME: Cell(name, cell.place)})
        for name in names
    ]


def _material(
    reading: Reading,
    sources: Sources,
    known: Known,
    item: ServiceItem,
    record: Record,
    taken: set[str],
) -> Material | None:
    cell = record.fields[MATERIAL_NAME]
    name = " ".join(cell.text.split())
    if not name:
        order = Name(MATERIAL, "order")
        cells = [c for n, c in record.fields.items() if n.entity == MATERIAL and n != order]
        if not all(one.blank for one in cells):
            reading.wrong(cell, "material_nameless")
        return None
    if len(name) > 500:
        reading.wrong(cell, "name_too_long", most=500)
    kind = _word(reading, record, "kind")
    form, made = _form(reading, record)
    basis = _basis(sources, record)
    told = Name(MATERIAL, "basis") in record.fields
    copies, type_ = _copies(reading, record, made or kind)
    channel = _channel(reading, record)
    return Material(
        key=_key(item.id, name, kind, known, taken),
        name=name[:500],
        type=type_,
        copies=copies,
        form=form,
        source_channel=Channel(channel or Channel.APPLICANT),
        necessity=_necessity(reading, record),
        deferral=_deferral(reading, record),
        level=_level(_word(reading, record, "level")),
        e_licence=_licence(reading, record, known, name),
        legal_source=basis if told else item.legal_basis,
        confidence=Confidence.MEDIUM if told else Confidence.LOW,
        note=_note(reading, record, kind) or None,
    )


def _cell(record: Record, name: str) -> Cell | None:
    found = record.fields.get(Name(MATERIAL, name))
    return found if found is not None and not found.blank else None


def _word(reading: Reading, record: Record, name: str) -> str | None:
    cell = _cell(record, name)
    if cell is None or not words.text(cell):
        return None
    return words.word(reading, Name(MATERIAL, name), cell)


def _form(reading: Reading, record: Record) -> tuple[Form, str | None]:
    """材料形式; some halls write 原件 or 复印件 there, which is what is made, not on what."""
    cell = _cell(record, "form")
    made = reading.labels.word("kind", cell.text) if cell is not None else None
    if made in KINDS:
        return Form.EITHER, made
    return Form(_word(reading, record, "form") or Form.EITHER), None


def _channel(reading: Reading, record: Record) -> str | None:
    """来源渠道; where several are told, 其他, and the note keeps them."""
    cell = _cell(record, "channel")
    parts = _SEVERAL.split(words.text(cell)) if cell is not None else []
    several = [reading.labels.word("channel", part) for part in parts if part]
    if len(several) > 1 and all(several):
        return several[0] if len(set(several)) == 1 else Channel.OTHER
    return _word(reading, record, "channel")


def _necessity(reading: Reading, record: Record) -> Necessity:
    """必要 where the file has no such column; where it has one, every row must say it."""
    name = Name(MATERIAL, "necessity")
    told = record.fields.get(name)
    if told is not None and told.blank:
        reading.wrong(told, "necessity_missing")
        return Necessity.REQUIRED
    found = Necessity(_word(reading, record, "necessity") or Necessity.REQUIRED)
    deferrable = _word(reading, record, "deferral") == "是"
    return Necessity.DEFERRABLE if deferrable and found is Necessity.REQUIRED else found


def _deferral(reading: Reading, record: Record) -> Limit | None:
    """Until when it may follow, where the row says so."""
    told = words.limit(
        reading, Name(MATERIAL, "deferral_limit"), _cell(record, "deferral_limit"), None
    )
    if told is None or told[0] is None:
        return None
    return Limit(told[0], told[1], (), Confidence.MEDIUM)


def _basis(sources: Sources, record: Record) -> tuple[Basis, ...]:
    return sources.bases(words.text(_cell(record, "basis")))


def _level(found: str | None) -> Level | None:
    return Level(found) if found else None


def _copies(reading: Reading, record: Record, kind: str | None) -> tuple[int | None, MaterialType]:
    """How many, and of what: 原件份数 and 复印件份数 where the file has them, else 份数."""
    originals = words.count(reading, _cell(record, "originals"))
    duplicates = words.count(reading, _cell(record, "duplicates"))
    inside = _IN_WORDS.findall(plain(words.text(_cell(record, "copies"))))
    if inside and originals is None and duplicates is None:
        counted = {kind: int(number) for kind, number in inside}
        originals, duplicates, copies = counted.get("原件"), counted.get("复印件"), None
    else:
        copies = words.count(reading, _cell(record, "copies"))
    said = MaterialType(kind) if kind in KINDS else None
    if originals or duplicates:
        both = bool(originals and duplicates)
        made = (
            MaterialType.BOTH if both else MaterialType.ORIGINAL if originals else MaterialType.COPY
        )
        return max(originals or 0, duplicates or 0), said or made
    return copies or _unless(originals, copies), said or MaterialType.ORIGINAL


def _unless(originals: int | None, copies: int | None) -> int | None:
    """0 where only electronic ones are wanted; nothing where nothing is told."""
    return 0 if 0 in (originals, copies) else None


def _licence(reading: Reading, record: Record, known: Known, name: str) -> str | None:
    """The e-licence that the row refers to, where it is one the hall knows."""
    told = [words.text(_cell(record, part)) for part in ("licence_name", "licence_code")]
    refers = _word(reading, record, "licence")
    if refers == "否" or (refers is None and not any(told)):
        return None
    for one in (*told, name):
        if one and (found := known.licences.get(bare_title(one))):
            return found
    return None


def _key(item: str, name: str, kind: str | None, known: Known, taken: set[str]) -> str:
    own = f"APPLY_{item}"
    if _FORM.search(name) and kind in (None, FORM_KIND) and own not in taken and len(own) <= 64:
        return own
    same = known.keys.get(bare_title(name))
    if same is not None and same not in taken:
        return same
    return "M" + hashlib.sha256(f"{item}\n{bare_title(name)}".encode()).hexdigest()[:12].upper()


def _note(reading: Reading, record: Record, kind: str | None) -> str:
    """What the row says beyond a material's fields, each with its label."""
    told = {"kind": kind if kind and kind not in (*KINDS, Channel.OTHER) else ""}
    told |= {name: words.text(_cell(record, name)) for name in NOTED}
    told["channel"] = _other_channel(reading, record)
    counted = {name: words.text(_cell(record, name)) for name in ("originals", "duplicates")}
    told |= counted if all(counted.values()) else {}
    told["licence_code"] = words.text(_cell(record, "licence_code"))
    titles = reading.labels.titles
    return "；".join(
        text if name == "note" else f"{titles[Name(MATERIAL, name)]}：{text}"
        for name, text in told.items()
        if text
    )


def _other_channel(reading: Reading, record: Record) -> str:
    """The words of a channel that 其他 stands for, or of several."""
    told = words.text(_cell(record, "channel"))
    other = reading.labels.word("channel", told) == Channel.OTHER and told != Channel.OTHER
    return told if other or len(_SEVERAL.split(told)) > 1 else ""
