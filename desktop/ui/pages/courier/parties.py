"""The applicant's end of a parcel; the hall's own end is known."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.courier.entries import Address
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, label
from desktop.wording import _


class AddressFields(QWidget):
    """姓名 电话 城市 地址. No other identity data belongs to a parcel (快递条例 22)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "heading")
        self.name = Field(_("姓名或名称"))
        self.phone = Field(_("电话"))
        self.city = Field(_("城市"))
        self.street = Field(_("地址"))
        inside = column(self, gap=1)
        inside.addWidget(self._title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(2))
        grid.setVerticalSpacing(unit(1))
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.phone, 0, 2)
        grid.addWidget(self.city, 1, 0)
        grid.addWidget(self.street, 1, 1, 1, 2)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        inside.addLayout(grid)
        for field in (self.name, self.phone, self.city, self.street):
            field.finished.connect(field.line.focusNextChild)

    @property
    def address(self) -> Address:
        return Address(
            name=self.name.text,
            phone=self.phone.text,
            city=self.city.text,
            street=self.street.text,
        )

    def set_title(self, words: str) -> None:
        self._title.setText(words)

    def show_address(self, told: Address) -> None:
        self.name.set_text(told.name)
        self.phone.set_text(told.phone)
        self.city.set_text(told.city)
        self.street.set_text(told.street)
        for field in (self.name, self.street):
            field.line.setCursorPosition(0)
