"""The header of a table: one row of labels, or two, the upper one merged over columns."""

from __future__ import annotations

from desktop.domain.packs.grid import Sheet
from desktop.services.packs.sheets.labels import ITEM, MATERIAL, Labels, Name, bare_label, hints
from desktop.services.packs.sheets.records import ANCHORS, MATERIAL_NAME, Column

UNIT_ALONE = frozenset({"单位", "时限单位", "计时单位", "计量单位"})
"""Right of a limit these name its unit; anywhere else they may name an organ."""
UNITS = {Name(ITEM, name): Name(ITEM, f"{name}_unit") for name in ("statutory", "promise")}


class Headers:
    """The headers of one sheet."""

    def __init__(self, sheet: Sheet, labels: Labels) -> None:
        self.sheet = sheet
        self.labels = labels
        self._known: dict[str, bool] = {}

    def at(self, row: int) -> tuple[tuple[Column, ...], int] | None:
        """The columns of the header at `row` and the row its records begin at."""
        labels = [self.sheet.at(row, c) for c in self.width(row)]
        if not any(map(self._is_label, labels)):
            return None
        upper = self._columns(labels)
        if not _is_header(upper, self.labels):
            if not self._group(labels):
                return None
            upper = ()
        below = [self.sheet.at(row + 1, c) for c in self.width(row + 1)]
        both = self._columns(_joined(labels, below, self.labels), labels)
        better = _fields(both) > _fields(upper) or self._two_rows(row)
        if better and _is_header(both, self.labels):
            return both, row + 2
        return (upper, row + 1) if upper else None

    def _is_label(self, text: str) -> bool:
        """Remembered: the same words stand in a thousand rows."""
        if text not in self._known:
            self._known[text] = bool(text.strip()) and self.labels.is_label(text)
        return self._known[text]

    def _two_rows(self, row: int) -> bool:
        """Whether a label of the row is merged with the one below, and another stands alone there."""
        merged = self.sheet.merged
        tall = [c for c in self.width(row) if (row + 1, c) in merged and self._same(row, c)]
        return bool(tall) and any(
            self.sheet.at(row + 1, c).strip() and (row + 1, c) not in merged
            for c in self.width(row)
        )

    def _same(self, row: int, column: int) -> bool:
        text = self.sheet.at(row, column)
        return text == self.sheet.at(row + 1, column) and self.labels.is_label(text)

    def _group(self, labels: list[str]) -> bool:
        """Whether the row could be the upper of two: few texts, some merged over columns."""
        told = [text for text in labels if text.strip()]
        return len(told) >= 3 and any(self.labels.is_label(text) for text in told)

    def width(self, row: int) -> range:
        rows = self.sheet.rows
        return range(1, (len(rows[row - 1]) if row <= len(rows) else 0) + 1)

    def _columns(self, texts: list[str], shown: list[str] | None = None) -> tuple[Column, ...]:
        """Each field once; the second of a merged limit holds its unit."""
        names = [self.labels.field_of(text) for text in texts]
        split = names.index(MATERIAL_NAME) if MATERIAL_NAME in names else len(names)
        columns: list[Column] = []
        taken: set[Name] = set()
        for index, text in enumerate(texts):
            if not text.strip():
                continue
            prefer = MATERIAL if index >= split else ITEM
            name = self.labels.field_of(text, prefer)
            if name is None:
                coded = self.labels.coded_field(text, prefer)
                name = coded if coded not in names else None
            if name is None and bare_label(text) in UNIT_ALONE and columns:
                before = columns[-1]
                name = UNITS.get(before.name) if before.number == index and before.name else None
            if name in taken:
                name = UNITS.get(name)
            if name is not None and name.entity == MATERIAL and split == len(names):
                name = None
            if name in taken:
                name = None
            if name is not None:
                taken.add(name)
            above = hints(shown[index]) if shown and index < len(shown) else []
            told = tuple(dict.fromkeys([*hints(text), *above]))
            columns.append(Column(index + 1, text, name, told))
        return tuple(columns)


def _fields(columns: tuple[Column, ...]) -> int:
    return len({column.name for column in columns if column.name is not None})


def _is_header(columns: tuple[Column, ...], labels: Labels) -> bool:
    """Labels side by side, one of them an anchor; a label beside its value is no header."""
    told = [labels.is_label(column.label) for column in columns]
    if not any(column.name in ANCHORS for column in columns):
        return False
    near = sum(
        one and other and next_.number - column.number == 1 and next_.label != column.label
        for one, other, column, next_ in zip(told, told[1:], columns, columns[1:], strict=False)
    )
    return near >= 1 and (sum(told) >= 3 or all(told))


def _joined(upper: list[str], lower: list[str], labels: Labels) -> list[str]:
    """Two rows of labels as one: the lower alone where it is a label, else both together."""
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    return [
        _label(one.strip(), other.strip(), labels) for one, other in zip(above, below, strict=True)
    ]


def _label(upper: str, lower: str, labels: Labels) -> str:
    if not lower or lower == upper:
        return upper
    together = f"{bare_label(upper)}{lower}"
    for text in (together, lower, upper):
        if labels.field_of(text) is not None:
            return text
    return lower
