"""帮助: what there is on the left, the text on the right; ↑↓ chooses, Page Down reads on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.ui.desk import Desk
from desktop.ui.pages.help.air import give_air
from desktop.ui.pages.help.texts import texts
from desktop.ui.pages.room import Room
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _


class HelpPage(Room):
    """`show_what`: the id of a page of the program, or `keys`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = ChoiceList()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setAccessibleName(_("帮助目录"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(_("帮助正文"))
        left, right = frame("panel"), frame("panel")
        left.setFixedWidth(unit(64))
        inside = column(left, margin=3)
        inside.addWidget(label(_("帮助"), "title"))
        inside.addWidget(self.list, 1)
        inside.addWidget(label(_("↑↓ 选择　Tab 到正文"), "quiet"))
        column(right, margin=3).addWidget(self.text)
        whole = QWidget()
        across = row(whole, gap=2.5)
        across.addWidget(left)
        across.addWidget(right, 1)
        self.stack.addWidget(whole)
        self.list.looked_at.connect(self._show)
        self.list.selectionModel().currentChanged.connect(lambda *_args: self._moved())
        self.list.offer([Choice(one.id, one.title) for one in texts()])

    def enter(self) -> None:
        self.list.setFocus()

    def show_what(self, what: str) -> None:
        self.list.offer([Choice(one.id, one.title) for one in texts()], what)

    def _moved(self) -> None:
        chosen = self.list.current
        if chosen is not None:
            self._show(chosen.id)

    def _show(self, id: str) -> None:
        found = next((one for one in texts() if one.id == id), None)
        if found is not None:
            self.text.setMarkdown(found.body)
            give_air(self.text.document())
