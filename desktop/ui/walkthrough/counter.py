"""At the counter: find an item, answer, tick, fill in, finish; all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.services.cases.acts import Done
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.walkthrough.hands import Hands, Stuck
from desktop.ui.widgets.chips import Chips

RETURN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
MOST_STOPS = 40
Form = Mapping[str, str]
"""What to type or which digit to press, by the field's accessible name."""


def begin(hands: Hands, page: IntakePage, query: str, digits: Sequence[str] = ()) -> None:
    """Search, Enter, then the questions: the digits first, the suggestions after."""
    hands.until(page.finder.line.hasFocus, "the search box")
    hands.type(query)
    hands.press(RETURN)
    hands.until(lambda: page.session.draft is not None, "the item")
    answers = list(digits)
    while page.middle.materials.questions.asking:
        hands.letter(answers.pop(0)) if answers else hands.press(RETURN)


def tick_all(hands: Hands, page: IntakePage, but: str = "") -> None:
    """Space down the list; the material `but` is marked 不符: 未签章 by X and 3."""
    rows = page.session.sheet.rows if page.session.sheet else ()
    for row in rows:
        if row.key == but:
            hands.letter("x")
            hands.letter("3")
        else:
            hands.press(SPACE)


def fill(hands: Hands, values: Form, done: Callable[[], bool]) -> None:
    """From stop to stop by Enter, until `done`."""
    for _stop in range(MOST_STOPS):
        if done():
            return
        here = QApplication.focusWidget()
        told = values.get(here.accessibleName(), "") if here is not None else ""
        if isinstance(here, Chips) and told:
            hands.letter(told)
            continue
        if isinstance(here, QLineEdit | QPlainTextEdit) and told:
            here.selectAll()
            hands.type(told)
        hands.press(RETURN)
    raise Stuck("the end of the form")


def finish(hands: Hands, page: IntakePage, key: Qt.Key = Qt.Key.Key_F9) -> Done:
    """F9, and the calm panel with number and papers."""
    hands.press(key)
    hands.until(lambda: page.done is not None, "the result")
    assert page.done is not None
    return page.done


def people(hands: Hands, page: IntakePage, values: Form) -> None:
    """谁来办, then 怎么拿结果, each from top to bottom."""
    hands.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    fill(hands, values, lambda: page.middle.front != "step_who")
    fill(hands, values, lambda: page.middle.front != "step_delivery")
