"""交班: what passes on, to whom, and the successor's own secret."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.halls.roles import Clerk, Right, may, on_leave
from desktop.domain.supervision.closing.entries import Held
from desktop.services.supervision.closing import shift
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.closing.columns import HELD, held_key
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _

CHANGED = frozenset({Topic.DRAFTS, Topic.PAPERS, Topic.LOG})


class ShiftPane(QWidget):
    """`told(tone, text)`; `handed(paper)`. A supervisor chooses whose hands are emptied."""

    told = Signal(object, str)
    handed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count = label("", "quiet", wrap=True)
        self.giver, self.to = Pick(_("移交人"), []), Pick(_("接班人"), [])
        self.secret = Field(_("接班人的锁屏 PIN 或密码（由接班人自己输入）"))
        self.secret.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.note = Field(_("备注"), _("钥匙、公章、设备等"))
        self.pane = RowsPane(
            HELD, all_of(self._held), held_key, _("移交的事项"),
            (_("手上没有待移交的事项"), _("也可以交班：交班单写明没有。")),
        )  # fmt: skip
        self.button = KeyButton("save_form", _("确认交班，打印交班单"), primary=True)
        self._build()

    def reload(self) -> None:
        """Everybody who may serve; of clerks themselves only their own hands."""
        office, clerk = self._desk.office, self._desk.clerk
        if clerk is None:
            return
        people = [one for one in office.store.views.clerks() if may(one, Right.SERVE)]
        mine = [one for one in people if one.code == clerk.code] or [clerk]
        givers = people if self._desk.may(Right.OVERSEE) else mine
        first = self.giver.value is None
        self.giver.offer([(one.code, f"{one.name}（{one.code}）") for one in givers])
        if first or self.giver.value not in [one.code for one in givers]:
            self.giver.set_value(clerk.code)
        self.giver.setEnabled(len(givers) > 1)
        self._offer(people)
        self._count_anew()

    def take_focus(self) -> None:
        self.pane.take_focus() if self.pane.model.rowCount() else self.to.setFocus()

    def hand_over(self) -> None:
        office, giver, to = self._desk.office, str(self.giver.value or ""), str(self.to.value or "")
        secret, note = self.secret.line.text(), self.note.text
        paper = self._desk.perform(
            lambda: shift.hand_over(office, self._desk.acting, giver, to, secret, note), CHANGED
        )
        self.secret.line.clear()
        if paper is None:
            (self.secret.line if to else self.to).setFocus()
            return
        self.note.set_text("")
        self.handed.emit(paper)

    def _offer(self, people: Sequence[Clerk]) -> None:
        today, giver = self._desk.office.today(), self.giver.value
        away = _("（休假）")
        names = [
            (one.code, f"{one.name}（{one.code}）" + (away if on_leave(one, today) else ""))
            for one in people
            if one.code != giver
        ]
        self.to.offer([("", _("请选")), *names])

    def _held(self) -> Sequence[Held]:
        giver = str(self.giver.value or "")
        return shift.held(self._desk.office, giver) if giver else ()

    def _count_anew(self) -> None:
        number = self.pane.reload()
        told = _("共 {n} 项：交班后草稿归接班人，其余由接班人负责；各项的登记不变。")
        self._count.setText(told.format(n=number))

    def _given(self) -> None:
        self.reload()
        self.secret.line.clear()

    def _build(self) -> None:
        panel = frame("panel")
        inside = column(panel, margin=3, gap=2)
        top = row(gap=3)
        top.addWidget(self.giver)
        top.addWidget(self.to)
        top.addWidget(self.note, 1)
        inside.addLayout(top)
        inside.addWidget(self._count)
        inside.addWidget(self.pane, 1)
        foot = row(gap=3)
        foot.addWidget(self.secret, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addLayout(foot)
        column(self).addWidget(panel)
        self.giver.picked.connect(lambda _value: self._given())
        self.note.finished.connect(self.secret.line.setFocus)
        self.secret.finished.connect(self.hand_over)
        self.button.clicked.connect(self.hand_over)
