"""What 看板 and 月报 share: a hall to choose, rows behind a mark, read in a worker at its pace."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QTimer

from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.figures.behind import BehindPane
from desktop.ui.pages.room import Room
from desktop.ui.widgets.forms.pick import Pick
from desktop.wording import _

FRONT, ROWS = range(2)
"""The figures, and behind a mark its rows."""
ROWS_HINT = _("Enter 打开这一件　Esc 回到数字")
PACE_MS = 3000
"""However much happens, figures are read anew no oftener than this."""


class Paced(Room):
    """A page answers `_read`; the answer to what was asked last is shown, an earlier one that comes
    late is not.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.hall = Pick(_("大厅"), [("", _("全部"))])
        self.behind = BehindPane(desk)
        self._asked = 0
        self._late = False
        self._pace = QTimer(self, singleShot=True, interval=PACE_MS)
        self.hall.picked.connect(lambda _hall: self._read())
        self.behind.wanted.connect(self.wanted)
        self._pace.timeout.connect(self._due)

    @property
    def halls(self) -> frozenset[str]:
        """Empty: all of them."""
        hall = str(self.hall.value or "")
        return frozenset({hall} if hall else ())

    def reload(self, topics: Set[Topic]) -> None:
        """At once where the last reading lies some time back; else when that time has passed."""
        known = self.desk.office.store.views.figures.halls()
        self.hall.offer([("", _("全部")), *known])
        self.hall.setVisible(len(known) > 1)
        if self.stack.currentIndex() == ROWS:
            self.behind.reload()
        if self._pace.isActive():
            self._late = True
        else:
            self._read()

    def hints(self) -> str:
        return super().hints() if self.stack.currentIndex() == FRONT else ROWS_HINT

    def _read(self) -> None:
        """Ask for the figures in a worker."""

    def _ask(self) -> int:
        """The number of this question."""
        self._asked += 1
        self._late = False
        self._pace.start()
        return self._asked

    def _due(self) -> None:
        """Only where something happened meanwhile."""
        if self._late and self.isVisible():
            self._read()
