"""失信名单: the list in force, the next one imported, and one number looked up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop.domain.identity.party import Party
from desktop.domain.identity.verdict import Level
from desktop.services.promises import records
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.exchange.dated import Dated
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, frame, label, row, wear
from desktop.wording import _
from desktop.wording.guidance.promises import standing_text

TONES = {Level.OK: "good", Level.WARN: "warn", Level.ERROR: "bad"}


class Records(QWidget):
    """`told(tone, text)` when a list was taken over."""

    told = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state = label("", "", wrap=True)
        self.file = Field(_("名单文件（XLSX、CSV）"))
        self.browse = QPushButton(_("选文件…"))
        self.as_of = Field(_("名单截至哪一天，例如 2026-11-20"))
        self.button = KeyButton("save_form", _("导入，替换前一份"), primary=True)
        self.number = Field(_("查证件号码或统一社会信用代码，Enter 查询"))
        self.found = label("", "quiet", wrap=True)
        self._build()

    def reload(self) -> None:
        known = records.in_force(self._desk.office)
        self.state.setText(
            _("在用：名单截至 {day}，共 {n} 行。").format(day=known.as_of, n=known.rows)
            if known
            else _("还没有导入失信名单：容缺受理和告知承诺按申请人书面承诺受理。")
        )
        wear(self.state, "" if known else "quiet")

    def enter(self) -> None:
        self.reload()
        self.file.line.setFocus()

    def save(self) -> None:
        """Import; on a refusal everything stays as it was, the file's name too."""
        day = _day(self.as_of.text)
        if not self.file.text or day is None:
            self.told.emit(Tone.WARN, _("请选名单文件，并填名单截至哪一天，写成 2026-11-20 这样。"))
            (self.as_of if self.file.text else self.file).line.setFocus()
            return
        path, desk = Path(self.file.text).expanduser(), self._desk

        known = desk.perform(
            lambda: records.import_list(desk.office, desk.acting, path, day), {Topic.LOG}
        )
        if known is not None:
            self.file.set_text("")
            self.as_of.set_text("")
            self.reload()
            told = _("名单截至 {day}，已导入 {n} 行，前一份已替换。")
            self.told.emit(Tone.GOOD, told.format(day=known.as_of, n=known.rows))

    def look_up(self) -> None:
        """What the counter would say to the holder of this number."""
        verdict = records.check(self._desk.office, Party(id_number=self.number.text))
        self.found.setText(standing_text(verdict))
        wear(self.found, TONES[verdict.level])

    def _browse(self) -> None:
        told, _kind = QFileDialog.getOpenFileName(
            self, self.browse.text(), self.file.text, _("名单 (*.csv)")
        )
        if told:
            self.file.set_text(told)
            self.as_of.line.setFocus()

    def _build(self) -> None:
        panel = frame("panel")
        panel.setMaximumWidth(unit(200))
        inside = column(panel, margin=4, gap=3)
        inside.addWidget(label(_("失信名单"), "heading"))
        inside.addWidget(self.state)
        inside.addWidget(Dated(self._desk, self))
        across = row(gap=3)
        across.addWidget(self.file, 1)
        across.addWidget(self.browse)
        inside.addLayout(across)
        inside.addWidget(self.as_of)
        inside.addWidget(
            label(
                _(
                    "按列名识别：名称/姓名、证件号码/统一社会信用代码、失信情形、认定机关、认定日期、"
                    "有效期至、修复日期。有一格不对，一行也不导入，并说明在第几行第几列。"
                ),
                "quiet",
                wrap=True,
            )
        )
        inside.addWidget(self.button)
        inside.addWidget(label(_("查询"), "heading"))
        inside.addWidget(self.number)
        inside.addWidget(self.found)
        inside.addStretch(1)
        column(self).addWidget(panel, 1)
        self.browse.clicked.connect(self._browse)
        self.button.clicked.connect(self.save)
        self.file.finished.connect(self.as_of.line.setFocus)
        self.as_of.finished.connect(self.save)
        self.number.finished.connect(self.look_up)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
