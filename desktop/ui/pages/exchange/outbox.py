"""发件箱: how the exchange stands, what waits and why, the last rounds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.domain.exchange.membership import Contact
from desktop.services.exchange import past, syncing
from desktop.ui.desk import Desk
from desktop.ui.pages.exchange import columns
from desktop.ui.status import CONTACTS
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label, row, wear
from desktop.wording import _
from desktop.wording.exchange.standing import next_text, strip_text, why_text


class Outbox(QWidget):
    """`opened(case)` with Enter; `pressed(verb)` of a button."""

    opened = Signal(str)
    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        office = desk.office
        self.state = label("", "heading", wrap=True)
        self.why = label("", "quiet", wrap=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("交换进度"))
        self.progress.hide()
        self.waiting = RowsPane(
            columns.waiting(office), office.store.exchange.waiting_rows, columns.key_of_waiting,
            _("等待交换的记录"), (_("都同步了"), _("新的办理会先列在这里，交换以后自动消失。")),
        )  # fmt: skip
        self.past = RowsPane(
            columns.past(office), all_of(lambda: past.rounds(office)), columns.key_of_past,
            _("最近的交换"), (_("还没有交换过"), _("加入中心以后，每分钟自动交换一次。")),
        )  # fmt: skip
        self._build()
        desk.exchanging.connect(self._move)
        desk.exchanged.connect(self._over)

    def reload(self) -> None:
        office = self._desk.office
        now, contact = office.now(), syncing.contact(office)
        number, standing = syncing.waiting(office)
        glyph, role = CONTACTS[contact]
        self.state.setText(f"{glyph} {strip_text(contact, number, standing, now)}")
        wear(self.state, role.removeprefix("foot-"))
        said = why_text(standing)
        if contact is Contact.OFFLINE:
            said = f"{said}{next_text(standing, now)}"
        elif contact is Contact.STOPPED:
            said = _("未发出的记录都留在本机；收件、受理、打印照常。")
        else:
            said = said or _("每分钟自动交换一次，不用管它。")
        self.why.setText(said)
        self.waiting.reload()
        self.past.reload()

    def take_focus(self) -> None:
        (self.waiting if self.waiting.current is not None else self.past).take_focus()

    def _move(self, done: int, total: int) -> None:
        self.progress.setVisible(bool(total))
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)

    def _over(self) -> None:
        self.progress.hide()

    def _build(self) -> None:
        top, left, right = frame("panel"), frame("panel"), frame("panel")
        head = column(top, margin=3, gap=1)
        head.addWidget(self.state)
        head.addWidget(self.why)
        head.addWidget(self.progress)
        for panel, words, pane in (
            (left, _("等待交换"), self.waiting),
            (right, _("最近的交换"), self.past),
        ):
            inside = column(panel, margin=3)
            inside.addWidget(label(words, "heading"))
            inside.addWidget(pane, 1)
        outside = column(self)
        outside.addWidget(top)
        across = row(gap=2.5)
        across.addWidget(left, 3)
        across.addWidget(right, 2)
        outside.addLayout(across, 1)
        buttons = (
            KeyButton("write_bundle", _("写交换包")),
            KeyButton("take_bundle", _("收交换包")),
            KeyButton("sync_now", _("立即交换"), primary=True),
        )
        outside.addLayout(foot(buttons, self.pressed))
        self.waiting.opened.connect(lambda told: self.opened.emit(told.case))
