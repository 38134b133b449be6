"""Themes that may be begun, drafts of them, and theme cases at work; beside them one at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desktop.domain.cases.rows import DraftRow
from desktop.domain.guidance.catalogue import Theme
from desktop.domain.identity.masking import mask_name
from desktop.domain.themes.figures import savings
from desktop.domain.themes.gantt import gantt
from desktop.domain.themes.ledger import savings as ledger
from desktop.domain.themes.plan import plan
from desktop.domain.themes.progress import Progress
from desktop.domain.themes.received import members
from desktop.services.cases import intake
from desktop.services.themes import stages
from desktop.ui.desk import Desk
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import pressed_key, verb_of
from desktop.ui.pages.themes.columns import CASES
from desktop.ui.pages.themes.overview import Overview
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

DRAFT = "draft:"


class Tab(IntEnum):
    """可办的一件事 · 在办的一件事 · 可以开始下一阶段."""

    THEMES = 0
    RUNNING = 1
    READY = 2


EMPTY = {
    Tab.RUNNING: (_("还没有受理过一件事"), _("在「可办的一件事」里选一项，按 F5 开始。")),
    Tab.READY: (_("没有可以开始下一阶段的"), _("前一阶段的事项都有结果了，会列在这里。")),
}


class Lists(QFrame):
    """`begun(theme)`, `resumed(draft)`, `opened(number)`, `pressed(verb)` of the buttons."""

    begun = Signal(str)
    resumed = Signal(str)
    opened = Signal(str)
    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.tabs = Tabs([_("可办的一件事"), _("在办的一件事"), _("可以开始下一阶段")])
        self.list = ChoiceList()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setAccessibleName(_("可办的一件事"))
        self.list.installEventFilter(self)
        self.overview = Overview()
        self.running = RowsPane(
            CASES,
            self._rows,
            lambda one: str(one.theme.number),
            _("在办的一件事"),
            EMPTY[Tab.RUNNING],
        )
        self._stack = QStackedWidget()
        self._build()

    @property
    def theme(self) -> str:
        """The theme that stands out; empty where it is a draft, or the other tab is in front."""
        current = self.list.current
        if self.tabs.place != Tab.THEMES or current is None or current.id.startswith(DRAFT):
            return ""
        return current.id

    def reload(self) -> None:
        """Read anew what the tab in front shows."""
        if self.tabs.place != Tab.THEMES:
            self.running.empty.say(*EMPTY[Tab(self.tabs.place)])
            shown = self.running.reload()
            if self.tabs.place == Tab.READY:
                self.tabs.count(Tab.READY, shown)
            return
        kept = self.list.current
        self.list.offer(self._choices(), kept.id if kept else "")

    def take_focus(self) -> None:
        if self.tabs.place != Tab.THEMES:
            self.running.take_focus()
        else:
            self.list.setFocus()

    def show_theme(self, id: str) -> None:
        """Let this theme stand out."""
        if self.tabs.place != Tab.THEMES:
            self.tabs.choose(Tab.THEMES)
        self.list.offer(self._choices(), id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down pass over headings; Enter takes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match pressed_key(event):
            case "Up":
                self.list.step(-1)
            case "Down":
                self.list.step(1)
            case "Return" if verb_of(Context.THEMES, event) == "open":
                self.list.take()
            case _:
                return False
        return True

    def _build(self) -> None:
        left, right = row(), column(gap=2)
        self.list.setMinimumWidth(self.list.fontMetrics().horizontalAdvance("宽") * 16)
        left.addWidget(self.list, 32)
        right.addWidget(self.overview, 1)
        buttons = (
            KeyButton("print_papers", _("打印方案")),
            KeyButton("begin_theme", _("开始办这件事"), primary=True),
        )
        right.addLayout(foot(buttons, self.pressed, label(_("↑↓ 选择"), "quiet")))
        left.addSpacing(self.fontMetrics().height())
        left.addLayout(right, 68)
        themes = QWidget()
        themes.setLayout(left)
        self._stack.addWidget(themes)
        self._stack.addWidget(self.running)
        inside = column(self, margin=3)
        inside.addWidget(self.tabs)
        inside.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._chosen)
        self.list.looked_at.connect(self._look)
        self.list.taken.connect(self._taken)
        self.running.opened.connect(lambda one: self.opened.emit(one.theme.number))

    def _chosen(self, place: int) -> None:
        self._stack.setCurrentIndex(min(place, Tab.RUNNING))
        self.reload()
        self.take_focus()

    def _choices(self) -> list[Choice]:
        themes = self._desk.office.catalogue.themes
        drafts = [self._draft(one, themes[one.item]) for one in self._drafts()]
        known = [self._choice(theme) for theme in themes.values()]
        if not drafts:
            return known
        heads = (
            Choice("", _("未办完，Enter 继续"), heading=True),
            Choice("", _("可办的一件事"), heading=True),
        )
        return [heads[0], *drafts, heads[1], *known]

    def _drafts(self) -> list[DraftRow]:
        office = self._desk.office
        found = self._desk.perform(lambda: intake.drafts(office, self._desk.acting)) or []
        return [one for one in found if one.item in office.catalogue.themes]

    def _choice(self, theme: Theme) -> Choice:
        told = savings(theme, self._desk.office.catalogue)
        words = _("{n} 个事项 · 材料 {before} → {after} 份 · {serial} → {path} 天").format(
            n=told.members,
            before=told.materials_separate,
            after=told.materials_theme_total,
            serial=told.days_serial,
            path=told.days_critical_path,
        )
        return Choice(theme.id, theme.name, words)

    @staticmethod
    def _draft(one: DraftRow, theme: Theme) -> Choice:
        who = mask_name(one.applicant) if one.applicant else _("未填申请人")
        told = _("{who} · 已核 {n} 项 · {at}").format(
            who=who, n=one.ticked, at=f"{one.saved_at:%m-%d %H:%M}"
        )
        return Choice(DRAFT + one.id, theme.name, told)

    def _look(self, id: str) -> None:
        """The theme with every optional member, and every e-licence at hand: the best it can do."""
        catalogue = self._desk.office.catalogue
        theme = catalogue.themes.get(id)
        if theme is None:
            return
        held = frozenset(catalogue.e_licences) | frozenset(catalogue.data_shares)
        found = plan(theme, catalogue, licences=held)
        texts = (
            (_("电子证照"), _("以上按申请人持有相应电子证照测算；没有的仍要交。")),
            (_("另需自办"), "\n".join(theme.outside_catalogue)),
            (_("为什么分阶段"), "；".join(dict.fromkeys(d.reason for d in theme.dependencies))),
            (_("说明"), theme.note or ""),
            (_("未收录"), "、".join(found.unknown)),
        )
        self.overview.show_theme(
            theme.name,
            _("到场次数为推定；天数按承诺时限测算，多为示例，不作承诺。"),
            gantt(members(found)),
            ledger(found, catalogue.sources),
            texts,
        )

    def _taken(self, id: str) -> None:
        if id.startswith(DRAFT):
            self.resumed.emit(id.removeprefix(DRAFT))
        else:
            self.begun.emit(id)

    def _rows(self, offset: int, limit: int) -> Sequence[Progress]:
        office = self._desk.office
        if self.tabs.place == Tab.READY:
            return stages.ready(office)[offset : offset + limit]
        return stages.listed(office, offset, limit)
