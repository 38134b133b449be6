"""日结: the checks on the left, what is open on the right, a reason for each line, then F9."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.supervision.closing.checks import Check, Line
from desktop.domain.supervision.closing.figures import Figure, total
from desktop.services.supervision.closing import day
from desktop.services.supervision.closing.day import Looked
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.closing.columns import CHECKS, CheckRow, lines_columns
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label, row, wear
from desktop.wording import _
from desktop.wording.closing.labels import PER_ACT, USUAL
from desktop.wording.closing.lines import carried_text, line_text
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.LOG, Topic.PAPERS})
TOMORROW = _("明日续办")


class DayPane(QWidget):
    """`told(tone, text)`, `opened(line)` to go and finish it, `closed(paper)`. Reasons that were
    written stay until the day is closed, whatever else changes.
    """

    told = Signal(object, str)
    opened = Signal(object)
    closed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.looked: Looked | None = None
        self.reasons: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._check: Check | None = None
        self._sure = False
        self._title, self._state = label("", "title"), label("", "quiet", wrap=True)
        self._figures = label("", wrap=True)
        self._before = label("", "quiet", wrap=True)
        self._digits = label("", "quiet", wrap=True)
        self.checks = RowsPane(
            CHECKS, all_of(self._checks), lambda one: str(one.key), _("检查"), ("", "")
        )
        self.pane = RowsPane(
            lines_columns(self.reason_of, lambda code: self._names.get(code, code)),
            all_of(self._lines), lambda one: str(one.id), _("未完事项"),
            (_("这里没有未完的事项"), _("都办完了，按 F9 日结。")),
        )  # fmt: skip
        self.ask = Ask(_("结转理由"), _("写上"))
        self.button = KeyButton("save_form", _("日结，打印日结单"), primary=True)
        self.rest = KeyButton("carry_rest", _("其余一并结转"))
        self.write = KeyButton("write_reason", _("写理由"))
        self.print = KeyButton("print_papers", _("日结单"))
        self._build()

    def reload(self) -> None:
        """What is open now; the choice stays where its line does."""
        self._sure = False
        views = self._desk.office.store.views
        self.looked = self._desk.perform(lambda: day.look(self._desk.office, self._desk.acting))
        self._names = {one.code: one.name for one in views.clerks()}
        self._head()
        self._again()

    def take_focus(self) -> None:
        self.pane.take_focus() if self.pane.model.rowCount() else self.checks.take_focus()

    def reason_of(self, line: Line) -> str:
        return self.reasons.get(line.id, line.reason)

    def usual(self, place: int) -> None:
        """The digit's reason for the line under the cursor, and on to the next."""
        line = self.pane.current
        if line is not None and place <= len(USUAL[line.check]):
            self._say_why(line, _(USUAL[line.check][place - 1]))

    def write_reason(self) -> None:
        line = self.pane.current
        if line is not None:
            self._make_room(True)
            self.ask.ask(text=self.reason_of(line))

    def carry_rest(self) -> None:
        """A line each for all that nobody gave a reason for."""
        rest = self._rest()
        if not rest:
            self.told.emit(Tone.INFO, _("每一项都有结转理由了，按 F9 日结。"))
            return
        self.reasons |= {line.id: TOMORROW for line in rest}
        self._again()
        told = _("其余 {n} 项写为「{reason}」结转。按 F9 日结。")
        self.told.emit(Tone.GOOD, told.format(n=len(rest), reason=TOMORROW))
        self.take_focus()

    def close_day(self) -> None:
        """Close; where lines are without a reason it is said once, and done the second time."""
        if not self.ask.isHidden():
            self._written(self.ask.field.text)
            return
        rest = self._rest()
        if rest and not self._sure:
            self._sure = True
            told = _("还有 {n} 项没有写结转理由：F4 一并结转（明日续办），或再按 F9 就此日结。")
            self.told.emit(Tone.WARN, told.format(n=len(rest)))
            return
        office, reasons = self._desk.office, dict(self.reasons)
        paper = self._desk.perform(lambda: day.close(office, self._desk.acting, reasons), CHANGED)
        if paper is not None:
            self.reasons = {}
            self.closed.emit(paper)

    def put_away(self) -> bool:
        shown = self.ask.put_away()
        if shown:
            self.take_focus()
        return shown

    def _say_why(self, line: Line, reason: str) -> None:
        self.reasons[line.id] = reason
        self._sure = False
        at = self.pane.view.currentIndex().row()
        self._again()
        self.pane.view.choose(min(at + 1, self.pane.model.rowCount() - 1))
        self.pane.take_focus()

    def _make_room(self, asking: bool) -> None:
        """One question at a time: what else there is to press steps back for it."""
        for widget in (self._foot, self._digits):
            widget.setVisible(not asking)

    def _let_be(self) -> None:
        self._make_room(False)
        self.pane.take_focus()

    def _written(self, text: str) -> None:
        line = self.pane.current
        self.ask.put_away()
        if line is not None:
            self._say_why(line, text)

    def _rest(self) -> list[Line]:
        found = self.looked.lines if self.looked else []
        return [line for line in found if not self.reason_of(line)]

    def _checks(self) -> list[CheckRow]:
        found = self.looked.lines if self.looked else []
        rows = []
        for check in (None, *Check):
            some = [line for line in found if check in (None, line.check)]
            if some or check is None:
                rows.append(CheckRow(check, len(some), sum(bool(self.reason_of(x)) for x in some)))
        return rows

    def _lines(self) -> Sequence[Line]:
        found = self.looked.lines if self.looked else []
        return [line for line in found if self._check in (None, line.check)]

    def _again(self) -> None:
        """Both lists anew, with the choices they had."""
        line, check = self.pane.current, str(self._check or "")
        if check and check not in {one.key for one in self._checks()}:
            self._check, check = None, ""
        self.checks.reload()
        self.checks.seek(check)
        self.pane.reload()
        if line is not None:
            self.pane.seek(line.id)

    def _turn(self, one: CheckRow) -> None:
        if one.check is not self._check:
            self._check = one.check
            self.pane.reload()

    def _look(self, line: Line) -> None:
        """The line in full, what the digits mean here, and what was said of it before."""
        digits = "　".join(f"{n} {_(text)}" for n, text in enumerate(USUAL[line.check], 1))
        self._digits.setText(digits)
        today = self.looked.day if self.looked else line.since
        parts = (line_text(line), line.person, carried_text(line, today))
        self._before.setText("　".join(part for part in parts if part))

    def _head(self) -> None:
        looked = self.looked
        if looked is None:
            return
        where = _("全厅") if looked.scope.whole else _("{n} 号窗口").format(n=looked.scope.window)
        self._title.setText(_("日结　{day}　{where}").format(day=looked.day, where=where))
        sums = zip(Figure, total(looked.tallies), strict=True)
        told = "　".join(f"{word(one)} {n}" for one, n in sums)
        self._figures.setText(_("{figures}（{how}）").format(figures=told, how=PER_ACT))
        self._state.setText(self._standing(looked))
        wear(self._state, "warn" if looked.ahead else "quiet")
        self.button.set_words(_("再次日结") if looked.closed else _("日结，打印日结单"))
        self.print.setVisible(looked.last is not None)

    def _standing(self, looked: Looked) -> str:
        parts = []
        if looked.ahead is not None:
            told = _("已有 {day} 的日结，晚于今天：请核对本机日期。")
            parts.append(told.format(day=looked.ahead))
        if looked.last is None:
            parts.append(_("还没有日结过"))
        else:
            last, by = looked.last, self._names.get(looked.last.by, looked.last.by)
            told = _("上次日结 {at}，{by}，结转 {n} 项，已办完 {m} 项")
            at = f"{last.at:%m-%d %H:%M}"
            carried = len(last.told.carried)
            parts.append(told.format(at=at, by=by, n=carried, m=looked.cleared))
        return "　".join(parts)

    def _build(self) -> None:
        panel = frame("panel")
        inside = column(panel, margin=3, gap=2)
        inside.addWidget(self._title)
        inside.addWidget(self._state)
        inside.addWidget(self._figures)
        across = row(gap=2.5)
        self.checks.setFixedWidth(unit(72))
        across.addWidget(self.checks)
        across.addWidget(self.pane, 1)
        inside.addLayout(across, 1)
        inside.addWidget(self._before)
        inside.addWidget(self.ask)
        inside.addWidget(self._digits)
        self._foot = QWidget()
        foot = row(self._foot, gap=1.5)
        foot.addStretch(1)
        for button in (self.print, self.write, self.rest, self.button):
            foot.addWidget(button)
        inside.addWidget(self._foot)
        column(self).addWidget(panel)
        self.checks.looked_at.connect(self._turn)
        self.checks.opened.connect(lambda _one: self.pane.take_focus())
        self.pane.looked_at.connect(self._look)
        self.pane.opened.connect(self.opened)
        self.ask.answered.connect(self._written)
        self.ask.let_be.connect(self._let_be)
        self.write.clicked.connect(self.write_reason)
        self.rest.clicked.connect(self.carry_rest)
        self.button.clicked.connect(self.close_day)
