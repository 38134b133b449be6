"""The applicant's end of a parcel; the hall's own end is known."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.addresses.check import check
from desktop.domain.addresses.entries import AddressKind
from desktop.domain.addresses.places import Place
from desktop.domain.courier.entries import Address
from desktop.services.addresses import book
from desktop.services.addresses.places import places_of
from desktop.ui.desk import Desk
from desktop.ui.pages.courier.sending.finder import Finder
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, label, wear
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.parcels.addresses import doubt

KINDS = (
    (AddressKind.ENTERPRISE, word(AddressKind.ENTERPRISE)),
    (AddressKind.ORGAN, word(AddressKind.ORGAN)),
    (AddressKind.APPLICANT, _("申请人（已同意）")),
)


class AddressFields(QWidget):
    """姓名 电话 省 市 区县 地址. No other identity data belongs to a parcel (快递条例 22).

    `changed` when where it goes may have changed; `kept(words)` when the book changed.
    """

    changed = Signal()
    kept = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = label("", "heading")
        self.finder = Finder(desk)
        self.name = Field(_("姓名或名称"))
        self.phone = Field(_("电话"))
        self.province = Field(_("省"))
        self.city = Field(_("城市"))
        self.district = Field(_("区县"))
        self.street = Field(_("地址"))
        self.doubts = label("", "quiet", wrap=True)
        self.kind = Pick(_("存为"), KINDS)
        self.keep = KeyButton("keep_address", _("存入地址簿"))
        self._fields = (self.name, self.phone, self.province, self.city, self.district, self.street)
        self._build()

    @property
    def address(self) -> Address:
        return Address(
            name=self.name.text,
            phone=self.phone.text,
            province=self.province.text,
            city=self.city.text,
            district=self.district.text,
            street=self.street.text,
        )

    def set_title(self, words: str) -> None:
        self._title.setText(words)

    def show_address(self, told: Address) -> None:
        self.finder.clear()
        self._fill(told)
        self._say("")

    def keep_address(self) -> None:
        """Into the book, as the kind that is chosen; a person's with consent alone."""
        kind: AddressKind = self.kind.value
        office, clerk, told = self._desk.office, self._desk.acting, self.address
        consent = kind is AddressKind.APPLICANT
        done = self._desk.perform(lambda: book.save(office, clerk, told, kind, consent=consent))
        if done is not None:
            self.kept.emit(_("{name} 已存入地址簿。").format(name=told.name))

    def _fill(self, told: Address) -> None:
        texts = (told.name, told.phone, told.province, told.city, told.district, told.street)
        for field, text in zip(self._fields, texts, strict=True):
            field.set_text(text)
            field.line.setCursorPosition(0)

    def _found(self, told: Address, doubts: str) -> None:
        """What was pasted or chosen; what it does not say stays as it was typed."""
        before = self.address
        kept = replace(told, name=told.name or before.name, phone=told.phone or before.phone)
        self._fill(kept)
        self._say(doubts)
        self.changed.emit()

    def _placed(self, place: Place) -> None:
        told = replace(
            self.address, province=place.province, city=place.city, district=place.district
        )
        self._fill(told)
        self._edited()

    def _edited(self) -> None:
        """Once somebody typed, the doubts are those of what stands there."""
        places = places_of(self._desk.office)
        found = check(self.address, places) if places and self.street.text else ()
        self._say("；".join(map(doubt, found)))
        self.changed.emit()

    def _say(self, doubts: str) -> None:
        self.doubts.setText(doubts)
        self.doubts.setVisible(bool(doubts))
        wear(self.doubts, "warn")

    def _build(self) -> None:
        inside = column(self, gap=1)
        inside.addWidget(self._title)
        inside.addWidget(self.finder)
        inside.addWidget(self.doubts)
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(2))
        grid.setVerticalSpacing(unit(1))
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.phone, 0, 2)
        for place, field in enumerate((self.province, self.city, self.district)):
            grid.addWidget(field, 1, place)
        grid.addWidget(self.street, 2, 0, 1, 3)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        inside.addLayout(grid)
        foot = Flow(gap=unit(2))
        for widget in (self.kind, self.keep):
            foot.add(widget)
        inside.addWidget(foot)
        for field in self._fields:
            field.finished.connect(field.line.focusNextChild)
            field.line.editingFinished.connect(self._edited)
        self.finder.found.connect(self._found)
        self.finder.dropped.connect(self.kept)
        self.finder.placed.connect(self._placed)
        self.keep.clicked.connect(self.keep_address)
