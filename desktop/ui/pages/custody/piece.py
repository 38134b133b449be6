"""One piece: what it is, where it is, every hand it went through; the next move told by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.custody.moves import by_hand
from desktop.domain.custody.piece import Piece
from desktop.services.custody import pieces
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.cases.columns import moment
from desktop.ui.pages.custody import columns
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.facts import Facts, beside
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import label, row
from desktop.wording import _
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.LOG})


class Detail(QWidget):
    """`pressed(verb)` of its buttons."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.piece: Piece | None = None
        self.facts = Facts()
        self._title = label("", "title", wrap=True)
        self.pane = RowsPane(
            columns.PASSAGES, all_of(lambda: self.piece.passages if self.piece else ()),
            lambda one: f"{one.at} {one.motion}", _("经过"), (_("还没有动静"), ""),
        )  # fmt: skip
        self.step = QFrame()
        self.step.setProperty("role", "card")
        self.motion = Pick(_("到了哪里"), [])
        self.note = Field(_("说明"), _("丢失、找到必须写明"))
        self.save = KeyButton("save_form", _("登记"), primary=True)
        self.buttons = (
            KeyButton("print_papers", _("打印标签")),
            KeyButton("open_case", _("打开办件")),
            KeyButton("move_piece", _("登记去向"), primary=True),
        )
        inside = beside(self.facts, self)
        inside.addWidget(self._title)
        inside.addWidget(label(_("经过"), "heading"))
        inside.addWidget(self.pane, 1)
        across = row(self.step, margin=3, gap=3)
        across.addWidget(self.motion)
        across.addWidget(self.note, 1)
        across.addWidget(self.save)
        inside.addWidget(self.step)
        inside.addLayout(foot(self.buttons, self.pressed))
        self.note.finished.connect(self.finish)
        self.save.clicked.connect(self.finish)

    def show_piece(self, number: str) -> Piece:
        """Read the piece anew."""
        told = pieces.load(self._desk.office, number)
        self.piece = told
        self._title.setText(told.name)
        self.facts.show_facts(
            [
                (_("件号"), told.number),
                (_("种类"), word(told.kind)),
                (_("在哪里"), word(told.at)),
                (_("自何时"), f"{moment(told.since)} · {told.clerk}"),
                (_("封签号"), told.bag),
                (_("快件"), told.shipment),
                (_("办件"), told.case),
                (_("页数"), str(told.pages or "")),
            ]
        )
        self.buttons[2].setVisible(bool(by_hand(told.at)))
        self.step.hide()
        self.pane.reload()
        return told

    def take_focus(self) -> None:
        self.pane.take_focus()

    def ask(self) -> None:
        """Only moves that the table holds are offered."""
        if self.piece is None or not by_hand(self.piece.at):
            return
        self.motion.offer([(one, word(one)) for one in by_hand(self.piece.at)])
        self.note.set_text("")
        self.step.show()
        self.motion.setFocus()

    def finish(self) -> None:
        if self.piece is None or self.step.isHidden():
            return
        office, clerk, number = self._desk.office, self._desk.acting, self.piece.number
        motion, note = self.motion.value, self.note.text
        moved = self._desk.perform(
            lambda: pieces.move(office, clerk, number, motion, note), CHANGED
        )
        if moved is not None:
            self.show_piece(number)
            self.take_focus()

    def put_away(self) -> bool:
        if self.step.isHidden():
            return False
        self.step.hide()
        self.take_focus()
        return True
