"""One bill: its sums, its lines by verdict, what they cost, and what is next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.billing.costs import By
from desktop.domain.billing.facts import AGREED, BillingFacts
from desktop.domain.billing.rows import Row
from desktop.services.billing.comparing import Reconciled
from desktop.ui.pages.billing.asking import Asking
from desktop.ui.pages.billing.columns import COSTS, LINES, TABS, CostLine, Line
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.paths import FileAsk
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.billing.words import month_text, note_text, verdict_text, yuan
from desktop.wording.labels import carrier_label

COST_TAB = len(TABS)
TABLES = _("明细 (*.xlsx)")


class Detail(QFrame):
    """`pressed(verb)` of its buttons. Lines are chosen with the space bar; without a choice the
    one under the cursor counts.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.told: Reconciled | None = None
        self._facts: BillingFacts | None = None
        self._chosen: set[str] = set()
        self._title = label("", "title")
        self._owed = label("", "heading")
        self._next = label("", "quiet", wrap=True)
        self.tabs = Tabs([*(verdict_text(one) for one in TABS), _("费用")])
        self._sum = label("", "quiet", wrap=True)
        self.pane = RowsPane(
            LINES, all_of(self._lines), lambda line: str(line.key), _("账单的行"),
            (_("没有这样的行"), ""),
        )  # fmt: skip
        self.costs = RowsPane(
            COSTS, all_of(self._costs), lambda line: str(line.key), _("费用分摊"),
            (_("没有费用"), ""),
        )  # fmt: skip
        self.asking = Asking()
        self.table = FileAsk(_("明细存到哪个文件"), _("存明细"), TABLES, new=True)
        self.buttons = {
            verb: KeyButton(verb, words)
            for verb, words in (
                ("save_table", _("存明细")),
                ("print_papers", _("打印")),
                ("accept_line", _("认可")),
                ("credit_line", _("已退款")),
                ("dispute_line", _("争议")),
            )
        }
        self.button = KeyButton("save_form", _("对账确认"), primary=True)
        self._build()

    def show_bill(self, told: Reconciled) -> None:
        """Keeps tab and choice where the same bill is shown again; else begins where work is."""
        before = self.told.account.id if self.told and self.told.account else ""
        again = told.account is not None and told.account.id == before
        self.told, self._facts = told, told.facts()
        self._head(told, self._facts)
        for place, verdict in enumerate(TABS):
            self.tabs.count(place, sum(row.verdict is verdict for row in told.rows))
        if not again:
            self._chosen = set()
            first = next((n for n, one in enumerate(TABS) if self._count(n)), len(TABS) - 1)
            self.tabs.choose(first)
        self._again()

    @property
    def chosen(self) -> list[Row]:
        """The chosen lines of the tab in front, else the one under the cursor."""
        lines = [line for line in self._lines() if line.chosen]
        current = self.pane.current
        if not lines and current is not None and self.tabs.place < COST_TAB:
            lines = [current]
        return [line.row for line in lines]

    def toggle(self) -> None:
        line = self.pane.current
        if line is not None and self.tabs.place < COST_TAB:
            self._chosen ^= {line.key}
            self.pane.reload()
            self.pane.view.step()

    def choose_all(self) -> None:
        """All of the tab in front that nobody decided on; once more chooses none."""
        keys = {line.key for line in self._lines() if not line.outcome}
        self._chosen = self._chosen - keys if keys <= self._chosen else self._chosen | keys
        self.pane.reload()

    def ask(self, verb: str, about: str, amount: str = "") -> None:
        """One question at a time; what else there is to say and to press steps back for it."""
        self.table.put_away()
        self._make_room(True)
        self.asking.ask(verb, about, amount)

    def ask_file(self) -> None:
        self.asking.put_away()
        self._make_room(True)
        self.table.ask()

    def put_away(self) -> bool:
        """Close the question that is open; True when there was one."""
        shown = self.asking.put_away() or self.table.put_away()
        self._make_room(False)
        return shown

    def _make_room(self, asking: bool) -> None:
        for widget in (self._foot, self._next, self._sum):
            widget.setVisible(not asking)

    def forget_choice(self) -> None:
        self._chosen = set()

    def take_focus(self) -> None:
        (self.costs if self.tabs.place == COST_TAB else self.pane).take_focus()

    def _head(self, told: Reconciled, facts: BillingFacts) -> None:
        self._title.setText(f"{carrier_label(facts.carrier)}  {month_text(facts.month)}")
        self._owed.setText(
            _("账单 {total} 元　暂扣 {withheld}　已退 {credited}　应付 {payable} 元").format(
                total=yuan(facts.total), withheld=yuan(facts.withheld),
                credited=yuan(facts.credited), payable=yuan(facts.payable),
            )
        )  # fmt: skip
        words, tone = _next(told, facts)
        self._next.setText(words)
        wear(self._next, tone)
        signed = told.account is not None and told.account.signed is not None
        left = len(told.undecided)
        self.button.setVisible(not signed)
        self.button.set_ready(not left, _("还有 {n} 行差异没有处理").format(n=left))
        self.buttons["dispute_line"].setVisible(not signed)

    def _again(self) -> None:
        costs = self.tabs.place == COST_TAB
        self.pane.setVisible(not costs)
        self.costs.setVisible(costs)
        (self.costs if costs else self.pane).reload()
        self._sum.setText("" if costs or self._facts is None else self._sum_text(self._facts))

    def _sum_text(self, facts: BillingFacts) -> str:
        verdict = TABS[self.tabs.place]
        found = next(one for one in facts.sums if one.verdict is verdict)
        return _("{verdict} {n} 单：账单 {amount} 元，按资费 {expected} 元，差 {more} 元").format(
            verdict=verdict_text(verdict), n=found.lines, amount=yuan(found.amount),
            expected=yuan(found.expected), more=yuan(found.difference),
        )  # fmt: skip

    def _count(self, place: int) -> int:
        if self.told is None or TABS[place] in AGREED:
            return 0
        return sum(row.verdict is TABS[place] for row in self.told.rows)

    def _lines(self) -> Sequence[Line]:
        if self.told is None or self.tabs.place >= COST_TAB:
            return ()
        disputes = self.told.account.disputes if self.told.account else {}
        verdict = TABS[self.tabs.place]
        lines = [
            Line(one, disputes.get(one.key), one.key in self._chosen)
            for one in self.told.rows
            if one.verdict is verdict
        ]
        return sorted(lines, key=lambda line: bool(line.outcome))

    def _costs(self) -> Sequence[CostLine]:
        if self._facts is None:
            return ()
        groups = {
            By.ITEM: self._facts.items, By.HALL: self._facts.halls,
            By.DIRECTION: self._facts.directions,
        }  # fmt: skip
        return [CostLine(by, one) for by, some in groups.items() for one in some]

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._owed)
        inside.addLayout(top)
        inside.addWidget(self._next)
        inside.addWidget(self.tabs)
        inside.addWidget(self._sum)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.costs, 1)
        inside.addWidget(self.asking)
        inside.addWidget(self.table)
        hint = label(_("空格 选　Ctrl+A 全选"), "quiet")
        self._foot = QWidget()
        self._foot.setLayout(foot((*self.buttons.values(), self.button), self.pressed, hint))
        inside.addWidget(self._foot)
        self.tabs.chosen.connect(lambda _place: self._turn())
        self.pane.looked_at.connect(self._look)

    def _look(self, line: Line) -> None:
        """What the list has no room for: why the verdict, and whose parcel it is."""
        if self._facts is None or self.tabs.place >= COST_TAB:
            return
        told = (self._sum_text(self._facts), note_text(line.row), line.row.shipment)
        self._sum.setText("　".join(part for part in told if part))

    def _turn(self) -> None:
        self._again()
        self.take_focus()


def _next(told: Reconciled, facts: BillingFacts) -> tuple[str, str]:
    """What is next, and the role it wears."""
    parts = []
    left = len(told.undecided)
    account = told.account
    if account is not None and account.signed is not None:
        parts.append(_("已由 {by} 对账确认（{paper}）").format(
            by=account.signed_by, paper=account.signed.paper
        ))  # fmt: skip
    elif left:
        parts.append(_("还有 {n} 行差异：F3 提出争议，或 F7 写明理由认可").format(n=left))
    else:
        parts.append(_("差异都处理了，可以对账确认"))
    if account is not None and account.open:
        parts.append(_("{n} 行争议等承运人退款").format(n=len(account.open)))
    if facts.misadded and facts.stated is not None:
        parts.append(_("账单自称合计 {n} 元，与逐行相加不符").format(n=yuan(facts.stated)))
    if told.tariff is None:
        parts.append(_("没有这家的资费，金额都没有核"))
    elif facts.sample:
        parts.append(_("资费是示例"))
    return "　".join(parts), "warn" if left or facts.misadded else "quiet"
