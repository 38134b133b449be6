"""The register with a search, and the two lists of this month's renewals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.domain.days import BEIJING
from desktop.domain.days.deadline import same_day
from desktop.domain.licences.renewal import DAY
from desktop.domain.licences.rows import LicenceFilter, Watched
from desktop.services.licences import renewals
from desktop.ui.desk import Desk
from desktop.ui.pages.licences.checks import Checks
from desktop.ui.pages.licences.columns import columns
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

REGISTER, OPENING, CLOSING, CHECKS = range(4)
RANGES: tuple[tuple[str, str], ...] = (
    ("standing", _("有效的")),
    ("ended", _("已终止的")),
    ("all", _("全部")),
)
IN_FORCE: dict[str, bool | None] = {"standing": True, "ended": False, "all": None}
EMPTY = {
    REGISTER: (_("证照库里没有这样的证照"), _("出了结果会自己入库；以前发的按 F5 登记。")),
    OPENING: (_("本月没有可续的证照"), _("窗口本月开始、或现在已经开始的，会列在这里。")),
    CLOSING: (_("本月没有截止的证照"), _("窗口本月截止的，和已经过了的，会列在这里。")),
}


class Lists(QFrame):
    """`opened(id)`; `asked` when a licence is to be entered."""

    opened = Signal(str)
    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.tabs = Tabs([_("证照库"), _("本月可续"), _("本月截止"), _("待核")])
        self.state = Pick(_("范围"), RANGES)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("编号、名称、持有人  Ctrl+F"))
        self.search.setAccessibleName(_("搜索证照"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self._count = label("", "quiet")
        self.pane = RowsPane(
            columns(self.today), self._rows, lambda one: str(one.row.id), _("证照"), EMPTY[REGISTER]
        )
        self.checks = Checks(desk)
        self._build()

    def today(self) -> date:
        return self._desk.office.now().astimezone(BEIJING).date()

    def reload(self) -> None:
        """Read anew: the rows, how many there are, and what an empty list means."""
        searched, checks = self.tabs.place == REGISTER, self.tabs.place == CHECKS
        self.checks.setVisible(checks)
        for part in (self.pane, self._foot):
            part.setVisible(not checks)
        if checks:
            self._count.setText(_("共 {n} 项").format(n=self.checks.reload()))
            self.search.hide()
            self.state.hide()
            return
        self.search.setVisible(searched)
        self.state.setVisible(searched)
        shown = self.pane.reload()
        views = self._desk.office.store.views
        total = views.count_licences(self._wanted()) if searched else shown
        self._count.setText(_("共 {n} 件").format(n=total))
        text = self.search.text().strip() if searched else ""
        if text:
            self.pane.empty.say(
                _("没有找到「{text}」").format(text=text), _("换个词，或把范围改为全部。")
            )
        else:
            self.pane.empty.say(*EMPTY[self.tabs.place])

    def take_focus(self) -> None:
        (self.checks.pane if self.tabs.place == CHECKS else self.pane).take_focus()

    def look_for(self, text: str = "") -> None:
        """To the search box of the register; with a text, search for it among all."""
        if text:
            self.search.setText(text)
            self.state.set_value("all")
        if self.tabs.place != REGISTER or text:
            self.tabs.choose(REGISTER)
        self.search.setFocus()
        self.search.selectAll()

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self._count)
        inside.addLayout(top)
        second = row(gap=3)
        second.addWidget(self.search, alignment=Qt.AlignmentFlag.AlignBottom)
        self.search.setMinimumWidth(self.search.fontMetrics().horizontalAdvance("宽") * 18)
        second.addWidget(self.state)
        second.addStretch(1)
        inside.addLayout(second)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.checks, 1)
        self._foot = QWidget()
        foot = row(self._foot, gap=3)
        told = _("「约」：数到了还没有放假通知的年份，暂按推算。往回数的日子遇休息日不顺延。")
        foot.addWidget(label(told, "quiet", wrap=True), 1)
        button = KeyButton("add_licence", _("登记既有证照"))
        button.clicked.connect(lambda _checked=False: self.asked.emit())
        foot.addWidget(button)
        inside.addWidget(self._foot)
        self.tabs.chosen.connect(lambda _place: self._again())
        self.state.picked.connect(lambda _value: self.reload())
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self.take_focus)
        self.pane.opened.connect(lambda one: self.opened.emit(one.row.id))

    def _again(self) -> None:
        self.reload()
        self.take_focus()

    def _wanted(self) -> LicenceFilter:
        in_force = IN_FORCE[self.state.value]
        return LicenceFilter(text=self.search.text().strip(), in_force=in_force)

    def _rows(self, offset: int, limit: int) -> Sequence[Watched]:
        office, today = self._desk.office, self.today()
        if self.tabs.place == REGISTER:
            rows = office.store.views.licences(self._wanted(), offset, limit)
            return renewals.watched(office, rows, today)
        first = today.replace(day=1)
        last = same_day(first, 1) - DAY
        due = renewals.due_renewals(office, first, last)
        found = (
            renewals.opening(due, today)
            if self.tabs.place == OPENING
            else renewals.closing(due, last)
        )
        return found[offset : offset + limit]
