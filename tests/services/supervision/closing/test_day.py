"""日结: what is open is found, carried over with a line each, shown again until it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.papers import Outcome
from desktop.domain.courier.carriers import Direction
from desktop.domain.exchange.membership import Membership, Standing
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.handling.entries import Delivered, DeliveryWay
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.closing.checks import Check
from desktop.domain.supervision.closing.entries import DayClosed
from desktop.domain.supervision.closing.figures import Acts, Figure, tallies, total
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, papers
from desktop.services.courier import shipments
from desktop.services.custody import pieces
from desktop.services.exchange import membership
from desktop.services.handling import delivery
from desktop.services.office import Office
from desktop.services.supervision.closing import day, schedule
from tests.documents.closing.sheet import flat
from tests.handled import Handled
from tests.offices import CLERK, NOW, SUPERVISOR, Clock, answered, whole


@pytest.fixture
def handled(office: Office, clock: Clock) -> Handled:
    return Handled(office, clock)


def closed(office: Office, at: date) -> list[DayClosed]:
    facts = office.store.journal.facts(f"day:KFQ-{at:%Y%m%d}")
    return [one.payload for one in facts]


def sums(office: Office, clerk: Clerk = SUPERVISOR) -> dict[Figure, int]:
    found = zip(Figure, total(day.look(office, clerk).tallies), strict=True)
    return {figure: number for figure, number in found if number}


def keys(office: Office, clerk: Clerk = SUPERVISOR) -> set[tuple[Check, str]]:
    return {(line.check, line.key) for line in day.look(office, clerk).lines}


def test_every_open_end_of_the_day_is_found(office: Office, handled: Handled) -> None:
    draft = answered(office)
    intake = handled.received()
    done = acts.finish(office, CLERK, whole(office))
    paper = done.papers[0]
    papers.printed(office, CLERK, paper, Outcome.SPOOLED)
    told = shipments.suggest(office, done.case.number, Direction.OUTBOUND)
    parcel = shipments.create(office, CLERK, told).shipment.number
    found = keys(office)
    assert found == {
        (Check.DRAFT, draft.id), (Check.PRINT, paper), (Check.INTAKE, intake.number),
        (Check.PARCEL, parcel),
    }  # fmt: skip
    papers.printed(office, CLERK, paper, Outcome.CONFIRMED)
    assert (Check.PRINT, paper) not in keys(office)


def test_an_original_is_open_once_its_case_is_over(office: Office, handled: Handled) -> None:
    case = handled.produced()
    original = next(one for one in pieces.candidates(office, case.number) if one.key != "result")
    (piece,) = pieces.register(office, CLERK, case.number, [original.key])
    assert (Check.PIECE, piece.number) not in keys(office)
    told = Delivered(
        way=DeliveryWay.COUNTER, delivered_on=office.today(), receiver="李晓敏",
        papers=("准予决定书", "食品经营许可证"), checked="居民身份证", place="7 号窗口",
    )  # fmt: skip
    delivery.deliver(office, CLERK, case.number, told)
    assert (Check.PIECE, piece.number) in keys(office)


def test_the_figures_are_acts_of_the_day(office: Office, clock: Clock, handled: Handled) -> None:
    handled.noticed(handled.received())
    acts.finish(office, CLERK, whole(office))
    assert sums(office) == {Figure.RECEIVED: 2, Figure.ACCEPTED: 1, Figure.CORRECTED: 1}
    clock.on(days=1)
    assert sums(office) == {}


def test_what_another_case_led_to_is_not_received_again(office: Office, handled: Handled) -> None:
    handled.transferred()
    assert sums(office) == {Figure.RECEIVED: 1, Figure.ACCEPTED: 1}


def test_settled_at_once_is_accepted_decided_and_closed() -> None:
    told = tallies([Acts(clerk="001", window="1", kind="case.settled", number=2)])
    found = dict(zip(Figure, total(told), strict=True))
    assert {one for one, number in found.items() if number == 2} == {
        Figure.ACCEPTED, Figure.SETTLED, Figure.DECIDED, Figure.CLOSED,
    }  # fmt: skip


def test_nothing_keeps_the_day_from_being_closed(office: Office, handled: Handled) -> None:
    """It warns; what nobody gave a reason for is carried without one."""
    first, second = handled.received(), handled.received()
    number = day.close(office, SUPERVISOR, {f"intake {first.number}": "等申请人补正"})
    assert number == "KFQ-20261123-A07-RJ1"
    (told,) = closed(office, NOW.date())
    assert [(one.key, one.reason) for one in told.carried] == [
        (first.number, "等申请人补正"), (second.number, ""),
    ]  # fmt: skip
    row = office.store.views.paper_row(number)
    assert row is not None
    text = flat(PdfRenderer().paper(papers.facts(office, number)))
    for words in ("日结单", "全厅", "王小满", "等申请人补正", "（未写理由）", first.number):
        assert words in text, words
    assert "李" not in text, "nobody's name stands on it"


def test_what_was_carried_is_shown_until_it_is_done(
    office: Office, clock: Clock, handled: Handled
) -> None:
    case = handled.received()
    other = handled.received()
    day.close(office, SUPERVISOR, {f"intake {case.number}": "等申请人补正"})
    clock.on(days=1)
    line = next(one for one in day.look(office, SUPERVISOR).lines if one.key == case.number)
    assert (line.carried_on, line.before, line.reason) == (NOW.date(), "等申请人补正", "")
    handled.noticed(other)
    assert day.look(office, SUPERVISOR).cleared == 1
    day.close(office, SUPERVISOR)
    clock.on(days=1)
    again = next(one for one in day.look(office, SUPERVISOR).lines if one.key == case.number)
    assert (again.carried_on, again.before) == (NOW.date(), "")
    handled.noticed(case)
    assert day.look(office, SUPERVISOR).lines == []


def test_a_second_closing_of_a_day_says_so(office: Office, handled: Handled) -> None:
    case = handled.received()
    day.close(office, SUPERVISOR, {f"intake {case.number}": "等申请人补正"})
    looked = day.look(office, SUPERVISOR)
    assert looked.closed
    assert [one.reason for one in looked.lines] == ["等申请人补正"], "what was said holds"
    handled.received()
    number = day.close(office, SUPERVISOR)
    assert number == "KFQ-20261123-A07-RJ2"
    first, second = closed(office, NOW.date())
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert (total(first.tallies)[0], total(second.tallies)[0]) == (1, 2)
    assert "本日第2次日结" in flat(PdfRenderer().paper(papers.facts(office, number)))


def test_a_clerk_closes_the_own_window_and_a_supervisor_the_hall(
    office: Office, handled: Handled
) -> None:
    handled.received()
    day.close(office, CLERK)
    (told,) = closed(office, NOW.date())
    assert (told.window, told.ordinal, len(told.carried)) == ("7", 1, 1)
    assert not day.look(office, SUPERVISOR).closed, "a window is not the hall"
    day.close(office, SUPERVISOR)
    assert [one.window for one in closed(office, NOW.date())] == ["7", ""]
    technical = Clerk(code="0750", name="钱技审", role=Role.TECHNICAL)
    with pytest.raises(Refusal, match="not_allowed"):
        day.close(office, technical)


def test_a_window_answers_for_its_own_device_alone(office: Office, handled: Handled) -> None:
    case = handled.received()
    office.station = replace(office.station, device="A09")
    office.store.journal.device = "A09"
    there = handled.received()
    assert (Check.INTAKE, case.number) not in keys(office, CLERK)
    assert (Check.INTAKE, there.number) in keys(office, CLERK)
    assert {(Check.INTAKE, case.number), (Check.INTAKE, there.number)} <= keys(office)


def test_offline_with_entries_waiting(office: Office, handled: Handled, clock: Clock) -> None:
    """The day closes without a network; what waits is carried, and the closing waits with it."""
    handled.received()
    assert not [one for one in keys(office) if one[0] is Check.UNSENT], "in no hub nothing waits"
    told = Membership(
        hub="h1", address="host=127.0.0.1 port=1", hall="KFQ", role="yc_h1_a07", password="p",
        signing_key="00",
    )  # fmt: skip
    membership.settle(office, told)
    membership.went_wrong(office, Refusal("hub_unreachable"))
    line = next(one for one in day.look(office, SUPERVISOR).lines if one.check is Check.UNSENT)
    waiting = office.store.exchange.waiting()
    assert int(line.name) == waiting > 0
    day.close(office, SUPERVISOR, {line.id: "网络中断"})
    assert office.store.exchange.waiting() == waiting + 2
    (entry,) = closed(office, NOW.date())
    assert [one.reason for one in entry.carried if one.check is Check.UNSENT] == ["网络中断"]
    assert isinstance(membership.standing(office), Standing)


def test_a_clock_that_was_set_back(office: Office, clock: Clock, handled: Handled) -> None:
    """The day of the clock is closed all the same; that another lies ahead is told."""
    clock.on(days=3)
    case = handled.received()
    day.close(office, SUPERVISOR)
    ahead = clock.at.date()
    clock.on(days=-2)
    looked = day.look(office, SUPERVISOR)
    assert looked.ahead == ahead
    assert looked.last is None
    assert [one.key for one in looked.lines] == [case.number]
    number = day.close(office, SUPERVISOR)
    assert number == "KFQ-20261124-A07-RJ1"
    assert office.store.keeping.verify().ok


def test_the_day_before_that_nobody_closed(office: Office, clock: Clock, handled: Handled) -> None:
    assert day.unclosed(office, SUPERVISOR) is None, "nobody worked"
    handled.received()
    assert day.unclosed(office, SUPERVISOR) is None, "today is not over"
    clock.on(days=3)
    assert day.unclosed(office, SUPERVISOR) == NOW.date()
    assert day.unclosed(office, CLERK) is None
    day.close(office, CLERK)
    assert day.unclosed(office, SUPERVISOR) == NOW.date(), "a window is not the hall"
    clock.on(days=-3)
    day.close(office, SUPERVISOR)
    clock.on(days=3)
    assert day.unclosed(office, SUPERVISOR) is None


def test_a_failed_export_is_an_open_end(office: Office, tmp_path: object) -> None:
    schedule.set_schedule(office, SUPERVISOR, "09:00", f"{tmp_path}/gone", "csv")
    owed = schedule.due(office)
    assert owed is not None
    schedule.failed(office, owed, "找不到文件夹")
    assert (Check.EXPORT, "2026-11-23") in keys(office)


def test_another_halls_open_ends_are_not_ours(office: Office, handled: Handled) -> None:
    handled.received()
    office.station = replace(office.station, hall="XCH")
    assert keys(office) == set()


def test_closings_of_other_windows_do_not_hide_the_own(office: Office, clock: Clock) -> None:
    day.close(office, SUPERVISOR)
    clock.on(minutes=1)
    told = DayClosed(hall="KFQ", day=NOW.date(), paper="X", window="8")
    for _ in range(25):
        office.store.journal.append([Act(entity="day:KFQ-20261123", payload=told)], "0799")
    views = office.store.views.closing
    assert [one.told.window for one in views.closings("KFQ", NOW.date())] == [""]
    assert [one.told.window for one in views.closings("KFQ", NOW.date(), "7")] == [""]
    assert day.look(office, SUPERVISOR).closed
