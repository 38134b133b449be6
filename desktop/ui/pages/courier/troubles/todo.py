"""要处理: how many there are of each trouble, and the parcels, what is due first on top."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.courier.troubles.kinds import Trouble
from desktop.services.courier.troubles.worklist import Troubled, Worklist, worklist
from desktop.ui.desk import Desk
from desktop.ui.pages.courier.troubles import columns
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column
from desktop.wording import _

ALL, WAITING, QUIET = "", "waiting", "quiet"
CALM = (_("没有要处理的快件"), _("在途的都在正常走；有了问题，这里会按先后列出。"))


class Todo(QWidget):
    """`opened(row)`. A chip shows those of one trouble; the same again, all of them."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = Worklist()
        self._kept: Set[str] | None = None
        self._shown = ALL
        self.chips = Chips()
        self.chips.setAccessibleName(_("按问题筛选"))
        self.pane = RowsPane(
            columns.rows(desk.office.today), all_of(self._rows), lambda one: str(one.number),
            _("要处理的快件"), CALM,
        )  # fmt: skip
        inside = column(self, gap=2)
        inside.addWidget(self.chips)
        inside.addWidget(self.pane, 1)
        self.chips.answered.connect(lambda ids: self._choose(ids[0]))
        self.pane.opened.connect(self.opened)

    @property
    def number(self) -> int:
        """How many want somebody, whatever is chosen."""
        return len(self._list.calling)

    def reload(self, kept: Set[str] | None) -> None:
        """Find the troubles anew; `kept` are the numbers that a search leaves, None all."""
        self._list, self._kept = worklist(self._desk.office), kept
        self._offer()
        self.pane.reload()

    def _choose(self, id: str) -> None:
        self._shown = ALL if id == self._shown else id
        self._offer()
        self.pane.reload()
        self.pane.take_focus()

    def _offer(self) -> None:
        """Chips of what there is; a chosen one that is gone gives way to all."""
        told = self._list
        options = [(ALL, _("全部 {n}").format(n=len(told.calling)))]
        options += [
            (one.value, f"{columns.trouble_text(one)} {n}") for one, n in told.counts.items()
        ]
        for id, words, rows in (
            (WAITING, _("等答复 {n}"), told.waiting),
            (QUIET, _("已暂缓 {n}"), told.quiet),
        ):
            if rows:
                options.append((id, words.format(n=len(rows))))
        if self._shown not in {id for id, _words in options}:
            self._shown = ALL
        self.chips.offer(options, (self._shown,))
        self.chips.setVisible(len(options) > 1)

    def _rows(self) -> Sequence[Troubled]:
        told = self._list
        apart = {WAITING: told.waiting, QUIET: told.quiet}
        rows = apart.get(self._shown, told.calling)
        if self._shown in set(Trouble):
            rows = tuple(one for one in rows if one.first.trouble == self._shown)
        return [one for one in rows if self._kept is None or one.number in self._kept]
