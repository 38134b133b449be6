"""Strips under the checklist, in place of modals: why a material does not pass, how many pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from desktop.domain.cases.tick import Fault
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.pages.intake.sheet.ticking import MOST_PAGES
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word


class FaultStrip(QFrame):
    """`chosen(fault)`: a digit or a click says why. `given_up` with Esc or any other key."""

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = Elided(role="heading")
        inside = column(self, margin=2, gap=1.5)
        inside.addWidget(self._words)
        flow = Flow(gap=unit(1.5))
        for fault in Fault:
            button = QPushButton(f"{fault}  {word(fault)}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, f=fault: self.chosen.emit(f.value))
            flow.add(button)
        inside.addWidget(flow)
        self.hide()

    def ask(self, number: int, name: str) -> None:
        self._words.setText(_("第 {n} 项 {name}：哪里不符？").format(n=number, name=name))
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(Context.FAULT, event)
        if verb:
            self.chosen.emit(verb[-1])
        else:
            event.ignore()


class PagesStrip(QFrame):
    """`told(pages)` with Enter."""

    told = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._words = label(role="heading")
        self.line = QLineEdit()
        self.line.setValidator(QIntValidator(0, MOST_PAGES, self))
        self.line.setAccessibleName(_("页数"))
        self.line.setMaximumWidth(unit(28))
        self.line.returnPressed.connect(lambda: self.told.emit(int(self.line.text() or 0)))
        inside = row(self, margin=2, gap=3)
        inside.addWidget(self._words)
        inside.addWidget(self.line)
        inside.addWidget(label(_("Enter 记下　Esc 不改"), "quiet"))
        inside.addStretch(1)
        self.setFocusProxy(self.line)
        self.hide()

    def ask(self, number: int, pages: int) -> None:
        self._words.setText(_("第 {n} 项共几页？").format(n=number))
        self.line.setText(str(pages) if pages else "")
        self.show()
        self.line.setFocus()
        self.line.selectAll()
