"""Sender and receiver of a parcel: the hall at one end, the applicant at the other."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.courier.entries import Address
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, label
from desktop.wording import _


class AddressFields(QWidget):
    """姓名 电话 城市 地址. No other identity data belongs to a parcel (快递条例 22)."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Field(_("姓名或名称"))
        self.phone = Field(_("电话"))
        self.city = Field(_("城市"))
        self.street = Field(_("地址"))
        inside = column(self, gap=1)
        inside.addWidget(label(title, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(2))
        grid.setVerticalSpacing(unit(1))
        for place, field in enumerate((self.name, self.phone, self.city, self.street)):
            grid.addWidget(field, place // 2, place % 2)
            field.finished.connect(field.line.focusNextChild)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        inside.addLayout(grid)

    @property
    def address(self) -> Address:
        return Address(
            name=self.name.text,
            phone=self.phone.text,
            city=self.city.text,
            street=self.street.text,
        )

    def show_address(self, told: Address) -> None:
        self.name.set_text(told.name)
        self.phone.set_text(told.phone)
        self.city.set_text(told.city)
        self.street.set_text(told.street)
