"""The door covers the window while nobody acts. What stands in it follows from who is known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import settings
from desktop.domain.halls.station import Station
from desktop.ui.desk import Desk
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.pages.entry.card import Card
from desktop.ui.pages.entry.first_run import FirstRun
from desktop.ui.pages.entry.recovery import Recovery
from desktop.ui.pages.entry.sign_in import Lock, SignIn


class Door(QStackedWidget):
    """`opened` when the signed-in clerk may go on.

    `recovery_code` is the one that was made with this station's keys, empty where it was shown
    before; `print_code` puts it on paper; `save` keeps the station's settings.
    """

    opened = Signal()

    def __init__(
        self,
        desk: Desk,
        recovery_code: str = "",
        print_code: Callable[[str], str] | None = None,
        save: Callable[[Station], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._desk = desk
        keep = save or partial(settings.save, folder=settings.home())
        self.first_run = FirstRun(desk, keep)
        self.sign_in = SignIn(desk)
        self.lock = Lock(desk)
        self.recovery = Recovery(recovery_code, print_code) if recovery_code else None
        cards: list[Card] = [self.first_run, self.sign_in, self.lock]
        for card in [*cards, *([self.recovery] if self.recovery else [])]:
            self.addWidget(card)
        self.first_run.done.connect(self._named)
        self.sign_in.done.connect(self.opened)
        self.lock.done.connect(self.opened)
        self.lock.other.connect(lambda: desk.sign_in(None))
        if self.recovery is not None:
            self.recovery.done.connect(self._sealed)
        desk.refused.connect(self._refused)
        desk.failed.connect(lambda text: self._refused("", text, {}))
        self.choose()

    @property
    def card(self) -> Card:
        """What stands in the door now."""
        told = self.currentWidget()
        assert isinstance(told, Card)
        return told

    def choose(self) -> None:
        """First run, then the code that came of it, then whoever is to sign in or to unlock."""
        if self._desk.office.station.unnamed:
            self._front(self.first_run)
        elif self.recovery is not None:
            self._front(self.recovery)
        else:
            self._front(self.sign_in if self._desk.clerk is None else self.lock)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choose()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(Context.ENTRY, event)
        card = self.card
        acts: dict[str, Callable[[], object]] = {}
        if isinstance(card, FirstRun):
            acts = {"save_form": card.open}
        elif isinstance(card, Recovery):
            acts = {"save_form": card.go_on, "print_papers": card.print_out}
        elif isinstance(card, Lock):
            acts = {"other_clerk": card.other.emit}
        if verb in acts:
            acts[verb]()
        else:
            super().keyPressEvent(event)

    def _named(self) -> None:
        """The station has a name: show the code once, then let the supervisor sign in."""
        self.choose()

    def _sealed(self) -> None:
        self.recovery = None
        self.choose()

    def _front(self, card: Card) -> None:
        self.setCurrentWidget(card)
        if self.isVisible():
            card.enter()

    def _refused(self, _code: str, sentence: str, data: dict[str, object]) -> None:
        if not self.isVisible():
            return
        self.card.refused(sentence)
        if isinstance(self.card, FirstRun):
            self.card.refused_at(str(data.get("field", "")))
