"""Room: a page with a banner of its own, keys that act by the table, and levels to step back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.desk import Desk
from desktop.ui.keys.table import verb_of
from desktop.ui.pages.page import Page
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.labels import column

Verbs = Mapping[str, Callable[[], object]]


class Room(Page):
    """Subclasses add levels to `stack` and answer `verbs` for the one in front."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.banner = Banner()
        self.stack = QStackedWidget()
        self._inside = column(self, gap=2)
        self._inside.addWidget(self.banner)
        self._inside.addWidget(self.stack, 1)

    def verbs(self) -> Verbs:
        """What the keys of this page's context do now; what is missing does nothing."""
        return {}

    def foot(self, line: QWidget) -> None:
        """A quiet line under whatever level is in front."""
        self._inside.addWidget(line)

    def say(self, tone: Tone, text: str, *actions: tuple[str, str]) -> None:
        self.banner.say(tone, text, *actions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self.verbs().get(verb_of(self.context, event))
        if act is None:
            super().keyPressEvent(event)
            return
        event.accept()
        act()

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        self.banner.say_refusal(sentence, data)
        return True

    def back(self) -> bool:
        if not self.banner.isHidden():
            self.banner.put_away()
            return True
        return self.step_back()

    def step_back(self) -> bool:
        """One level back once the banner is away; False when there is none."""
        return False
