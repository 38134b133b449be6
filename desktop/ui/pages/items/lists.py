"""The catalogue with a search, and the packs that wait for a second person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.search import SearchIndex
from desktop.domain.halls.roles import Right
from desktop.domain.packs.lint import lint
from desktop.domain.packs.proposal import Proposal
from desktop.services.guidance.search import find, index_of
from desktop.services.packs.publishing.propose import second_person, set_second_person
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.exchange.dated import Dated
from desktop.ui.pages.items.columns import ITEMS, PROPOSALS, ItemRow, key_of_proposal
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

CATALOGUE, WAITING = range(2)


class Lists(QFrame):
    """`opened(id)` of an item, `looked_into(id)` of a proposal, `asked` when a file is to come."""

    opened = Signal(str)
    looked_into = Signal(str)
    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._read: tuple[Catalogue, SearchIndex, Counter[str]] | None = None
        self.tabs = Tabs([_("事项目录"), _("待复核")])
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("编号、名称、首字母  Ctrl+F"))
        self.search.setAccessibleName(_("搜索事项"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self._count = label("", "quiet")
        nothing = (_("没有这样的事项"), _("换个词，或导入事项包。"))
        self.items = RowsPane(
            ITEMS, all_of(self._items), lambda one: str(one.item.id), _("事项"), nothing
        )
        none = (_("没有等待复核的事项包"), _("须第二人复核时，提交的事项包列在这里。"))
        self.waiting = RowsPane(
            PROPOSALS, all_of(self._waiting), key_of_proposal, _("待复核的事项包"), none
        )
        self.second = Switch(_("窗口发布事项须第二人复核"))
        self.button = KeyButton("import_pack", _("导入事项包"))
        self._build()

    def reload(self) -> None:
        """Read anew; what a role may not do is not offered."""
        catalogue = self.tabs.place == CATALOGUE
        manages = self._desk.may(Right.MANAGE_ITEMS)
        self.search.setVisible(catalogue)
        self.items.setVisible(catalogue)
        self.waiting.setVisible(not catalogue)
        self.second.setVisible(manages and not catalogue)
        self.button.setVisible(manages)
        self.second.setChecked(second_person(self._desk.office))
        shown = (self.items if catalogue else self.waiting).reload()
        self._count.setText(_("共 {n} 项").format(n=shown))

    def take_focus(self) -> None:
        (self.items if self.tabs.place == CATALOGUE else self.waiting).take_focus()

    def look_for(self) -> None:
        self.tabs.choose(CATALOGUE)
        self.search.setFocus()
        self.search.selectAll()

    def _items(self) -> Sequence[ItemRow]:
        office, text = self._desk.office, self.search.text().strip()
        catalogue, index, counts = self._known()
        ids = find(index, text) if text else sorted(catalogue.items)
        rows = []
        for id in ids:
            number = office.versions.get(id)
            told = office.store.views.item_versions(id) if number else []
            version = next((one for one in told if one.number == number), None)
            rows.append(ItemRow(catalogue.items[id], version, counts[id]))
        return rows

    def _known(self) -> tuple[Catalogue, SearchIndex, Counter[str]]:
        """Looked through once for each catalogue in force."""
        catalogue = self._desk.office.catalogue
        if self._read is None or self._read[0] is not catalogue:
            counts = Counter(finding.item for finding in lint(catalogue))
            self._read = (catalogue, index_of(catalogue), counts)
        return self._read

    def _waiting(self) -> Sequence[Proposal]:
        return self._desk.office.store.views.proposals()

    def _rule(self, wanted: bool) -> None:
        office, clerk = self._desk.office, self._desk.acting
        if wanted != second_person(office):
            self._desk.perform(lambda: set_second_person(office, clerk, wanted), {Topic.LOG})

    def _chosen(self) -> None:
        self.reload()
        self.take_focus()

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self._count)
        inside.addLayout(top)
        inside.addWidget(self.search)
        inside.addWidget(self.items, 1)
        inside.addWidget(self.waiting, 1)
        foot = row(gap=3)
        foot.addWidget(label(_("示例事项未经核定，承诺时限不打印。"), "quiet", wrap=True), 1)
        foot.addWidget(self.second)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        inside.addWidget(Dated(self._desk, self))
        self.tabs.chosen.connect(lambda _place: self._chosen())
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self.take_focus)
        self.items.opened.connect(lambda one: self.opened.emit(one.item.id))
        self.waiting.opened.connect(lambda one: self.looked_into.emit(one.id))
        self.second.toggled.connect(self._rule)
        self.button.clicked.connect(lambda _checked=False: self.asked.emit())
