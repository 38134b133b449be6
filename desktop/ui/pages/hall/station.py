"""本机: names, telephones, address, hours, as papers print them. Supervisors alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from desktop.domain.halls.station import Station
from desktop.services.halls.station import change_station
from desktop.ui.desk import Desk, Topic
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _

FIELDS: tuple[tuple[str, str], ...] = (
    ("hall_name", _("大厅名称")),
    ("organ", _("机关全称（文书抬头，须与印章一致）")),
    ("window", _("窗口号")),
    ("phone", _("咨询电话")),
    ("complaints", _("监督电话")),
    ("privacy_contact", _("个人信息保护联系方式")),
    ("address", _("地址")),
    ("hours", _("办公时间")),
    ("review_organ", _("行政复议机关")),
    ("court", _("可起诉的人民法院")),
)
LONGEST_IDLE = 120


class StationForm(QWidget):
    """`told(tone, text)` when it was saved."""

    told = Signal(object, str)

    def __init__(
        self, desk: Desk, save: Callable[[Station], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._save = desk, save
        self._codes = label("", "quiet", wrap=True)
        self.fields = {name: Field(words) for name, words in FIELDS}
        self.idle = QSpinBox(minimum=0, maximum=LONGEST_IDLE)
        self.idle.setSuffix(_(" 分钟"))
        self.idle.setSpecialValueText(_("不自动锁屏"))
        self.idle.lineEdit().setTextMargins(unit(2), 0, 0, 0)
        self.idle.setAccessibleName(_("没人动多久后锁屏"))
        self.button = KeyButton("save_form", _("保存"), primary=True)
        self._build()

    def reload(self) -> None:
        station = self._desk.office.station
        told = _("大厅代码 {hall}，设备码 {device}：印在每个编号上，不能改。")
        self._codes.setText(told.format(hall=station.hall, device=station.device))
        for name, field in self.fields.items():
            field.set_text(str(getattr(station, name)))
        self.idle.setValue(station.idle_minutes)

    def enter(self) -> None:
        self.reload()
        self.fields["hall_name"].line.setFocus()

    def save(self) -> None:
        """A change of a name is journalled; the papers issued before keep what they said."""
        office = self._desk.office
        names: dict[str, Any] = {name: field.text for name, field in self.fields.items()}
        station = replace(office.station, idle_minutes=self.idle.value(), **names)
        saved = self._desk.perform(
            lambda: change_station(office, self._desk.acting, station, self._save), {Topic.LOG}
        )
        if saved is not None:
            self.told.emit(Tone.GOOD, _("已保存。以后出的文书用新的名称和电话。"))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(4))
        grid.setVerticalSpacing(unit(2))
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2)
            field.finished.connect(field.line.focusNextChild)
        above = QWidget()
        down = column(above)
        down.addLayout(grid)
        down.addStretch(1)
        panel = frame("panel")
        inside = column(panel, margin=4, gap=3)
        inside.addWidget(self._codes)
        inside.addWidget(scroll_over(above), 1)
        foot = row(gap=3)
        foot.addWidget(label(_("没人动多久后锁屏（接待时不锁）"), "quiet"))
        foot.addWidget(self.idle)
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        column(self).addWidget(panel)
        self.button.clicked.connect(self.save)
