"""材料移送: the cases whose materials lie at the window go to the back office on one sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.cases.case import Case
from desktop.domain.handling.batches import Batch
from desktop.services.handling import batches
from desktop.ui.desk import Desk
from desktop.ui.pages.delivery import columns
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _

LAST = "materials_to"
"""To whom this station gave materials last: remembered, for it is mostly the same."""


class Giving(QWidget):
    """All that wait are on the sheet until one is taken off by the space bar."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cases: list[Case] = []
        self._off: set[str] = set()
        self.to = Field(_("移送给"), _("承办机构或人员"))
        self.to.set_text(desk.office.store.local.recall(LAST))
        self.note = Field(_("备注"), _("如：共两袋；可不填"))
        on = Column(_("移送"), self._mark, 3, tone=self._tone)
        self.pane = RowsPane(
            (on, *columns.GIVING), all_of(lambda: self._cases), lambda case: str(case.number),
            _("材料还在窗口的办件"), (_("窗口没有要移送的材料"), _("受理、代收以后，材料会列在这里。")),
        )  # fmt: skip
        self.button = KeyButton("finish", "", primary=True)
        inside = column(self)
        top = row(gap=3)
        top.addWidget(self.to, 1)
        top.addWidget(self.note, 2)
        inside.addLayout(top)
        inside.addWidget(self.pane, 1)
        foot = row(gap=3)
        foot.addWidget(label(_("空格 移送或留下；交接单一式两份"), "quiet"), 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.to.finished.connect(self.take_focus)
        self.note.finished.connect(self.take_focus)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The cases on the sheet."""
        return tuple(case.number for case in self._cases if case.number not in self._off)

    def reload(self) -> int:
        """Read anew; what was taken off stays off. How many wait."""
        self._cases = batches.waiting(self._desk.office)
        self._show()
        return len(self._cases)

    def take_focus(self) -> None:
        self.pane.take_focus()

    def toggle(self) -> None:
        chosen: Case | None = self.pane.current
        if chosen is not None:
            self._off ^= {chosen.number}
            self._show()
            self.pane.view.step()

    def verb(self) -> Callable[[], Batch]:
        """Give away what is marked, and remember to whom."""
        office, clerk = self._desk.office, self._desk.acting
        numbers, to, note = self.numbers, self.to.text, self.note.text

        def give() -> Batch:
            batch = batches.hand_over(office, clerk, numbers, to, note)
            office.store.local.remember(LAST, batch.given.to)
            return batch

        return give

    def given(self) -> None:
        """A new sheet begins."""
        self._off.clear()
        self.note.set_text("")

    def _show(self) -> None:
        self.pane.reload()
        number = len(self.numbers)
        self.button.set_words(_("出交接单（{n} 件）").format(n=number))
        self.button.set_ready(bool(number))

    def _mark(self, case: Case) -> str:
        return "○" if case.number in self._off else "✓"

    def _tone(self, case: Case) -> str:
        return "quiet" if case.number in self._off else "good"
