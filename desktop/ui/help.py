"""F1: the keys that work here and everywhere, from the one table of keys."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop.ui.keys.key import Context, Key
from desktop.ui.keys.table import CONTEXT_WORDS, in_context
from desktop.ui.pages.page import Page
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _

INTAKE_CONTEXTS = (
    Context.INTAKE,
    Context.SEARCH,
    Context.QUESTION,
    Context.FORM,
    Context.CHECKLIST,
    Context.FAULT,
)
SEVERAL = {
    Context.INTAKE: INTAKE_CONTEXTS,
    Context.COURIER: (Context.COURIER, Context.ARRIVALS),
}
"""Pages whose keys are those of more than one context."""
SHOWN = {"Return": "Enter", "Space": _("空格"), "Backspace": _("退格"), "Up": "↑", "Down": "↓"}


class HelpPanel(QFrame):
    """Covers the middle of the window; Esc or F1 puts it away, the focus returns."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "panel")
        self._before: QWidget | None = None
        outside = column(self, margin=5)
        top = row()
        top.addWidget(label(_("此处能用的键"), "title"))
        top.addStretch(1)
        top.addWidget(label(_("Esc 收起"), "quiet"))
        outside.addLayout(top)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        outside.addWidget(self._scroll)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Everything shown, line by line."""
        return "\n".join(line.text() for line in self._scroll.findChildren(QLabel))

    def open_for(self, page: Page | None) -> None:
        """Show the keys of this page and the window's; a second time puts them away."""
        if self.isVisible():
            self.put_away()
            return
        self._before = self.window().focusWidget()
        self._scroll.setWidget(_sheet(_contexts(page)))
        let_through(self._scroll)
        self._place()
        self.show()
        self.raise_()
        self._scroll.setFocus()

    def put_away(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        space = self.window().rect()
        across, down = space.width() * 3 // 4, space.height() * 3 // 4
        self.setGeometry((space.width() - across) // 2, (space.height() - down) // 2, across, down)


def _contexts(page: Page | None) -> tuple[Context, ...]:
    if page is None or page.context is Context.WINDOW:
        return (Context.WINDOW,)
    own = SEVERAL.get(page.context, (page.context,))
    return (*own, Context.WINDOW)


def _sheet(contexts: tuple[Context, ...]) -> QWidget:
    sheet = frame("plain")
    grid = QGridLayout(sheet)
    grid.setHorizontalSpacing(unit(4))
    grid.setVerticalSpacing(unit(1))
    grid.setColumnStretch(1, 1)
    line = 0
    for context in contexts:
        grid.addWidget(label(CONTEXT_WORDS[context], "heading"), line, 0, 1, 2)
        line += 1
        for words, keys in groupby(in_context(context), key=lambda key: key.words):
            grid.addWidget(label(_span(list(keys)), "accent"), line, 0)
            grid.addWidget(label(words, wrap=True), line, 1)
            line += 1
    grid.setRowStretch(line, 1)
    return sheet


def _span(keys: list[Key]) -> str:
    """「1…9」 for neighbours that mean the same."""
    names = [SHOWN.get(key.keys, key.keys) for key in keys]
    return names[0] if len(names) == 1 else f"{names[0]}…{names[-1]}"
