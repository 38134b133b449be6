"""左栏 办什么事？: one box for names, initials, codes and scans; drafts and recents before typing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desktop.domain.cases.rows import DraftRow
from desktop.domain.guidance.checklist import limits
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.search import SearchKey, build_index
from desktop.domain.identity.masking import mask_name
from desktop.services.cases import intake
from desktop.services.guidance.search import find, index_of
from desktop.ui.desk import Desk
from desktop.ui.pages.intake.panels.advice import AdvicePanel
from desktop.ui.pages.intake.session import Session
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.choices import Choice, ChoiceList, SearchLine
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import column, label
from desktop.wording import _
from desktop.wording.guidance.items import limit_text

ITEM, DRAFT, THEME = "item:", "draft:", "theme:"
FEW = 3
"""Themes that a search offers after the items."""


class FindPanel(QFrame):
    """`item_taken(id)`, `draft_taken(id)`, `theme_taken(id)` with Enter or a click."""

    item_taken = Signal(str)
    draft_taken = Signal(str)
    theme_taken = Signal(str)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.desk, self._session = desk, session
        self._catalogue = desk.office.catalogue
        self._index = index_of(self._catalogue)
        self.list = ChoiceList()
        self.list.taken.connect(self._take)
        self.line = SearchLine(self.list)
        self.line.setPlaceholderText(_("首字母、名称、编码、扫码"))
        self.line.setAccessibleName(_("办什么事"))
        self.line.textChanged.connect(self.refresh)
        self.ticket = Field(_("排队票号"), _("没有可不填"))
        self.ticket.finished.connect(self.focus)
        self.nothing = EmptyState(_("没有找到"), _("换个说法，或只打首字母"))
        self.nothing.hide()
        self.advice = AdvicePanel(desk)
        self.advice.closed.connect(self.put_advice_away)
        self._search, self._stack = QWidget(), QStackedWidget()
        self._build()

    def refresh(self) -> None:
        """Offer again what fits what is typed; drafts and recents where nothing is."""
        if self._catalogue is not self.desk.office.catalogue:
            self._catalogue = self.desk.office.catalogue
            self._index = index_of(self._catalogue)
        text = self.line.text().strip()
        choices = self._found(text) if text else self._before_typing()
        self.list.offer(choices)
        self.list.setVisible(bool(choices))
        self.nothing.setVisible(not choices)
        if not text:
            self.nothing.say(_("输入开始"), _("例如 spjy：食品经营许可"))
        else:
            self.nothing.say(_("没有找到"), _("换个说法，或只打首字母"))

    def focus(self) -> None:
        """The line, with what stands in it marked, so that typing begins anew."""
        self.line.setFocus()
        self.line.selectAll()

    def open_advice(self) -> None:
        """记一次咨询: about the item in hand, else the one that stands out in the list."""
        typed, draft = self.line.text().strip(), self._session.draft
        current = self.list.current.id if typed and self.list.current else ""
        item = draft.item if draft else ""
        if not item and not self.list.isHidden():
            item = current.removeprefix(ITEM) if current.startswith(ITEM) else ""
        words = "" if item and typed.isascii() else typed
        self._stack.setCurrentWidget(self.advice)
        self.advice.open_for(words, item, self._session.visit)

    def put_advice_away(self) -> bool:
        """True when the panel was open: the search is back."""
        shown = self._stack.currentWidget() is self.advice
        if shown:
            self._stack.setCurrentWidget(self._search)
            self.focus()
        return shown

    def drafts(self) -> list[DraftRow]:
        """This clerk's drafts that wait: put aside, or left by a crash; a theme's wait elsewhere."""
        office = self.desk.office
        found = self.desk.perform(lambda: intake.drafts(office, self.desk.acting)) or []
        return [one for one in found if one.item not in office.catalogue.themes]

    def take_scan(self, text: str) -> bool:
        """A scanned item code opens the item."""
        known = {id.upper(): id for id in self._catalogue.items}
        id = known.get(text.strip().upper(), "")
        if id:
            self.item_taken.emit(id)
        return bool(id)

    def _build(self) -> None:
        button = KeyButton("advise", _("记咨询"))
        button.setProperty("role", "plain")
        button.clicked.connect(self.open_advice)
        search = column(self._search, gap=2)
        search.addWidget(label(_("办什么事？"), "title"))
        search.addWidget(self.line)
        search.addWidget(self.list, 1)
        search.addWidget(self.nothing, 1)
        search.addWidget(self.ticket)
        search.addWidget(button)
        self._stack.addWidget(self._search)
        self._stack.addWidget(self.advice)
        column(self, margin=2, gap=2).addWidget(self._stack)

    def _found(self, text: str) -> list[Choice]:
        items = [self._choice(self._catalogue.items[id]) for id in find(self._index, text)]
        return [*items, *self._themes(text)]

    def _themes(self, text: str) -> list[Choice]:
        """一件事 whose name or code the words name; it is begun on its own page."""
        names = build_index(
            SearchKey(id, theme.name, "", "") for id, theme in self._catalogue.themes.items()
        )
        known = self._catalogue.themes
        return [
            Choice(THEME + id, known[id].name, _("一件事 · 一次提交，到「主题」页"))
            for id in find(names, text, FEW)
        ]

    def _before_typing(self) -> list[Choice]:
        items = self._catalogue.items
        drafts = [self._draft(row) for row in self.drafts() if row.item in items]
        clerk = self.desk.clerk
        recent = self.desk.office.store.views.recent_items(clerk.code if clerk else "")
        known = [self._choice(items[id]) for id in recent if id in items]
        choices: list[Choice] = []
        for heading, some in ((_("挂起与未办完　F8 取回"), drafts), (_("最近办过"), known)):
            if some:
                choices += [Choice("", heading, heading=True), *some]
        return choices

    def _choice(self, item: ServiceItem) -> Choice:
        told = _("当场办结") if item.instant else limit_text(limits(item, {})[0])
        return Choice(ITEM + item.id, item.name, f"{told} · {item.type}")

    def _draft(self, row: DraftRow) -> Choice:
        who = mask_name(row.applicant) if row.applicant else _("未填申请人")
        told = _("{who} · 已核 {n} 项 · {at}").format(
            who=who, n=row.ticked, at=f"{row.saved_at:%H:%M}"
        )
        return Choice(DRAFT + row.id, self._catalogue.items[row.item].name, told)

    def _take(self, id: str) -> None:
        if id.startswith(ITEM):
            self.item_taken.emit(id.removeprefix(ITEM))
        elif id.startswith(THEME):
            self.theme_taken.emit(id.removeprefix(THEME))
        else:
            self.draft_taken.emit(id.removeprefix(DRAFT))
