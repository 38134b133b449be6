from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.domain.custody.alarm import CustodyTerms, Turn, Urgency, alarm
from desktop.domain.custody.entries import PieceKind
from desktop.domain.custody.moves import Whereabouts
from desktop.domain.custody.rows import PieceRow
from desktop.domain.days import BEIJING
from desktop.domain.days.working_days import WorkCalendar
from desktop.services.custody.alarms import load_terms
from tests.domain.guidance import shipped

TERMS = CustodyTerms(soon=1, after_end=3, bag=1, hall=1, result=10, courier=7)
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=BEIJING)
W, U = Whereabouts, Urgency


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return shipped.work_calendar()


def row(
    at: Whereabouts, ended: date | None = None, kind: PieceKind = PieceKind.ORIGINAL
) -> PieceRow:
    return PieceRow(
        number="P1", case="c", kind=kind, key="M1", name="租赁合同", at=at, since=FRIDAY,
        clerk="001", shipment="", bag="", ended_on=ended,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("piece", "today", "urgency", "due"),
    [
        (row(W.WINDOW), date(2027, 3, 1), U.QUIET, None),
        (row(W.RETURNED, date(2026, 11, 20)), date(2027, 3, 1), U.QUIET, None),
        (row(W.BAG), date(2026, 11, 20), U.SOON, date(2026, 11, 23)),
        (row(W.BAG), date(2026, 11, 23), U.SOON, date(2026, 11, 23)),
        (row(W.BAG), date(2026, 11, 24), U.OVERDUE, date(2026, 11, 23)),
        (row(W.COURIER), date(2026, 11, 25), U.QUIET, date(2026, 11, 27)),
        (row(W.COURIER), date(2026, 11, 26), U.SOON, date(2026, 11, 27)),
        (row(W.COURIER), date(2026, 11, 28), U.OVERDUE, date(2026, 11, 27)),
        (row(W.WINDOW, date(2026, 11, 23)), date(2026, 11, 24), U.QUIET, date(2026, 11, 26)),
        (row(W.BACK_OFFICE, date(2026, 11, 23)), date(2026, 11, 27), U.OVERDUE, date(2026, 11, 26)),
        (row(W.HALL, date(2026, 11, 1)), date(2026, 11, 24), U.OVERDUE, date(2026, 11, 23)),
        (row(W.WINDOW, kind=PieceKind.RESULT), date(2026, 12, 7), U.OVERDUE, date(2026, 12, 4)),
        (row(W.LOST), date(2026, 11, 20), U.OVERDUE, date(2026, 11, 20)),
        (row(W.ASTRAY), date(2026, 11, 20), U.OVERDUE, date(2026, 11, 20)),
    ],
)
def test_how_urgent(
    piece: PieceRow, today: date, urgency: Urgency, due: date | None, calendar: WorkCalendar
) -> None:
    found = alarm(piece, today, calendar, TERMS)
    assert (found.urgency, found.due) == (urgency, due)


def test_it_is_always_somebodys_turn_while_it_is_away(calendar: WorkCalendar) -> None:
    turns = {at: alarm(row(at), FRIDAY.date(), calendar, TERMS).turn for at in W}
    assert {at for at, turn in turns.items() if turn is None} == {W.APPLICANT, W.RETURNED}
    assert turns[W.COURIER] is Turn.CARRIER
    assert turns[W.LOST] is Turn.SUPERVISOR


def test_the_terms_that_ship_are_read() -> None:
    path = Path(__file__).parents[3] / "resources/courier/custody.json"
    assert load_terms(path) == TERMS
