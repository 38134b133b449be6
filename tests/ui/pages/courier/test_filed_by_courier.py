"""快递申请 from end to end: a parcel of Friday afternoon, opened on Monday, answered by courier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Channel, Delivery, Way
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.duties import Duty
from desktop.domain.handling.rows import DutyFilter
from desktop.domain.identity.party import AGENT_QUESTION, Presence
from desktop.services.cases import acts, papers
from desktop.services.courier.arrivals import waiting
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.office import Office
from desktop.ui.pages.courier.levels import Level
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.shell import Shell
from tests.offices import CLERK, PERSON, Clock
from tests.services.courier.arrivals.arriving import FRIDAY, WAYBILL
from tests.ui.pages.keyboard import press, type_text

MONDAY = FRIDAY.replace(day=23, hour=9, minute=5)
LAST = date(2026, 11, 27)
DEFECTIVE = 2


def text_of(office: Office, paper: str, folder: Path) -> str:
    file = folder / f"{paper}.pdf"
    file.write_bytes(office.renderer.paper(papers.facts(office, paper)))
    with pypdfium2.PdfDocument(file) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def test_day_zero_is_the_day_the_hall_signed(
    office: Office, clock: Clock, window: Callable[[Clerk], Shell],
    shoot: Callable[[QWidget, str], None], tmp_path: Path,
) -> None:  # fmt: skip
    clock.at = FRIDAY
    shell = window(CLERK)
    number = friday(office, shell)
    clock.at = MONDAY
    case = monday(office, shell, number)
    assert (case.channel, case.waybill, case.late) == (Channel.COURIER, WAYBILL, False)
    assert (case.received_at, case.day_zero, case.deemed.due) == (FRIDAY, FRIDAY.date(), LAST)
    assert load_arrival(office, number).state is ArrivalState.TAKEN
    (duty,) = office.store.views.duties(DutyFilter())
    assert (duty.duty, duty.start, duty.due) == (Duty.ANSWER, FRIDAY.date(), LAST)
    noticed = friday_next(office, clock, shell, case.number)
    assert (noticed.stage, noticed.notices[-1].late) == (Stage.CORRECTING, False)
    assert noticed.notices[-1].hand_in == "courier"
    receipt = text_of(office, f"{case.number}-{PaperKind.RECEIPT}1", tmp_path)
    assert f"2026年11月20日 16:50　寄递（运单 {WAYBILL}）" in receipt
    answered(office, shell, case.number, shoot)


def friday(office: Office, shell: Shell) -> str:
    """16:50: scanned, written down, nobody known to belong to."""
    shell.go("courier")
    page = shell.front
    assert isinstance(page, CourierPage)
    page.scanned(WAYBILL)
    type_text(PERSON.name)
    press(Qt.Key.Key_F9)
    (one,) = waiting.waiting(office)
    assert (one.owed.zero, one.owed.due, one.state) == (FRIDAY.date(), LAST, ArrivalState.WAITING)
    page.arrivals.open(one.row.number)
    assert page.arrivals.claiming.current is None
    return one.row.number


def monday(office: Office, shell: Shell, number: str) -> Case:
    """The parcel becomes a draft, and the draft is received with what lacks."""
    press(Qt.Key.Key_F5)
    page = shell.front
    assert isinstance(page, IntakePage)
    page.take_item("SP01")
    session = page.session
    draft = session.draft
    assert draft is not None
    assert draft.parcel == number
    answers = {q.id: q.default for q in office.item("SP01").questions if q.id != AGENT_QUESTION}
    told = replace(
        draft, answers=answers, presence=Presence.SELF, applicant=PERSON,
        delivery=Delivery(way=Way.PICKUP),
    )  # fmt: skip
    rows = acts.sheet_of(office, told).rows
    ticks = {row.key: Tick(check=Check.RECEIVED, kept=Kept.SEEN) for row in rows}
    for row in rows[:DEFECTIVE]:
        ticks[row.key] = Tick(check=Check.DEFECT, fault=Fault.UNCLEAR)
    session.change("材料", replace(told, ticks=ticks))
    press(Qt.Key.Key_F6)
    assert page.done is not None
    return page.done.case


def friday_next(office: Office, clock: Clock, shell: Shell, case: str) -> Case:
    """The fifth working day is in time."""
    clock.at = FRIDAY.replace(day=LAST.day, hour=10)
    shell.go("intake", f"case:{case}")
    page = shell.front
    assert isinstance(page, IntakePage)
    assert page.session.draft is not None
    assert page.session.draft.channel is Channel.COUNTER
    page.act("notify")
    page.middle.correction.way.answered.emit(("courier",))
    page.middle.correction.way.offer((("courier", "免费寄递补交"),), ("courier",))
    page.act("finish")
    return acts.load(office, case)


def answered(
    office: Office, shell: Shell, case: str, shoot: Callable[[QWidget, str], None]
) -> None:
    """Receipt, notice and originals go back by post, once."""
    shell.go("courier", f"new:{case}")
    page = shell.front
    assert isinstance(page, CourierPage)
    assert page.level is Level.FORM
    kinds = [line.kind for line in page.form.contents.chosen]
    names = [line.name for line in page.form.contents.chosen]
    assert "材料接收凭证" in names
    assert kinds.count(ContentKind.RETURNED) == len(acts.load(office, case).lines) - DEFECTIVE
    shoot(shell, "filed-answer")
    press(Qt.Key.Key_F9)
    wanted = ShipmentFilter(case=case, direction=Direction.OUTBOUND)
    (sent,) = office.store.views.shipments(wanted)
    assert (sent.carrier, sent.lines) == ("ems", len(names))
    shell.go("courier", f"new:{case}")
    assert all(line.kind is ContentKind.NOTICE for line in page.form.contents.chosen)
