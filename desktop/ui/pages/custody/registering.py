"""登记: which of a case's received originals the hall keeps; a label for each is printed next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.services.custody import pieces
from desktop.services.custody.pieces import Candidate
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.custody.columns import short
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.LOG})


class Registering(QFrame):
    """`registered(numbers)`, joined by `+`."""

    registered = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._case = ""
        self._told: tuple[Candidate, ...] = ()
        self._on: set[str] = set()
        self._title = label("", "title")
        self.pane = RowsPane(
            (
                Column(_("登记"), lambda one: "✓" if one.key in self._on else "○", 3,
                       tone=lambda one: "good" if one.key in self._on else "quiet"),
                Column(_("原件、结果文书"), lambda one: one.name),
                Column(_("种类"), lambda one: word(one.kind), 5),
                Column(_("份"), lambda one: str(one.copies), 2, right=True),
            ),
            all_of(lambda: self._told), lambda one: str(one.key), _("可登记的"),
            (_("没有可登记的原件"), _("已登记过，或这件没有收原件；补收后再来。")),
        )  # fmt: skip
        self.button = KeyButton("save_form", _("登记，打印标签"), primary=True)
        inside = column(self, margin=3)
        inside.addWidget(self._title)
        inside.addWidget(self.pane, 1)
        foot = row(gap=3)
        foot.addWidget(label(_("空格 选中或去掉　Esc 返回"), "quiet"), 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.button.clicked.connect(self.finish)

    def open(self, case: str) -> tuple[Candidate, ...]:
        """Nothing is chosen yet: what is only looked at and handed back is no piece."""
        told = pieces.candidates(self._desk.office, case)
        self._case, self._told, self._on = case, told, set()
        self._title.setText(_("登记保管件　办件 {n}").format(n=short(case)))
        self._again()
        self.take_focus()
        return told

    def take_focus(self) -> None:
        self.pane.take_focus()

    def tick(self) -> None:
        one = self.pane.current
        if one is not None:
            self._on ^= {one.key}
            self._again()
            self.pane.view.step()

    def finish(self) -> None:
        office, clerk, case = self._desk.office, self._desk.acting, self._case
        keys = tuple(self._on)
        made = self._desk.perform(lambda: pieces.register(office, clerk, case, keys), CHANGED)
        if made is not None:
            self.registered.emit("+".join(piece.number for piece in made))

    def _again(self) -> None:
        self.pane.reload()
        self.button.set_ready(bool(self._on), _("先按空格选中"))
