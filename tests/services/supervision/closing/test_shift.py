"""交班: what is in hand passes on, and only to somebody who proves to be there."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from desktop.domain.cases.papers import Outcome
from desktop.domain.courier.carriers import Direction
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.closing.entries import Holding
from desktop.domain.supervision.review.entries import CaseAssigned
from desktop.services.cases import acts, papers
from desktop.services.courier import shipments
from desktop.services.custody import pieces
from desktop.services.halls import clerks
from desktop.services.office import Office
from desktop.services.supervision.closing import shift
from desktop.services.supervision.review import giving
from tests.documents.closing.sheet import flat
from tests.handled import Handled
from tests.offices import CLERK, SUPERVISOR, Clock, answered, whole

NEXT = Clerk(code="0713", name="孙接班", role=Role.CLERK)
PASSWORD = "correct horse"


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(clerks, "_hasher", lambda: cheap)


@pytest.fixture
def two(office: Office) -> Office:
    for one in (CLERK, NEXT):
        told = ClerkSet(code=one.code, name=one.name, role=one.role)
        clerks.set_clerk(office, SUPERVISOR, told, PASSWORD)
    return office


def of(office: Office, clerk: Clerk) -> set[tuple[Holding, str]]:
    return {(one.holding, one.key) for one in shift.held(office, clerk.code)}


def full(office: Office, clock: Clock) -> set[tuple[Holding, str]]:
    """One of everything in the clerk's hands."""
    case = Handled(office, clock).received()
    draft = answered(office)
    done = acts.finish(office, CLERK, whole(office, "SP01"))
    papers.printed(office, CLERK, done.papers[0], Outcome.SPOOLED)
    original = next(iter(pieces.candidates(office, done.case.number)))
    (piece,) = pieces.register(office, CLERK, done.case.number, [original.key])
    told = shipments.suggest(office, done.case.number, Direction.OUTBOUND)
    parcel = shipments.create(office, CLERK, told).shipment.number
    return {
        (Holding.CASE, case.number), (Holding.DRAFT, draft.id), (Holding.CASE, done.case.number),
        (Holding.PRINT, done.papers[0]), (Holding.PIECE, piece.number), (Holding.PARCEL, parcel),
    }  # fmt: skip


def test_everything_in_hand_passes_on(two: Office, clock: Clock) -> None:
    mine = full(two, clock)
    assert of(two, CLERK) == mine
    clock.on(minutes=1)
    number = shift.hand_over(two, CLERK, CLERK.code, NEXT.code, PASSWORD, "钥匙一把")
    assert number == "KFQ-20261123-A07-JB1"
    assert of(two, CLERK) == set()
    assert of(two, NEXT) == mine
    assert [row.id for row in two.store.local.drafts(NEXT.code)]
    facts = papers.facts(two, number)
    assert facts.copies == 2
    text = flat(two.renderer.paper(facts))
    for words in ("交班单", "王小满（0712）", "孙接班（0713）", "钥匙一把", "接班人（签字）"):
        assert words in text, words
    assert "李" not in text, "nobody's name stands on it"
    clock.on(minutes=1)
    shift.hand_over(two, NEXT, NEXT.code, CLERK.code, PASSWORD)
    assert of(two, CLERK) == mine, "and back again"
    assert two.store.keeping.verify().ok
    two.store.keeping.rebuild()
    assert of(two, CLERK) == mine


def test_a_wrong_secret_changes_nothing_and_is_remembered(two: Office, clock: Clock) -> None:
    mine = full(two, clock)
    with pytest.raises(Refusal, match="wrong_password"):
        shift.hand_over(two, CLERK, CLERK.code, NEXT.code, "wrong")
    assert of(two, CLERK) == mine
    assert clerks.failures(two, NEXT.code)[0] == 1


@pytest.mark.parametrize(
    ("to", "code"), [(CLERK.code, "shift_to_oneself"), ("", "shift_to_nobody")]
)
def test_to_somebody_else(two: Office, to: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        shift.hand_over(two, CLERK, CLERK.code, to, PASSWORD)


def test_for_somebody_who_is_ill_a_supervisor_may(two: Office, clock: Clock) -> None:
    mine = full(two, clock)
    with pytest.raises(Refusal, match="not_allowed"):
        shift.hand_over(two, NEXT, CLERK.code, NEXT.code, PASSWORD)
    clock.on(minutes=1)
    shift.hand_over(two, SUPERVISOR, CLERK.code, NEXT.code, PASSWORD)
    assert of(two, NEXT) == mine


def test_an_empty_hand_is_handed_over_too(two: Office) -> None:
    number = shift.hand_over(two, CLERK, CLERK.code, NEXT.code, PASSWORD)
    assert "没有待移交的事项" in flat(two.renderer.paper(papers.facts(two, number)))


def test_a_case_has_one_truth_of_who_answers_for_it(two: Office, clock: Clock) -> None:
    case = Handled(two, clock).received().number
    clock.on(minutes=1)
    number = shift.hand_over(two, CLERK, CLERK.code, NEXT.code, PASSWORD)
    told = two.store.journal.facts(f"case:{case}")[-1].payload
    assert told == CaseAssigned(to=NEXT.code, before=CLERK.code, reason=number)
    with pytest.raises(Refusal, match="given_already"):
        giving.give_case(two, SUPERVISOR, case, NEXT.code, "休假")
    clock.on(minutes=1)
    giving.give_case(two, SUPERVISOR, case, CLERK.code, "孙接班休假")
    assert of(two, CLERK) == {(Holding.CASE, case)}
    assert of(two, NEXT) == set()


def test_another_halls_originals_are_not_in_hand(two: Office, clock: Clock) -> None:
    full(two, clock)
    views = two.store.views.closing
    assert views.held_pieces(two.station.hall, CLERK.code)
    assert views.held_pieces("BDA", CLERK.code) == []
