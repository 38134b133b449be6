"""What happens to the first case after its acceptance: reviewed, decided, made, handed out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.halls.roles import Role
from desktop.domain.handling.entries import DeliveryWay
from desktop.ui.pages.cases.detail import TERMS
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.delivery.page import DeliveryPage, Level
from desktop.ui.pages.hall.page import CLERKS, HallPage
from desktop.ui.walkthrough.people import COMPANION, OPINION, PERSON, RESULT, STAFF, SUPERVISOR
from desktop.ui.walkthrough.story import Day

K = Qt.Key


def handle(day: Day) -> None:
    """From 受理 to 办结, each by whoever may."""
    staff(day)
    review(day)
    decide(day)
    serve(day)


def staff(day: Day) -> None:
    """审批人员 and 首席代表 get their accounts."""
    hands, page = day.hands, day.page("hall", HallPage)
    day.window.shell.go("hall")
    page.tabs.choose(CLERKS)
    form = page.clerks
    for role, (code, name, password) in STAFF.items():
        hands.press(K.Key_F5)
        for field, text in ((form.code, code), (form.name, name), (form.password, password)):
            put(day, field.line, text)
        form.role.set_value(role)
        hands.press(K.Key_F9)
    hands.shoot("17-staff")


def review(day: Day) -> None:
    """F9: one step of the pack, checked by two (行政许可法 34(3)); then the ledger of days."""
    sign_in(day, *STAFF[Role.APPROVER])
    hands, page = day.hands, day.page("cases", CasesPage)
    day.window.shell.go("cases", day.cases[0])
    hands.press(K.Key_F9)
    hands.until(lambda: page.moves.filling, "the review")
    put(day, page.moves.form.fields["opinion"], OPINION)
    put(day, page.moves.form.fields["persons"], COMPANION)
    hands.shoot("18-review")
    hands.press(K.Key_F9)
    hands.until(lambda: not page.moves.isVisible(), "the reviewed case")
    page.detail.tabs.choose(TERMS)
    hands.shoot("19-terms")


def decide(day: Day) -> None:
    """The chief representative signs: the second signature, and the last."""
    sign_in(day, *STAFF[Role.CHIEF])
    hands, page = day.hands, day.page("cases", CasesPage)
    day.window.shell.go("cases", day.cases[0])
    hands.press(K.Key_F9)
    hands.until(lambda: page.moves.filling, "the decision")
    hands.shoot("20-decision")
    hands.press(K.Key_F9)
    hands.until(lambda: not page.moves.isVisible(), "the decided case")
    hands.press(K.Key_F2)
    day.save_papers("21-decision-paper")


def serve(day: Day) -> None:
    """出件: number and validity, who collects, and the 送达回证 to sign."""
    sign_in(day, SUPERVISOR[0], SUPERVISOR[1], SUPERVISOR[2])
    hands, page = day.hands, day.page("delivery", DeliveryPage)
    day.window.shell.go("delivery", day.cases[0])
    hands.until(page.panel.making.isVisible, "the result to be made")
    put(day, page.panel.making.number.line, RESULT)
    hands.shoot("22-result")
    hands.press(K.Key_F9)
    hands.until(page.panel.serving.isVisible, "the delivery")
    serving = page.panel.serving
    serving.way.set_value(DeliveryWay.COUNTER)
    serving.way.picked.emit(DeliveryWay.COUNTER)
    put(day, serving.receiver.number.line, PERSON["证件号码"])
    hands.shoot("23-delivery")
    hands.press(K.Key_F9)
    hands.until(lambda: page.level is Level.LISTS, "the case closed")
    hands.press(K.Key_F2)
    day.save_papers("24-proof-of-delivery")


def sign_in(day: Day, code: str, _name: str, password: str) -> None:
    """F12, F8, and somebody else's code and password."""
    hands, door = day.hands, day.window.door
    hands.press(K.Key_F12)
    hands.press(K.Key_F8)
    hands.until(door.sign_in.isVisible, "the sign-in card")
    door.sign_in.code.line.clear()
    put(day, door.sign_in.code.line, code)
    put(day, door.sign_in.password.line, password)
    hands.press(K.Key_Return)
    hands.until(lambda: not day.window.shell.locked, "the window open again")


def put(day: Day, field: QWidget, text: str) -> None:
    """Into this field, as a person goes there with Tab and types."""
    field.setFocus()
    day.hands.type(text)
