"""A parcel ends in a locker: it stands in 要处理 until somebody has asked its receiver."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.lists import Tab
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.walkthrough.story import Day

K = Qt.Key
ASKED = "收件人说下班去取，明天再看。"


def look_after(day: Day) -> None:
    """F3 tells where it is; the worklist says what next, F4 does it."""
    hands, page = day.hands, day.page("courier", CourierPage)
    views = day.window.desk.office.store.views
    row = views.shipments(ShipmentFilter(direction=Direction.OUTBOUND))[0]
    day.window.shell.go("courier", row.number)
    hands.until(lambda: page.level is Level.DETAIL, "the parcel")
    hands.press(K.Key_F3)
    page.detail.step.stage.set_value(ShipmentStage.SIGNED)
    page.detail.step.stage.picked.emit(ShipmentStage.SIGNED)
    page.detail.step.signed.set_value(SignedBy.LOCKER)
    hands.press(K.Key_F9)
    hands.back_to(lambda: page.level is Level.LISTS, "the list of parcels")
    page.lists.tabs.choose(Tab.WORKLIST)
    hands.until(lambda: page.lists.todo.number, "what has to be dealt with")
    hands.shoot("16b-todo")
    hands.press(K.Key_F4)
    hands.until(lambda: page.detail.front is not None, "the next step")
    hands.type(ASKED)
    hands.shoot("16c-next-step")
    hands.press(K.Key_F9)
    hands.until(lambda: page.detail.front is None, "the parcel that was followed up")
    hands.shoot("16d-followed-up")
    hands.back_to(lambda: page.level is Level.LISTS, "the list of parcels")
