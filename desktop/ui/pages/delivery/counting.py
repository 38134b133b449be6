"""清点签收: the back office counts a batch; what was not in it goes back on the window's list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.handling.batches import Batch, BatchLine
from desktop.domain.refusal import Refusal
from desktop.services.handling import batches
from desktop.ui.desk import Desk
from desktop.ui.pages.delivery import columns
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.handling.acts import materials_taken_over


class Counting(QFrame):
    """Every case is there until the space bar says that it is missing. `pressed(verb)`."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.batch: Batch | None = None
        self._missing: set[str] = set()
        self._title = label("", "title")
        self._facts = label("", "quiet", wrap=True)
        self._found = label("", wrap=True)
        here = Column(_("清点"), self._mark, 3, tone=self._tone)
        self.pane = RowsPane(
            (here, *columns.LINES), all_of(self._lines), lambda line: str(line.case),
            _("交接单里的办件"), (_("交接单是空的"), ""),
        )  # fmt: skip
        self.differences = Field(_("差异"), _("份数、页数有出入时写明"))
        self.print = KeyButton("print_papers", _("打印交接单"))
        self.button = KeyButton("finish", _("清点签收"), primary=True)
        self._hint = label(_("空格 缺这一件或在　交出的人不能自己清点　Esc 返回"), "quiet")
        self._build()

    def open(self, number: str) -> Batch:
        """Show the batch as it stands; a counted one is only to be read."""
        batch = self._desk.office.store.views.batch(number)
        if batch is None:
            raise Refusal("unknown_batch", batch=number)
        self.batch = batch
        taken = batch.taken
        self._missing = set(taken.missing) if taken else set()
        self._title.setText(_("材料交接单 {number}").format(number=number))
        facts = _("移送给 {to}　交出人 {clerk}　共 {n} 件办件")
        told = facts.format(to=batch.given.to, clerk=batch.clerk, n=len(batch.given.lines))
        note = _("　备注：{note}").format(note=batch.given.note) if batch.given.note else ""
        self._facts.setText(told + note)
        self._found.setText(materials_taken_over(taken) if taken else "")
        self._found.setVisible(taken is not None)
        self.differences.set_text("")
        for widget in (self.differences, self.button, self._hint):
            widget.setVisible(taken is None)
        self.pane.reload()
        return batch

    def take_focus(self) -> None:
        self.pane.take_focus()

    def toggle(self) -> None:
        line: BatchLine | None = self.pane.current
        if line is not None and self.batch is not None and self.batch.taken is None:
            self._missing ^= {line.case}
            self.pane.reload()
            self.pane.view.step()

    def verb(self) -> Callable[[], Batch]:
        """Sign for what is there."""
        assert self.batch is not None
        number, missing, told = self.batch.number, sorted(self._missing), self.differences.text
        office, clerk = self._desk.office, self._desk.acting
        return lambda: batches.take_over(office, clerk, number, missing, told)

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(self._title)
        inside.addWidget(self._facts)
        inside.addWidget(self._found)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.differences)
        inside.addLayout(foot((self.print, self.button), self.pressed, self._hint))
        self.differences.finished.connect(self.take_focus)

    def _lines(self) -> tuple[BatchLine, ...]:
        return self.batch.given.lines if self.batch else ()

    def _mark(self, line: BatchLine) -> str:
        return _("× 缺") if line.case in self._missing else _("✓ 在")

    def _tone(self, line: BatchLine) -> str:
        return "bad" if line.case in self._missing else "good"
