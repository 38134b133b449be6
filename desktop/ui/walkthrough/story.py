"""What happens on the sample day, scene by scene."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.walkthrough import counter
from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.people import APPLICANT, PERSON
from desktop.ui.window import Window

F3, F7, F9 = Qt.Key.Key_F3, Qt.Key.Key_F7, Qt.Key.Key_F9


class Day:
    """`cases` and `files` are what the day leaves behind."""

    def __init__(self, hands: Hands, window: Window, out: Path) -> None:
        self.hands, self.window, self.out = hands, window, out
        self.cases: list[str] = []
        self.files: list[Path] = []

    @property
    def intake(self) -> IntakePage:
        page = self.window.shell.page("intake")
        assert isinstance(page, IntakePage)
        return page

    def walk(self) -> None:
        """The whole day."""
        self.accept()

    def gallery(self) -> None:
        """Every page in three themes and two sizes."""

    def accept(self) -> None:
        """食品经营许可（新办）: found by spjy, answered, ticked, accepted."""
        hands, page = self.hands, self.intake
        before = hands.presses
        counter.begin(hands, page, "spjy", ("2",))
        hands.shoot("05-checklist")
        counter.tick_all(hands, page)
        hands.shoot("06-ticked")
        counter.people(hands, page, APPLICANT)
        hands.shoot("07-who")
        done = counter.finish(hands, page)
        self.cases.append(done.case.number)
        hands.shoot("08-accepted")
        print(hands.presses - before)
