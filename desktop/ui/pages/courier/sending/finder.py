"""One line for both ways to an address that is written already: pasted whole, or from the book."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.addresses.parse import parse
from desktop.domain.addresses.places import Place
from desktop.domain.addresses.rows import AddressRow
from desktop.domain.courier.entries import Address
from desktop.services.addresses import book
from desktop.services.addresses.places import places_of
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column
from desktop.wording import _
from desktop.wording.parcels.addresses import doubt

MOST = 5
WHOLE = re.compile(r"(?=.*[0-9])(?=.*[\u4e00-\u9fff].*[\u4e00-\u9fff]).{10,}", re.DOTALL)
"""Longer than a name, with a number in it: an address, not a search."""
PLACE = "place:"


class Finder(QWidget):
    """`found(Address, words)` with what is doubtful; `placed(Place)` when one of several was chosen."""

    found = Signal(object, str)
    placed = Signal(object)
    dropped = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[str, AddressRow] = {}
        self._options: dict[str, Place] = {}
        self.line = Field(
            _("粘贴地址，或从地址簿找　Ctrl+O"), _("整段粘贴；或姓名、首字母、电话尾号")
        )
        self.list = ChoiceList()
        self.list.setAccessibleName(_("地址簿"))
        self.list.hide()
        self.drop = KeyButton("drop_address", _("移出地址簿"))
        self.drop.hide()
        inside = column(self, gap=1)
        inside.addWidget(self.line)
        inside.addWidget(self.list)
        inside.addWidget(self.drop, alignment=Qt.AlignmentFlag.AlignRight)
        self.line.edited.connect(self._edited)
        self.line.finished.connect(self._entered)
        self.list.taken.connect(self._chosen)
        self.drop.clicked.connect(self.drop_chosen)

    def clear(self) -> None:
        """Nothing looked for, nothing offered."""
        self.line.set_text("")
        self._offer([], {}, {})

    def take_focus(self) -> None:
        self.line.line.setFocus()
        self.line.line.selectAll()

    def drop_chosen(self) -> None:
        """The address that stands out goes, with its key; does nothing where none was found."""
        chosen = self.list.current
        if chosen is None or chosen.id not in self._rows:
            return
        office, clerk = self._desk.office, self._desk.acting
        gone = self._desk.perform(lambda: book.remove(office, clerk, chosen.id))
        if gone is not None:
            self.clear()
            self.dropped.emit(_("{name} 已移出地址簿。").format(name=gone.address.name))

    def _edited(self, text: str) -> None:
        if WHOLE.search(text):
            self._parsed(text)
        elif text.strip():
            rows = {row.id: row for row in book.search(self._desk.office, text, MOST)}
            told = [_choice(row) for row in rows.values()]
            self._offer(told, rows, {})
        else:
            self._offer([], {}, {})

    def _entered(self) -> None:
        chosen = self.list.current
        if not self.list.isHidden() and chosen is not None:
            self._chosen(chosen.id)
        elif self.line.text:
            self._parsed(self.line.text)

    def _parsed(self, text: str) -> None:
        places = places_of(self._desk.office)
        if places is None:
            return
        told = parse(text, places)
        place = told.place
        address = Address(
            name=told.name, phone=told.phone, province=place.province, city=place.city,
            district=place.district, street=told.detail,
        )  # fmt: skip
        options = {f"{PLACE}{n}": one for n, one in enumerate(told.options[:MOST])}
        choices = [Choice(id, one.text, _("就是这里")) for id, one in options.items()]
        self._offer(choices, {}, options)
        self.found.emit(address, "；".join(map(doubt, told.doubts)))

    def _chosen(self, id: str) -> None:
        if id in self._options:
            self.placed.emit(self._options[id])
        elif id in self._rows:
            self.found.emit(self._rows[id].address, "")
        self.clear()

    def _offer(
        self, choices: list[Choice], rows: dict[str, AddressRow], options: dict[str, Place]
    ) -> None:
        self._rows, self._options = rows, options
        self.list.setVisible(bool(choices))
        self.drop.setVisible(bool(rows))
        self.list.offer(choices)
        height = self.list.sizeHintForRow(0) * len(choices) if choices else 0
        self.list.setFixedHeight(height + 2 * self.list.frameWidth())


def _choice(row: AddressRow) -> Choice:
    end = row.address
    return Choice(row.id, f"{end.name}　{end.phone}".strip(), end.whole)
