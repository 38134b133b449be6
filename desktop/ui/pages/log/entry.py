"""One entry in plain words: what was done, both its times, and where it lies in the chain."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.days import BEIJING
from desktop.domain.supervision.rows import LogEntry
from desktop.ui.pages.log.columns import who
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.facts import Facts
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.acts import act_name, detail


class EntryPane(QWidget):
    """`case_wanted(number)` with Enter or the button, where the entry is of a case."""

    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = ""
        self.title = label("", "heading")
        self.facts, self.chain = Facts(), Facts()
        self.button = KeyButton("open", _("打开办件"), primary=True)
        self.button.setText(_("Enter  打开办件"))  # the table calls the key Return
        self.button.clicked.connect(self.open_case)
        panel = frame("panel")
        outside = column(self)
        outside.addWidget(panel)
        inside = column(panel, margin=3)
        inside.addWidget(self.title)
        across = row(gap=4)
        across.addWidget(self.facts, 3)
        across.addWidget(self.chain, 2)
        inside.addLayout(across, 1)
        foot = row()
        foot.addWidget(label(_("Esc 回到日志。这一条不能改、不能删；更正是另一条。"), "quiet"), 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)

    def show_entry(self, found: LogEntry) -> None:
        told = found.row
        self._case = told.case
        self.title.setText(act_name(told.kind))
        self.facts.show_facts(
            (
                (_("发生时刻"), moment(told.happened_at)),
                (_("记录时刻"), moment(told.recorded_at) + _late(found)),
                (_("经办人"), who(told)),
                (_("大厅·窗口"), f"{told.hall} · {told.window}".strip(" ·")),
                (_("办件"), told.case),
                (_("事项"), told.item_name),
                (_("申请人"), f"{told.applicant}　{told.applicant_id}".strip()),
                (_("内容"), detail(told.payload)),
            )
        )
        self.chain.show_facts(
            (
                (
                    _("链位"),
                    _("设备 {device}，第 {seq} 条").format(device=told.device, seq=told.seq),
                ),
                (_("类别"), f"{act_name(told.kind)}　v{found.version}"),
                (_("所属"), found.entity),
                (_("哈希"), _grouped(found.hash)),
                (_("前一条的哈希"), _grouped(found.previous)),
            )
        )
        self.button.setVisible(bool(told.case))

    def take_focus(self) -> None:
        (self.button if self._case else self).setFocus()

    def open_case(self) -> None:
        if self._case:
            self.case_wanted.emit(self._case)


def moment(at: datetime) -> str:
    """Beijing time to the second."""
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"


def _late(found: LogEntry) -> str:
    """How much later it was recorded, where that counts as 补录."""
    if not found.row.late:
        return ""
    gap: timedelta = found.row.recorded_at - found.row.happened_at
    minutes = int(gap.total_seconds() // 60)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = ((days, _("天")), (hours, _("小时")), (rest, _("分钟")))
    words = " ".join(f"{n} {unit}" for n, unit in parts if n)
    return _("　补录，晚 {words}").format(words=words)


def _grouped(hash: str) -> str:
    """Eight at a time, so that it can be read aloud and wraps."""
    return " ".join(hash[at : at + 8] for at in range(0, len(hash), 8))
