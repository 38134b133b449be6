"""What happens on the sample day, scene by scene."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt

from desktop.services.cases.acts import Done
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.pages.log.page import LogPage
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.walkthrough import counter
from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.people import (
    APPLICANT,
    INBOUND_WAYBILL,
    OUTBOUND_WAYBILL,
    PERSON,
    REFUSAL,
)
from desktop.ui.window import Window

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
T = TypeVar("T")


class Day:
    """`cases` and `files` are what the day leaves behind."""

    def __init__(self, hands: Hands, window: Window, out: Path) -> None:
        self.hands, self.window, self.out = hands, window, out
        self.cases: list[str] = []
        self.files: list[Path] = []

    def walk(self) -> None:
        """The day at the counter; what follows acceptance is told in `handling`."""
        for folder in ("papers", "log"):
            (self.out / folder).mkdir(parents=True, exist_ok=True)
        self.page("papers", PapersPage).side.set_folder(self.out / "papers")
        self.accept()
        self.notify()
        self.refuse()
        self.settle()
        self.send()
        self.hand_over()

    def accept(self) -> None:
        """食品经营许可（新办）: found by spjy, answered, ticked, accepted."""
        hands, page = self.hands, self.page("intake", IntakePage)
        counter.begin(hands, page, "spjy", ("2",))
        hands.shoot("05-checklist")
        counter.tick_all(hands, page)
        counter.people(hands, page, APPLICANT)
        hands.shoot("06-ready")
        self.keep(counter.finish(hands, page), "07-accepted")

    def notify(self) -> None:
        """劳务派遣经营许可: one form is not signed, so everything is told at once."""
        hands, page = self.hands, self.page("intake", IntakePage)
        counter.begin(hands, page, "lwpq")
        counter.tick_all(hands, page, but="APPLY_RS02")
        counter.people(hands, page, APPLICANT)
        hands.press(K.Key_F3)
        hands.until(lambda: page.middle.panel == "notify", "the correction notice")
        hands.shoot("08-correction")
        self.keep(counter.finish(hands, page), "09-noticed")

    def refuse(self) -> None:
        """公共场所卫生许可: another organ is in charge (行政许可法 32(2)); told so in writing."""
        hands, page = self.hands, self.page("intake", IntakePage)
        counter.begin(hands, page, "ggcs")
        counter.people(hands, page, PERSON)
        hands.press(K.Key_F7)
        hands.until(lambda: page.middle.panel == "refuse", "the refusal")
        hands.letter("2")
        hands.type(REFUSAL[0])
        hands.press(K.Key_Tab)
        hands.press(K.Key_Tab)
        hands.type(REFUSAL[1])
        hands.shoot("10-refusal")
        self.keep(counter.finish(hands, page), "11-refused")

    def settle(self) -> None:
        """食品经营许可（注销）: decided at once (行政许可法 34(2))."""
        hands, page = self.hands, self.page("intake", IntakePage)
        counter.begin(hands, page, "食品经营许可（注销）")
        counter.tick_all(hands, page)
        counter.people(hands, page, APPLICANT)
        self.keep(counter.finish(hands, page), "12-settled")

    def send(self) -> None:
        """The notice goes out by EMS; what is missing comes in by any courier. Both are free."""
        page = self.page("courier", CourierPage)
        for place, (what, waybill) in enumerate(
            (
                (f"new:{self.cases[0]}", OUTBOUND_WAYBILL),
                (f"new-in:{self.cases[1]}", INBOUND_WAYBILL),
            )
        ):
            self.window.shell.go("courier", what)
            if what.startswith("new-in:"):
                page.form.carrier.set_value("shunfeng")
            self.hands.type(waybill)
            self.hands.shoot(f"13-parcel-{place + 1}")
            self.hands.press(K.Key_F9)
            self.hands.until(lambda: page.level is Level.DETAIL, "the parcel")
            self.hands.back_to(lambda: page.level is Level.LISTS, "the list of parcels")

    def hand_over(self) -> None:
        """The day's parcels of the carrier, on one sheet."""
        hands, page = self.hands, self.page("courier", CourierPage)
        self.window.shell.go("courier")
        hands.until(lambda: page.level is Level.LISTS, "the list of parcels")
        hands.shoot("14-parcels")
        hands.press(K.Key_F6)
        hands.until(lambda: page.level is Level.HANDOVER, "the hand-over sheet")
        hands.shoot("15-hand-over")
        hands.press(K.Key_F9)
        self.save_papers("16-hand-over-sheet")

    def export(self) -> None:
        """The evening: the day's log in three formats."""
        hands, page = self.hands, self.page("log", LogPage)
        hands.press(K.Key_5, ALT)
        hands.until(lambda: self.window.shell.front is page, "the log")
        hands.until(lambda: not page.reader.busy, "the figures")
        hands.shoot("25-log")
        for kind in ("csv", "xlsx", "pdf"):
            hands.press(K.Key_F9)
            hands.until(page.export.isVisible, "the export")
            page.export.format.set_value(kind)
            page.export.place.field.set_text(str(self.out / "log"))
            hands.press(K.Key_F9)
            hands.until(page.export.isHidden, f"the log as {kind}")
        hands.shoot("26-exported")
        self.files += sorted((self.out / "log").iterdir())

    def keep(self, done: Done, picture: str) -> None:
        """Note the case, look at the result, save its papers, next applicant."""
        self.cases.append(done.case.number)
        self.hands.shoot(picture)
        self.hands.letter("p")
        self.save_papers(f"{picture}-papers")
        page = self.page("intake", IntakePage)
        self.hands.back_to(lambda: self.window.shell.front is page, "the counter")
        self.hands.letter("n")

    def save_papers(self, picture: str) -> None:
        """F6 on the papers page: there is no printer here, files are what printing is."""
        hands, page = self.hands, self.page("papers", PapersPage)
        hands.until(lambda: self.window.shell.front is page, "the papers")
        before = set(page.side.folder.iterdir())
        page.banner.put_away()
        hands.press(K.Key_F6)
        hands.until(page.banner.isVisible, "the saved papers")
        hands.shoot(picture)
        self.files += sorted(set(page.side.folder.iterdir()) - before)

    def page(self, id: str, kind: type[T]) -> T:
        """A page of the window, as what it is."""
        found = self.window.shell.page(id)
        assert isinstance(found, kind)
        return found
