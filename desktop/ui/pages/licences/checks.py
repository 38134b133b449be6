"""待核: what was spared while no source answered, since when, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk
from desktop.domain.licences.checks import Finding, OpenCheck
from desktop.domain.licences.fetched import LicenceAnswer
from desktop.services.licences import checking
from desktop.services.licences.checking import Lookup
from desktop.ui.desk import Desk, Topic
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.licences.checks import advice, finding_text

EMPTY = (
    _("没有待核的证照"),
    _("来源没有答复时，依法免交的材料先收件，列在这里，之后再查。"),
)
CHANGED = frozenset({Topic.LICENCES, Topic.CASES, Topic.LOG})
TONES = {Finding.NOT_FOUND: "bad", Finding.NOT_GOOD: "bad"}


class Checks(QWidget):
    """`opened(case)`; `said(text)` when a lookup is over."""

    opened = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns = (
            Column(_("材料"), lambda one: one.name),
            Column(_("办件"), lambda one: one.case, 13),
            Column(_("待核自"), lambda one: f"{one.since.astimezone(BEIJING):%Y-%m-%d}", 6),
            Column(_("查到"), finding_text, 13, tone=lambda one: TONES.get(one.finding, "warn")),
        )
        self.pane = RowsPane(columns, all_of(self._rows), _key, _("待核"), EMPTY)
        self.advice = label("", "quiet", wrap=True)
        self.button = KeyButton("verify_licences", _("再查一遍"))
        inside = column(self, gap=3)
        inside.addWidget(self.pane, 1)
        foot = row(gap=3)
        foot.addWidget(self.advice, 1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.pane.opened.connect(lambda one: self.opened.emit(one.case))
        self.pane.looked_at.connect(self._look)
        self.button.clicked.connect(lambda _checked=False: self.verify())

    def reload(self) -> int:
        """How many wait."""
        number = self.pane.reload()
        self._look(self.pane.current)
        return number

    def verify(self) -> None:
        """Ask again for everything that waits; the outside source in a worker."""
        desk, office = self._desk, self._desk.office
        checks = self._rows()
        if desk.working or not checks:
            return
        clerk = desk.clerk
        lookups = desk.perform(lambda: checking.ask(office, desk.acting, checks))
        if lookups is None or clerk is None:
            return
        self.advice.setText(_("正在查询 {n} 项…").format(n=len(lookups)))
        desk.work(
            lambda _progress: checking.answered(lookups),
            lambda answers: self._answered(clerk, lookups, answers),
            otherwise=self._again,
        )

    def _answered(
        self, clerk: Clerk, lookups: list[Lookup], answers: list[tuple[LicenceAnswer, ...]]
    ) -> None:
        told = self._desk.perform(
            lambda: checking.record(self._desk.office, clerk, lookups, answers), CHANGED
        )
        good = sum(one.finding is Finding.VERIFIED for one in told or ())
        self._again()
        self.said.emit(
            _("查了 {n} 项，核实 {good} 项，还待核 {left} 项。").format(
                n=len(lookups), good=good, left=len(self._rows())
            )
        )

    def _again(self) -> None:
        self.reload()

    def _look(self, one: OpenCheck | None) -> None:
        self.advice.setText(advice(one) if one else "")

    def _rows(self) -> list[OpenCheck]:
        return checking.open_checks(self._desk.office)


def _key(one: OpenCheck) -> str:
    return f"{one.case} {one.key}"
