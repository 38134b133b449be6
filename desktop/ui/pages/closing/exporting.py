"""定时导出: when and where the log goes by itself, and how that went."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.supervision.closing.schedule import Tried
from desktop.services.supervision.closing import schedule
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.log.export import FORMATS
from desktop.ui.pages.papers.store import usual_folder
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.paths import FolderField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, frame, label, row, wear
from desktop.wording import _

CHANGED = frozenset({Topic.LOG})
ABOUT = _(
    "到点就把当天的日志存进这个文件夹，姓名和证件号码掩码；本程序开着才会导出，没开的日子"
    "下次打开时补上（最多 31 天）。文件夹一时连不上会自动再试，并在日结、登录时提醒。"
    "要在程序关着时导出，请用系统的定时任务执行 log 命令。"
)


class SchedulePane(QWidget):
    """`told(tone, text)` when it was saved or stopped."""

    told = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._state, self._note = label("", wrap=True), label("", "warn", wrap=True)
        able = [(one, words) for one, words in FORMATS.items() if one in desk.office.ledgers]
        self.at = Field(_("每天几点"), _("如 17:30"))
        self.format = Pick(_("格式"), able)
        self.place = FolderField(_("存到哪个文件夹"), usual_folder())
        self.button = KeyButton("save_form", _("保存"), primary=True)
        self.stop_button = KeyButton("stop_schedule", _("停止"))
        self._filled = False
        self._build()

    def reload(self) -> None:
        """What is written in the fields stays, once they were filled."""
        told = schedule.schedule(self._desk.office)
        if told is not None and not self._filled:
            self._filled = True
            self.at.set_text(f"{told.at:%H:%M}")
            self.format.set_value(told.format)
            self.place.field.set_text(told.folder)
        self.stop_button.setVisible(told is not None)
        if told is None:
            self._state.setText(_("没有设定时导出。"))
        else:
            known = schedule.tried(self._desk.office)
            done = max(filter(None, (known.done, known.early)), default=None)
            last = (
                _("最近导出的是 {day} 的日志。").format(day=done) if done else _("还没有导出过。")
            )
            words = _("每天 {at} 存到 {folder}。{last}")
            self._state.setText(words.format(at=f"{told.at:%H:%M}", folder=told.folder, last=last))
        wear(self._state, "quiet" if told is None else "good")
        failed = schedule.note(self._desk.office)
        self._note.setText(note_text(failed) if failed else "")
        self._note.setVisible(failed is not None)

    def take_focus(self) -> None:
        self.at.line.setFocus()

    def save(self) -> None:
        office, clerk = self._desk.office, self._desk.acting
        at, folder, format = self.at.text, str(self.place.folder), str(self.format.value)
        known = self._desk.perform(
            lambda: schedule.set_schedule(office, clerk, at, folder, format), CHANGED
        )
        if known is not None:
            self._filled = False
            self.reload()
            told = _("已保存：每天 {at} 导出当天的日志。")
            self.told.emit(Tone.GOOD, told.format(at=f"{known.at:%H:%M}"))

    def stop(self) -> None:
        office, clerk = self._desk.office, self._desk.acting

        def verb() -> bool:
            schedule.stop(office, clerk)
            return True

        if self._desk.perform(verb, CHANGED):
            self.reload()
            self.told.emit(Tone.INFO, _("已停止定时导出。"))

    def _build(self) -> None:
        panel = frame("panel")
        panel.setMaximumWidth(unit(240))
        inside = column(panel, margin=4, gap=3)
        inside.addWidget(label(_("定时导出日志"), "title"))
        inside.addWidget(self._state)
        inside.addWidget(self._note)
        across = row(gap=3)
        self.at.setFixedWidth(unit(36))
        across.addWidget(self.at)
        across.addWidget(self.format)
        across.addWidget(self.place, 1)
        inside.addLayout(across)
        inside.addWidget(label(ABOUT, "quiet", wrap=True))
        foot = row(gap=1.5)
        foot.addStretch(1)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        inside.addStretch(1)
        column(self).addWidget(panel)
        self.at.finished.connect(self.save)
        self.place.field.finished.connect(self.save)
        self.button.clicked.connect(self.save)
        self.stop_button.clicked.connect(self.stop)


def note_text(told: Tried) -> str:
    """`11-23 的日志还没有导出（试了 3 次）：找不到文件夹…`."""
    words = _("{day} 的日志还没有导出（试了 {n} 次）：{why}")
    return words.format(day=f"{told.day:%m-%d}" if told.day else "", n=told.failures, why=told.why)
