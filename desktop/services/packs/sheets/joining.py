"""Which item a record speaks of: by its codes, by its name, by the row above, by the sheet it is in.

Records of one item are joined wherever they stand; what two of them say differently is a problem,
never a choice.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from desktop.domain.packs.grid import Place
from desktop.services.packs.sheets.labels import ITEM, Name, plain
from desktop.services.packs.sheets.records import Cell, Found, Record
from desktop.services.packs.sheets.words import Reading, bare

Index = dict[tuple[Name, str], list["Gathered"]]
"""Items by what they are called."""
CODE = Name(ITEM, "code")
IDENTITY = tuple(
    Name(ITEM, name)
    for name in (
        "code",
        "handle_code",
        "base_code",
        "local_code",
        "name",
        "sub_name",
        "handle_name",
    )
)


@dataclass(slots=True, eq=False)
class Gathered:
    """An item's cells from all its records, and the records of its materials."""

    place: Place
    fields: dict[Name, Cell] = field(default_factory=dict)
    materials: list[Record] = field(default_factory=list)
    sheets: set[str] = field(default_factory=set)
    called: dict[Name, str] = field(default_factory=dict)
    described: bool = False
    """Whether a record told more of the item than whose materials follow."""

    def cell(self, name: str) -> Cell | None:
        """The cell of an item's field, where the file has one and something stands in it."""
        found = self.fields.get(Name(ITEM, name))
        return found if found is not None and not found.blank else None


def gathered(reading: Reading, found: Found) -> list[Gathered]:
    """The items in the order they come up."""
    items: list[Gathered] = []
    index: Index = defaultdict(list)
    waiting: list[Record] = []
    last: dict[int, Gathered] = {}
    above: dict[str, Gathered] = {}
    for record in found.records:
        told = _identity(record)
        beside = found.tables[record.table].header_row == 0
        near = last.get(record.table) or above.get(record.place.sheet)
        if not told and record.is_material and near is not None:
            item: Gathered | None = near
        elif not told:
            waiting.append(record)
            continue
        else:
            item = _match(reading, items, index, told, record)
        if item is not None:
            last[record.table] = item
            if beside:
                above[record.place.sheet] = item
            _join(reading, item, record)
            _call(item, told, index)
    for record in waiting:
        _place(reading, items, found, record)
    return items


def _call(item: Gathered, told: dict[Name, str], index: Index) -> None:
    """Remember by what the item is called."""
    for name, text in told.items():
        if name not in item.called:
            item.called[name] = text
            index[name, text].append(item)


def _identity(record: Record) -> dict[Name, str]:
    cells = {name: record.fields.get(name) for name in IDENTITY}
    return {name: bare(cell.text) for name, cell in cells.items() if cell and not cell.blank}


def _match(
    reading: Reading, items: list[Gathered], index: Index, told: dict[Name, str], record: Record
) -> Gathered | None:
    """The item that shares a code or the name and contradicts none; a new one where none does."""
    fits = [item for item in _near(index, told) if _agrees(item, told)]
    if len(fits) > 1:
        exact = [item for item in fits if _agrees(item, told, strictly=True)]
        fits = exact or fits
    if len(fits) > 1:
        name = next(iter(told))
        reading.wrong(record.fields[name], "which_item", count=len(fits))
        return None
    if fits:
        return fits[0]
    items.append(Gathered(record.fields[next(iter(told))].place))
    return items[-1]


def _near(index: Index, told: dict[Name, str]) -> list[Gathered]:
    """Whoever could be meant: by its 实施编码, else by anything else it is called. Hundreds may
    share a 基本编码, so that those with an 实施编码 of their own are passed over.
    """
    coded = index[CODE, told[CODE]] if CODE in told else []
    if coded:
        return coded
    near = dict.fromkeys(item for key in told.items() for item in index[key])
    return [item for item in near if CODE not in told or CODE not in item.called]


def _agrees(item: Gathered, told: dict[Name, str], strictly: bool = False) -> bool:
    """Whether nothing told contradicts what the item is called, and more than a 办理项 name fits."""
    known = item.called
    if strictly:
        return told == known
    shared = [name for name in told if name in known]
    same = all(told[name] == known[name] for name in shared)
    return same and any(name.field != "handle_name" for name in shared)


def _join(reading: Reading, item: Gathered, record: Record) -> None:
    item.sheets.add(record.place.sheet)
    cells = {n: c for n, c in record.fields.items() if n.entity == ITEM}
    for name, cell in cells.items():
        known = item.fields.get(name)
        if known is None or known.blank:
            item.fields[name] = cell
        elif not cell.blank and plain(cell.text) != plain(known.text):
            reading.wrong(cell, "told_twice", other=known.text[:80], row=known.place.row)
    item.described |= any(n not in IDENTITY and not c.blank for n, c in cells.items())
    if record.is_material:
        item.materials.append(record)


def _place(reading: Reading, items: list[Gathered], found: Found, record: Record) -> None:
    """A material without a word of its item: its sheet's only one, the one its sheet is named after."""
    if not record.is_material:
        _nameless(reading, items, found, record)
        return
    sheet = record.place.sheet
    here = [item for item in items if sheet in item.sheets]
    named = [item for item in items if (c := item.cell("name")) and bare(c.text) in bare(sheet)]
    for fits in (here, named, items):
        if len(fits) == 1:
            _join(reading, fits[0], record)
            return
    first = next(iter(record.fields.values()))
    reading.wrong(first, "whose_material")


def _nameless(reading: Reading, items: list[Gathered], found: Found, record: Record) -> None:
    """An item's row that names none: a problem in a table. Labels beside values that name none
    speak of the sheet's one item; in a sheet without one they are instructions for filling in.
    """
    told = [cell for cell in record.fields.values() if not cell.blank]
    if not told:
        return
    here = [item for item in items if record.place.sheet in item.sheets]
    beside = found.tables[record.table].header_row == 0
    if len(here) == 1 and (beside or len(items) == 1):
        _join(reading, here[0], record)
    elif not beside:
        reading.wrong(told[0], "nameless_row")
