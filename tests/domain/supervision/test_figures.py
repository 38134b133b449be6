"""What counts, and where the days and the rates end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.cases import entries as cases
from desktop.domain.cases.folding.case_fold import fold
from desktop.domain.days import BEIJING
from desktop.domain.exchange.handing import HandedToHall, TakenFromHall
from desktop.domain.supervision.figures.board import month_starts
from desktop.domain.supervision.figures.figure import Figure
from desktop.domain.supervision.figures.marks import Mark, marks, open_case
from desktop.domain.supervision.figures.month import last_of
from desktop.domain.supervision.figures.rates import Rate, on_time
from desktop.domain.trust.entry import Entry, Fact
from desktop.wording.figures.words import rate_of, rate_text
from tests.db.examples import DAY, EXAMPLES, REFUSED, accepted, received

NUMBER = "KFQ-20261123-A01-0001"
MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=BEIJING)
F = Figure
NONE = cases.Term()
TERM = cases.Term(value=5, unit="工作日", due=date(2026, 11, 30))
ACCEPTED = replace(accepted(), statutory=TERM, promised=NONE, deferred=(), deferred_until=None)
EX: dict[str, Any] = {kind: payload for (kind, _version), payload in EXAMPLES.items()}
DECIDED = replace(EX["case.decided"], decided_on=date(2026, 11, 30))
REVIEWED, DELIVERED = EX["case.reviewed"], EX["case.delivered"]


def facts(payloads: Iterable[Any]) -> list[Fact]:
    """One a day."""
    return [
        Fact(
            entry=Entry(
                id=f"{n:032x}", device="A01", seq=n, logical=n, clerk="001", kind="", version=1,
                happened_at=(MORNING + timedelta(days=n)).isoformat(), recorded_at="",
                entity=f"case:{NUMBER}", body="", subject="", sealed=b"", previous=b"", hash=b"",
            ),
            payload=payload,
            happened_at=MORNING + timedelta(days=n),
            recorded_at=MORNING + timedelta(days=n),
        )
        for n, payload in enumerate(payloads)
    ]  # fmt: skip


def found(*payloads: Any, **more: Any) -> dict[Figure, Mark]:
    told = facts([received(materials=1, **more), *payloads])
    case = fold(NUMBER, told)
    assert case is not None
    return marks(case, told)


@pytest.mark.parametrize(
    ("payloads", "figures"),
    [
        ((), {F.RECEIVED}),
        ((ACCEPTED,), {F.RECEIVED, F.ACCEPTED}),
        ((ACCEPTED, EX["case.acceptance_revoked"]), {F.RECEIVED}),
        ((ACCEPTED, EX["case.acceptance_revoked"], ACCEPTED), {F.RECEIVED, F.ACCEPTED}),
        (
            (cases.CaseSettled(accepted_on=DAY, result="照"),),
            {F.RECEIVED, F.ACCEPTED, F.SETTLED, F.DECIDED, F.ON_TIME, F.CLOSED},
        ),
        ((REFUSED,), {F.RECEIVED, F.RETURNED}),
        ((cases.CaseWithdrawn(reason="不办了"),), {F.RECEIVED, F.RETURNED}),
        ((ACCEPTED, EX["case.terminated"]), {F.RECEIVED, F.ACCEPTED, F.RETURNED}),
        ((EX["case.correction_noticed"],) * 2, {F.RECEIVED, F.CORRECTED}),
        ((ACCEPTED, REVIEWED, DECIDED), {F.RECEIVED, F.ACCEPTED, F.DECIDED, F.ON_TIME}),
        (
            (ACCEPTED, REVIEWED, replace(DECIDED, decided_on=date(2026, 12, 1)), DELIVERED),
            {F.RECEIVED, F.ACCEPTED, F.DECIDED, F.LATE, F.CLOSED},
        ),
        (
            (replace(ACCEPTED, statutory=NONE), REVIEWED, DECIDED),
            {F.RECEIVED, F.ACCEPTED, F.DECIDED},
        ),
        ((ACCEPTED, replace(EX["case.transferred"], to_case="")), {F.RECEIVED, F.ACCEPTED}),
        ((ACCEPTED, replace(EX["case.transferred"], to_case="B-1")), {F.RECEIVED}),
        ((EX["case.collected"],), {F.RECEIVED}),
    ],
)  # fmt: skip
def test_what_counts(payloads: tuple[Any, ...], figures: set[Figure]) -> None:
    assert set(found(*payloads)) == figures


def test_a_case_that_another_led_to_is_not_received_again() -> None:
    assert set(found(ACCEPTED, origin="KFQ-20261101-A01-0001")) == {F.ACCEPTED}


def test_the_first_entry_of_each_counts() -> None:
    told = found(EX["case.correction_noticed"], EX["case.correction_noticed"])
    assert told[F.CORRECTED].fact.entry.seq == 1
    reissued = (ACCEPTED, REVIEWED, DECIDED, DELIVERED, EX["case.reissued"], DELIVERED)
    assert found(*reissued)[F.CLOSED].fact.entry.seq == 4


def test_the_promise_goes_before_the_law() -> None:
    promised = replace(ACCEPTED, promised=replace(TERM, due=date(2026, 11, 25)))
    assert F.LATE in found(promised, REVIEWED, DECIDED)


def test_an_act_counts_for_the_hall_that_had_the_case_then() -> None:
    handed = HandedToHall(sheet="S1", giver="KFQ", hall="YZ", hall_name="亦庄", reason="属地")
    taken = TakenFromHall(sheet="S1", giver="KFQ", hall="YZ")
    other = TakenFromHall(sheet="S2", giver="KFQ", hall="RH")
    told = found(ACCEPTED, handed, REVIEWED, other, taken, DECIDED)
    halls = {figure: mark.hall for figure, mark in told.items()}
    assert halls == {F.RECEIVED: "KFQ", F.ACCEPTED: "KFQ", F.DECIDED: "YZ", F.ON_TIME: "YZ"}


def test_what_is_open_and_until_when() -> None:
    def waits(*payloads: Any) -> Any:
        told = facts([received(materials=1), *payloads])
        case = fold(NUMBER, told)
        assert case is not None
        return open_case(case)

    assert waits(ACCEPTED).due == TERM.due
    assert waits(replace(ACCEPTED, statutory=NONE)).due is None
    stopped = waits(ACCEPTED, EX["case.procedure_started"])
    assert (stopped.due, stopped.paused) == (None, True)
    assert waits(REFUSED) is None
    assert waits(replace(ACCEPTED, deferred=("M1",), deferred_by={"M1": DAY})).due == TERM.due


@pytest.mark.parametrize(
    ("part", "of", "text"),
    [(0, 0, "—"), (1, 1, "100%"), (197, 200, "98.5%"), (1999, 2000, "99.9%"), (0, 3, "0.0%")],
)
def test_rates(part: int, of: int, text: str) -> None:
    """Rounded down: nearly all is not all."""
    assert rate_text(Rate(part, of)) == text


def test_a_rate_says_what_it_divides_by() -> None:
    assert rate_of(on_time({F.ON_TIME: 197, F.LATE: 3, F.DECIDED: 230})) == "98.5%（197 / 200）"
    assert rate_of(on_time({F.DECIDED: 4})) == "—"


def test_months() -> None:
    starts = month_starts(date(2026, 2, 28))
    assert [f"{one:%Y-%m}" for one in starts] == [
        "2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02",
    ]  # fmt: skip
    assert last_of(date(2028, 2, 1)) == date(2028, 2, 29)
    assert last_of(date(2026, 12, 1)) == date(2026, 12, 31)
