"""首次设置: who this station is, who its first supervisor is. One page, F9 at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Role
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.halls.opening import open_station
from desktop.ui.desk import ALL, Desk
from desktop.ui.pages.entry.card import Card
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import label
from desktop.wording import _

STATION: tuple[tuple[str, str, str], ...] = (
    ("hall_name", _("大厅名称"), _("如：北京经开区政务服务中心")),
    ("hall", _("大厅代码"), _("2–8 位字母或数字，印在每个编号上")),
    ("organ", _("机关全称"), _("印在文书抬头，须与印章一致")),
    ("window", _("窗口号"), _("如：3")),
    ("device", _("设备码"), _("2–8 位，全厅不得重复，如 A07")),
    ("phone", _("咨询电话"), ""),
    ("complaints", _("监督电话"), ""),
    ("address", _("地址"), ""),
    ("hours", _("办公时间"), _("如：工作日 9:00–17:00")),
)
PERSON: tuple[tuple[str, str, str], ...] = (
    ("code", _("首位主管工号"), ""),
    ("name", _("主管姓名"), ""),
    ("password", _("密码（至少 8 位）"), ""),
    ("again", _("再输一次密码"), ""),
    ("pin", _("锁屏 PIN（至少 4 位数字，可不填）"), ""),
)
ACROSS = 3
SECRET = frozenset({"password", "again", "pin"})


class FirstRun(Card):
    """`save` keeps the station's settings in their file."""

    def __init__(
        self, desk: Desk, save: Callable[[Station], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("首次设置"), across=290, parent=parent)
        self._desk, self._save = desk, save
        self.fields: dict[str, Field] = {}
        told = _(
            "只做一次。名称、电话和地址以后可在「大厅」页改；大厅代码和设备码不能改。填完按 F9。"
        )
        self.inside.addWidget(label(told, "quiet", wrap=True))
        self.inside.addWidget(label(_("本机"), "heading"))
        self.inside.addLayout(self._grid(STATION))
        self.inside.addWidget(label(_("首位主管"), "heading"))
        self.inside.addLayout(self._grid(PERSON))
        self.button = KeyButton("save_form", _("完成设置"), primary=True)
        self.button.clicked.connect(self.open)
        self.inside.addWidget(self.button)

    def enter(self) -> None:
        self.fields["hall_name"].line.setFocus()

    def open(self) -> None:
        """Name the station, set its supervisor, sign that person in."""
        told = {name: field.line.text() for name, field in self.fields.items()}
        names: dict[str, Any] = {name: told[name].strip() for name, *_rest in STATION}
        station = replace(self._desk.office.station, **names)
        person = ClerkSet(
            code=told["code"].strip(), name=told["name"].strip(), role=Role.SUPERVISOR
        )

        def verb() -> object:
            if told["password"] != told["again"]:
                raise Refusal("passwords_differ")
            return open_station(
                self._desk.office, station, person, told["password"], told["pin"], self._save
            )

        clerk = self._desk.perform(verb, ALL)
        if clerk is not None:
            self._desk.office.store.local.remember("last_clerk", person.code)
            self.done.emit()

    def refused_at(self, field: str) -> None:
        """Jump to the field that the refusal names."""
        if field in self.fields:
            self.fields[field].line.setFocus()

    def _grid(self, rows: tuple[tuple[str, str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(4))
        grid.setVerticalSpacing(unit(2))
        for place, (name, words, hint) in enumerate(rows):
            field = Field(words, hint)
            if name in SECRET:
                field.line.setEchoMode(QLineEdit.EchoMode.Password)
            field.finished.connect(field.line.focusNextChild)
            self.fields[name] = field
            grid.addWidget(field, place // ACROSS, place % ACROSS)
        return grid


assert {name for name, *_rest in STATION} <= {field.name for field in fields(Station)}
