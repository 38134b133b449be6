"""The function keys of the intake: each asks what may be done now, does it and hands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.halls.roles import Right
from desktop.ui.desk import Desk
from desktop.ui.pages.intake import deeds
from desktop.ui.pages.intake.middle import Middle
from desktop.ui.pages.intake.session import Session
from desktop.ui.widgets.banner import Tone
from desktop.wording import _


class FunctionKeys(QObject):
    """`done(Done)` after an act, `lacking(Missing)` where something stands before it.

    `idle` when a key needs an item and none is in hand; `holding` is F8 and
    `advising` Ctrl+J, the page's own.
    """

    done = Signal(object)
    lacking = Signal(object)
    said = Signal(str, str)
    wanted = Signal(str, str)
    idle = Signal()
    holding = Signal()
    shipping = Signal()
    advising = Signal()

    def __init__(self, desk: Desk, session: Session, middle: Middle, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._session, self._middle = desk, session, middle
        steps = ("step_sheet", "step_who", "step_delivery", "step_form")
        with_item: dict[str, Callable[[], None]] = {
            "print_list": self._print_list,
            "print_both": partial(self._print_list, english=True),
            "notify": partial(self._open, "notify", Right.SERVE),
            "read_licence": self._read_licence,
            "receive": self._receive,
            "refuse": partial(self._open, "refuse", Right.REFUSE),
            "finish": self._finish,
            "answers": middle.edit_answers,
            "why": middle.explain,
            "undo": self._undo,
            **{step: partial(middle.go, step) for step in steps},
        }
        self._verbs: dict[str, Callable[[], None]] = {
            verb: partial(self._with_item, act) for verb, act in with_item.items()
        }
        self._verbs |= {"hold": self.holding.emit, "ship": self._ship, "advise": self._advise}

    @property
    def verbs(self) -> tuple[str, ...]:
        """Every verb that `act` knows."""
        return tuple(self._verbs)

    def act(self, verb: str) -> None:
        """What the key or its button does now."""
        self._verbs[verb]()

    def _with_item(self, act: Callable[[], None]) -> None:
        """An act that was just done is not done again by a key pressed twice."""
        if self._session.closed:
            self._middle.focus()
        elif self._session.draft is None:
            self.idle.emit()
        else:
            act()

    def _open(self, panel: str, right: Right) -> None:
        if self._desk.may(right):
            self._middle.open_panel(panel)

    def _read_licence(self) -> None:
        """To the panel, or to where something is missing first, and why."""
        step, words = self._middle.licences.open_panel()
        if step:
            self._middle.go(step)
        if words:
            self.said.emit(Tone.INFO, words)

    def _print_list(self, english: bool = False) -> None:
        if self._middle.front == "step_form" and not english:
            number = deeds.print_form(self._desk, self._session)
        else:
            number = deeds.print_list(self._desk, self._session, english)
        if number:
            self.wanted.emit("papers", f"intake|{number}")

    def _ship(self) -> None:
        if self._session.closed:
            self.shipping.emit()
        else:
            self._with_item(self._middle.choose_courier)

    def _advise(self) -> None:
        if self._desk.may(Right.SERVE):
            self.advising.emit()

    def _receive(self) -> None:
        lacking = self._session.lacking(materials=False)
        if lacking:
            self.lacking.emit(lacking[0])
        else:
            self._tell(deeds.receive(self._desk, self._session))

    def _finish(self) -> None:
        if self._middle.panel:
            self._tell(self._middle.issue())
            return
        lacking = self._session.lacking()
        if lacking and deeds.final_words(self._desk, self._session):
            self.lacking.emit(lacking[0])
        else:
            self._tell(deeds.finish(self._desk, self._session))

    def _undo(self) -> None:
        done = self._session.undo()
        told = _("撤销：{words}").format(words=done) if done else _("没有可以撤销的。")
        self.said.emit(Tone.INFO, told)

    def _tell(self, done: object) -> None:
        if done is not None:
            self.done.emit(done)
