from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cases import entries as e
from desktop.domain.cases.folding.case_fold import fold
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import Outcome, PaperPrinted
from desktop.domain.cases.tick import Check, Fault, Tick
from tests.domain.told import AT, NUMBER, draft, fact, folded, received

DAY = date(2026, 11, 23)
BEGUN = received(draft(check=Check.UNCHECKED))
LINE = replace(BEGUN.payload.lines[0], tick=Tick(check=Check.RECEIVED))
NOTICE = e.CorrectionNoticed(
    defects=(e.Defect(key="BL", name="营业执照", fault=Fault.EXPIRED, demand="换发"),)
)
REFUSED = e.CaseRefused(ground=e.RefusalGround.NOT_MET, facts="x", article="")


@dataclass(frozen=True)
class Unheard:
    """A kind of a later release."""

    note: str = ""


CHANGING: tuple[Any, ...] = (
    e.CaseSupplemented(lines=(LINE,), answers={"q_auto": ("是",)}),
    e.CaseAccepted(accepted_on=DAY, statutory=e.Term(value=10, due=DAY), deferred=("BL",)),
    e.CaseSettled(accepted_on=DAY, result="证"),
    e.CaseCollected(organ="某局"),
    NOTICE,
    REFUSED,
    e.CaseWithdrawn(reason="改期"),
    e.CasePurged(reason="期满"),
)
IDLE: tuple[Any, ...] = (
    Unheard(),
    e.PersonalRevealed(field="applicant.name", reason=""),
    PaperPrinted(outcome=Outcome.CONFIRMED),
    e.VisitEnded(outcome="served"),
)
payloads = st.lists(st.sampled_from(CHANGING), max_size=6)


@given(payloads)
def test_folding_twice_is_folding_once(told: list[Any]) -> None:
    facts = [BEGUN, *map(fact, told)]
    assert fold(NUMBER, facts) == fold(NUMBER, iter(facts))


@given(payloads, st.sampled_from(IDLE), st.integers(0, 7))
def test_what_it_does_not_know_changes_nothing(told: list[Any], idle: Any, place: int) -> None:
    facts = [BEGUN, *map(fact, told)]
    with_idle = [*facts[:place], fact(idle), *facts[place:]]
    assert fold(NUMBER, with_idle) == fold(NUMBER, facts)


@given(payloads)
def test_nothing_stands_before_it_was_received(told: list[Any]) -> None:
    assert fold(NUMBER, map(fact, told)) is None
    assert fold(NUMBER, [*map(fact, told), BEGUN]) == fold(NUMBER, [BEGUN])


@given(payloads)
def test_the_folded_stage_is_that_of_the_last_move(told: list[Any]) -> None:
    stages = {
        e.CaseAccepted: Stage.ACCEPTED, e.CaseSettled: Stage.CLOSED,
        e.CaseCollected: Stage.COLLECTED, e.CorrectionNoticed: Stage.CORRECTING,
        e.CaseRefused: Stage.REFUSED, e.CaseWithdrawn: Stage.WITHDRAWN,
    }  # fmt: skip
    moved = [stages[type(one)] for one in told if type(one) in stages]
    assert folded(BEGUN, *map(fact, told)).stage is (moved[-1] if moved else Stage.RECEIVED)


def test_the_first_receipt_stands() -> None:
    other = replace(BEGUN, payload=replace(BEGUN.payload, item="SP02"))
    assert folded(BEGUN, other).item == "SP01"


def test_a_supplement_replaces_lines_in_place_and_adds_new_ones() -> None:
    added = replace(LINE, key="NEW", name="新增")
    told = e.CaseSupplemented(lines=(added, LINE), answers={"q_auto": ("是",)})
    case = folded(BEGUN, fact(told))
    keys = [line.key for line in BEGUN.payload.lines]
    assert [line.key for line in case.lines] == [*keys, "NEW"]
    assert case.lines[0].tick.check is Check.RECEIVED
    assert case.answers["q_auto"] == ("是",)
    assert case.answers["q_biz"] == ("食品销售经营者",)


def test_day_0_is_when_it_happened_and_a_late_entry_is_marked() -> None:
    late = replace(BEGUN, recorded_at=AT + timedelta(hours=3))
    assert folded(late).received_at == AT
    assert (folded(BEGUN).late, folded(late).late) == (False, True)


def test_closed_when_it_happened() -> None:
    then = AT + timedelta(hours=1)
    assert folded(BEGUN, fact(REFUSED, then)).closed_at == then
    assert folded(BEGUN, fact(NOTICE, then)).closed_at is None


def test_due_is_the_promise_where_one_was_made() -> None:
    statutory, promised = e.Term(value=10, due=date(2026, 12, 7)), e.Term(value=5, due=DAY)
    accepted = e.CaseAccepted(accepted_on=DAY, statutory=statutory)
    assert folded(BEGUN, fact(accepted)).due == statutory
    assert folded(BEGUN, fact(replace(accepted, promised=promised))).due == promised


def test_notices_are_all_kept() -> None:
    again = replace(NOTICE, second=True)
    assert folded(BEGUN, fact(NOTICE), fact(again)).notices == (NOTICE, again)
