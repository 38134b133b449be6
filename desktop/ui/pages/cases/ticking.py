"""补收: the case's checklist once more; what comes in now is ticked by the same keys."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.cases.draft import Draft, mark, toggle
from desktop.domain.cases.sheet import Row
from desktop.domain.cases.tick import UNTICKED, Check, Fault, Kept, Tick
from desktop.services.cases.acts import sheet_of
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import CHECKS, tick_text
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _

COLUMNS: tuple[Column, ...] = (
    Column(_("序"), lambda one: str(one.number), 2, right=True),
    Column(_("材料"), lambda one: one.line.material.name),
    Column(
        _("状态"),
        lambda one: tick_text(one.tick),
        9,
        tone=lambda one: CHECKS[one.tick.check][1],
    ),
)


class Ticking(QFrame):
    """Holds a draft of what the case would then hold; the page saves it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.draft = Draft(id="", visit="")
        self._title = label("", "title")
        self.pane = RowsPane(
            COLUMNS, all_of(self._rows), lambda one: str(one.key), _("要补收的材料"),
            (_("没有要补收的材料"), _("按 Esc 返回。")),
        )  # fmt: skip
        self.button = KeyButton("finish", _("保存补收，出接收凭证"), primary=True)
        inside = column(self, margin=3)
        inside.addWidget(self._title)
        told = _("空格 收到　N 免交　X 不符（再按换原因）　K 收取方式　Esc 不改了")
        inside.addWidget(label(told, "quiet"))
        inside.addWidget(self.pane, 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside.addLayout(foot)

    def open(self, draft: Draft, name: str, at: str = "") -> None:
        """Show the case's lines, the first open one chosen, or the one named."""
        self.draft = draft
        self._title.setText(_("补收材料 · {name}").format(name=name))
        self.pane.reload()
        first = next((one.key for one in self._rows() if one.open), "")
        self.pane.seek(at or first)
        self.pane.take_focus()

    def tick(self) -> None:
        chosen: Row | None = self.pane.current
        if chosen is not None:
            self._set(toggle(self.draft, chosen.key))
            self.pane.view.step()

    def exempt(self) -> None:
        self._mark(Tick(check=Check.EXEMPT, kept=Kept.ELECTRONIC))

    def fault(self) -> None:
        """不符; pressed again, the next reason; after the last one 未核."""
        chosen: Row | None = self.pane.current
        if chosen is None:
            return
        faults = list(Fault)
        now = chosen.tick.fault
        place = faults.index(now) + 1 if now else 0
        self._mark(
            Tick(check=Check.DEFECT, fault=faults[place]) if place < len(faults) else UNTICKED
        )

    def kept(self) -> None:
        """留存 → 验后退还 → 复印 → 电子."""
        chosen: Row | None = self.pane.current
        if chosen is None:
            return
        ways = list(Kept)
        way = ways[(ways.index(chosen.tick.kept) + 1) % len(ways)]
        self._mark(Tick(check=Check.RECEIVED, kept=way))

    def _mark(self, tick: Tick) -> None:
        chosen: Row | None = self.pane.current
        if chosen is not None:
            self._set(mark(self.draft, chosen.key, tick))

    def _set(self, draft: Draft) -> None:
        self.draft = draft
        self.pane.reload()

    def _rows(self) -> tuple[Row, ...]:
        if not self.draft.item:
            return ()
        return sheet_of(self._desk.office, self.draft).rows
