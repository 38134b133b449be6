"""The rows behind a mark: cases of a figure, cases in work, savings, parcels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.supervision.figures.behind import (
    Behind,
    CasesBehind,
    OpenBehind,
    SavedBehind,
    SentBehind,
)
from desktop.domain.supervision.figures.panels import Mark
from desktop.services.ports import PAGE, Progress
from desktop.services.supervision.figures.port import Figures
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import moment
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.labels import column
from desktop.ui.widgets.rows import Column, Fetch
from desktop.wording import _
from desktop.wording.figures.words import FIGURES, WAITING, money
from desktop.wording.labels import label as word

Halls = Mapping[str, str]


def _case(row: Any) -> str:
    return str(row.case)


def columns_of(behind: Behind, halls: Halls) -> tuple[Column, ...]:
    """Narrow lists of what the figure counts; the entry's place in its chain stands last."""
    number = Column(_("办件编号"), _case, 13)
    item = Column(_("事项"), lambda row: row.item_name)
    who = Column(_("申请人"), lambda row: row.applicant, 5)
    where = Column(_("大厅"), lambda row: halls.get(row.hall, row.hall), 8, spare=True)
    window = Column(_("窗口"), lambda row: row.window, 3)
    match behind:
        case CasesBehind():
            return (
                Column(_("发生"), lambda row: moment(row.at), 6),
                Column(_("计入"), lambda row: FIGURES[row.figure], 4),
                number, item, who, where, window,
                Column(_("经办"), lambda row: row.clerk, 4),
                Column(_("链位"), lambda row: f"{row.device}:{row.seq}", 6, spare=True),
            )  # fmt: skip
        case OpenBehind():
            return (
                Column(_("最近一天"), lambda row: f"{row.due or '—'}", 6),
                Column(_("到期"), lambda row: WAITING[row.waiting], 7),
                number, item, who, Column(_("环节"), lambda row: word(row.stage), 4), where, window,
            )  # fmt: skip
        case SavedBehind():
            return (
                number, item, Column(_("受理日"), lambda row: f"{row.accepted_on}", 6),
                Column(_("原来"), lambda row: f"{row.before} {row.unit}".strip(), 5, right=True),
                Column(_("现在"), lambda row: f"{row.after} {row.unit}".strip(), 5, right=True),
            )  # fmt: skip
        case SentBehind():
            return (
                Column(_("建单"), lambda row: moment(row.created_at), 6),
                Column(_("快递编号"), lambda row: row.number, 13),
                Column(_("现在"), lambda row: word(row.stage), 4),
                Column(_("运单号"), lambda row: row.waybill or _("待填"), 8),
                Column(_("对方"), lambda row: row.party),
                Column(_("预计费用"), lambda row: money(row.fen), 6, right=True),
            )


def fetch_of(behind: Behind, figures: Callable[[], Figures]) -> Fetch:
    """The view that counted, asked for its rows."""
    match behind:
        case CasesBehind(wanted):
            return lambda at, most: figures().rows(wanted, at, most)
        case OpenBehind(due, halls, waiting):
            return lambda at, most: figures().open_rows(due, halls, waiting, at, most)
        case SavedBehind(wanted, measure, unit):
            return lambda at, most: figures().saved_rows(wanted, measure, unit, at, most)
        case SentBehind(wanted, stage):
            return lambda at, most: figures().sent_rows(wanted, stage, at, most)


class BehindPane(QFrame):
    """`wanted(page, what)` opens the case or the parcel of a row; `shown()` when rows stand."""

    wanted = Signal(str, str)
    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.title = Elided(role="title", lines=2)
        self.pane: RowsPane | None = None
        self._mark: Mark | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = "cases"
        self._inside = column(self, margin=3)
        self._inside.addWidget(self.title)

    def show_behind(self, mark: Mark) -> None:
        """Read in a worker; the list stands when its first rows are there."""
        self._put_away()
        self.title.setText(mark.told)
        self._mark = mark
        self._read(mark, "")

    def reload(self) -> None:
        """The same rows as they are now; the chosen one stays chosen."""
        if self._mark is not None and self.pane is not None:
            row = self.pane.current
            self._read(self._mark, self.pane.model.key(row) if row is not None else "")

    def take_focus(self) -> None:
        if self.pane is not None:
            self.pane.take_focus()
        else:
            self.setFocus()

    def _read(self, mark: Mark, key: str) -> None:
        store = self._desk.office.store

        def task(_report: Progress) -> list[Any]:
            with store.reader() as views:
                return list(fetch_of(mark.behind, lambda: views.figures)(0, PAGE))

        self._desk.work(task, lambda rows: self._show(mark, key, rows))

    def _show(self, mark: Mark, key: str, rows: list[Any]) -> None:
        """A list of its own for each kind of row; what comes too late is not shown."""
        if mark is not self._mark:
            return
        had_focus = self.pane is None or self.pane.view.hasFocus()
        self._put_away()
        views, behind = self._desk.office.store.views, mark.behind
        sent = isinstance(behind, SentBehind)
        self._page = "courier" if sent else "cases"
        self.pane = RowsPane(
            columns_of(behind, dict(views.figures.halls())),
            begun(rows, fetch_of(behind, lambda: views.figures)),
            (lambda row: str(row.number)) if sent else _case,
            mark.told,
            (_("没有"), _("这个数字是零。按 Esc 返回。")),
        )
        self._inside.addWidget(self.pane, 1)
        self.pane.opened.connect(lambda _row: self.open_row())
        self.pane.reload()
        self.pane.seek(key)
        if had_focus and self.isVisible():
            self.pane.take_focus()
        self.shown.emit()

    def _put_away(self) -> None:
        if self.pane is not None:
            self._inside.removeWidget(self.pane)
            self.pane.hide()
            self.pane.deleteLater()
            self.pane = None

    def open_row(self) -> None:
        row = self.pane.current if self.pane else None
        if row is not None:
            self.wanted.emit(self._page, row.number if self._page == "courier" else row.case)


def begun(rows: list[Any], then: Fetch) -> Fetch:
    """The first rows as they were read; those that follow when somebody scrolls to them."""

    def fetch(offset: int, limit: int) -> Sequence[Any]:
        return rows if offset == 0 else then(offset, limit)

    return fetch
