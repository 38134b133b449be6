"""Which item a record speaks of: by its codes, by its name, by the row above, by the sheet it is in.

Records of one item are joined wherever they stand; what two of them say differently is a problem,
never a choice.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.packs.grid import Place
from desktop.services.packs.sheets.labels import ITEM, Name, plain
from desktop.services.packs.sheets.records import Cell, Found, Record
from desktop.services.packs.sheets.words import Reading, bare

IDENTITY = tuple(
    Name(ITEM, name)
    for name in ("code", "handle_code", "base_code", "local_code", "name", "handle_name")
)
_SEVERAL = frozenset({Name(ITEM, "handle_code"), Name(ITEM, "handle_name")})


@dataclass(slots=True)
class Gathered:
    """An item's cells from all its records, and the records of its materials."""

    place: Place
    fields: dict[Name, Cell] = field(default_factory=dict)
    materials: list[Record] = field(default_factory=list)
    described: bool = False
    """Whether a record told more of the item than whose materials follow."""

    def cell(self, name: str) -> Cell | None:
        """The cell of an item's field, where the file has one and something stands in it."""
        found = self.fields.get(Name(ITEM, name))
        return found if found is not None and not found.blank else None


def gathered(reading: Reading, found: Found) -> list[Gathered]:
    """The items in the order they come up."""
    items: list[Gathered] = []
    waiting: list[Record] = []
    last: dict[int, Gathered] = {}
    for record in found.records:
        told = _identity(record)
        if not told and record.is_material and record.table in last:
            item: Gathered | None = last[record.table]
        elif not told:
            waiting.append(record)
            continue
        else:
            item = _match(reading, items, told, record)
        if item is not None:
            last[record.table] = item
            _join(reading, item, record)
    for record in waiting:
        _place(reading, items, found, record)
    return items


def _identity(record: Record) -> dict[Name, str]:
    cells = {name: record.fields.get(name) for name in IDENTITY}
    return {name: bare(cell.text) for name, cell in cells.items() if cell and not cell.blank}


def _match(
    reading: Reading, items: list[Gathered], told: dict[Name, str], record: Record
) -> Gathered | None:
    """The item that shares a code or the name and contradicts none; a new one where none does."""
    fits = [item for item in items if _agrees(item, told)]
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


def _agrees(item: Gathered, told: dict[Name, str], strictly: bool = False) -> bool:
    known = {
        name: bare(cell.text)
        for name, cell in item.fields.items()
        if name in IDENTITY and not cell.blank
    }
    shared = [name for name in told if name in known]
    if strictly:
        return set(told) == set(known) and all(told[name] == known[name] for name in told)
    same = [name for name in shared if told[name] == known[name] and name.field != "handle_name"]
    return bool(same) and len([n for n in shared if told[n] == known[n]]) == len(shared)


def _join(reading: Reading, item: Gathered, record: Record) -> None:
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
        _nameless(reading, items, record)
        return
    sheet = record.place.sheet
    here = [item for item in items if item.place.sheet == sheet]
    named = [item for item in items if (c := item.cell("name")) and bare(c.text) in bare(sheet)]
    for fits in (here, named, items):
        if len(fits) == 1:
            _join(reading, fits[0], record)
            return
    first = next(iter(record.fields.values()))
    reading.wrong(first, "whose_material")


def _nameless(reading: Reading, items: list[Gathered], record: Record) -> None:
    """An item's row that names none: nothing where it is empty, else a problem."""
    told = [cell for cell in record.fields.values() if not cell.blank]
    if not told:
        return
    here = [item for item in items if item.place.sheet == record.place.sheet]
    if len(here) == 1 and len(items) == 1:
        _join(reading, here[0], record)
    else:
        reading.wrong(told[0], "nameless_row")
