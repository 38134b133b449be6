"""What is done about a trouble: each verb, its term, its letter, and what it refuses."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles.entries import Answered, TermsSet
from desktop.domain.courier.troubles.kinds import Ending, Owner, Remedy, Trouble, Whom
from desktop.domain.refusal import Refusal
from desktop.services.cases import papers
from desktop.services.courier import resending, shipments
from desktop.services.courier.troubles import followup, letters
from desktop.services.courier.troubles.terms import set_terms, terms_of
from desktop.services.courier.troubles.worklist import troubles_of, worklist
from desktop.services.office import Office
from tests.offices import CLERK, SUPERVISOR, Clock
from tests.services.courier.test_shipments import LICENCE, told

_S = ShipmentStage
PLEA = letters.Plea(said="六天没有动静，客服两次答应核实", postage=Decimal(22), loss=Decimal(180))


@pytest.fixture
def still(office: Office, clock: Clock) -> str:
    """On its way for four days without a word."""
    number = shipments.create(office, CLERK, told("ems", LICENCE)).shipment.number
    shipments.move(office, CLERK, number, _S.PICKED_UP)
    clock.on(days=4)
    return number


def lost(office: Office) -> str:
    number = shipments.create(office, CLERK, told("ems", LICENCE)).shipment.number
    shipments.move(office, CLERK, number, _S.PICKED_UP)
    shipments.move(office, CLERK, number, _S.LOST)
    return number


def test_a_call_leads_to_the_next_step_and_may_put_off(office: Office, still: str) -> None:
    until = office.today() + timedelta(days=2)
    done = followup.follow_up(
        office, CLERK, still, Trouble.STILL, Whom.CARRIER, "客服答应核实", until
    )
    assert [note.told.said for note in done.followups.notes] == ["客服答应核实"]
    (one,) = worklist(office).quiet
    assert (one.first.quiet_until, one.first.step) == (until, Remedy.COMPLAIN)


def test_what_was_said_is_sealed(office: Office, still: str) -> None:
    followup.put_off(
        office, CLERK, still, Trouble.STILL, office.today() + timedelta(days=1), "李晓敏要求"
    )
    entry = office.store.journal.facts(f"shipment:{still}")[-1].entry
    assert "李晓敏" not in entry.body
    assert entry.sealed
    assert worklist(office).calling == ()


@pytest.mark.parametrize(
    ("days", "reason", "code"),
    [(0, "忙", "put_off_wrong"), (8, "忙", "put_off_wrong"), (1, " ", "trouble_reason_missing")],
)
def test_putting_off_has_its_bounds(
    office: Office, still: str, days: int, reason: str, code: str
) -> None:
    until = office.today() + timedelta(days=days)
    with pytest.raises(Refusal, match=code):
        followup.put_off(office, CLERK, still, Trouble.STILL, until, reason)


def test_a_complaint_is_a_letter_that_is_owed_an_answer_in_seven_days(
    office: Office, still: str
) -> None:
    done = letters.complain(office, CLERK, still, Trouble.STILL, PLEA)
    assert done.paper == f"{still}-TS1"
    assert done.due >= office.today() + timedelta(days=7)
    facts = papers.facts(office, done.paper)
    assert facts.trouble is not None
    assert (facts.kind, facts.trouble.receiver) == (PaperKind.COMPLAINT, "李*敏")
    assert office.renderer.paper(facts).startswith(b"%PDF")
    (one,) = worklist(office).waiting
    assert (one.first.owner, one.first.due) == (Owner.CARRIER, done.due)
    with pytest.raises(Refusal, match="asked_already"):
        letters.complain(office, CLERK, still, Trouble.STILL, PLEA)


def test_no_answer_is_appealed_and_the_appeal_names_the_letter(
    office: Office, clock: Clock, still: str
) -> None:
    with pytest.raises(Refusal, match="carrier_not_asked"):
        letters.appeal(office, CLERK, still, Trouble.STILL, PLEA)
    first = letters.complain(office, CLERK, still, Trouble.STILL, PLEA)
    clock.on(days=(first.due - office.today()).days + 1)
    assert Trouble.NO_ANSWER in {one.trouble for one in troubles_of(office, still)}
    plea = replace(PLEA, to="北京市邮政管理局")
    done = letters.appeal(office, CLERK, still, Trouble.NO_ANSWER, plea)
    facts = papers.facts(office, done.paper).trouble
    assert facts is not None
    assert [one.paper for one in facts.earlier] == [first.paper]
    assert facts.trouble is Trouble.STILL
    assert facts.to == "北京市邮政管理局"


def test_a_claim_asks_for_thrice_the_postage_at_most(office: Office) -> None:
    number = lost(office)
    done = letters.claim(office, CLERK, number, Trouble.LOST, PLEA)
    assert done.amount == Decimal(66)
    assert (done.due - office.today()).days >= 30
    facts = papers.facts(office, done.paper).trouble
    assert facts is not None
    assert (facts.wanted, facts.capped) == (Decimal(66), True)
    assert "四十七" in facts.compensation_article


def test_a_remote_place_has_sixty_days(office: Office) -> None:
    done = letters.claim(office, CLERK, lost(office), Trouble.LOST, replace(PLEA, remote=True))
    assert (done.due - office.today()).days >= 60


def test_the_answer_closes_the_letter_and_what_is_credited_stands(office: Office) -> None:
    number = lost(office)
    with pytest.raises(Refusal, match="nothing_asked"):
        followup.answered(office, CLERK, number, Answered(remedy=Remedy.CLAIM, on=office.today()))
    letters.claim(office, CLERK, number, Trouble.LOST, PLEA)
    told_of = Answered(remedy=Remedy.CLAIM, on=office.today(), credited=Decimal("66.00"))
    tomorrow = replace(told_of, on=office.today() + timedelta(days=1))
    with pytest.raises(Refusal, match="answer_day_wrong"):
        followup.answered(office, CLERK, number, tomorrow)
    done = followup.answered(office, CLERK, number, told_of)
    assert done.followups.open == ()
    assert [one.credited for one in done.followups.asked] == [Decimal("66.00")]
    followup.settle(office, CLERK, number, Trouble.LOST, Ending.COMPENSATED)
    assert worklist(office) == type(worklist(office))()


def test_letting_be_wants_a_reason(office: Office) -> None:
    number = lost(office)
    with pytest.raises(Refusal, match="trouble_reason_missing"):
        followup.settle(office, CLERK, number, Trouble.LOST, Ending.LET_BE)
    followup.settle(office, CLERK, number, Trouble.LOST, Ending.LET_BE, "内件无价值，已补制")
    assert troubles_of(office, number) == ()


def test_what_is_no_trouble_cannot_be_dealt_with(office: Office) -> None:
    number = shipments.create(office, CLERK, told()).shipment.number
    with pytest.raises(Refusal, match="no_such_trouble"):
        followup.settle(office, CLERK, number, Trouble.LOST, Ending.RECEIVED)


def test_sent_again_points_to_the_first_and_ends_the_trouble(office: Office) -> None:
    number = lost(office)
    second = resending.resend(office, CLERK, number).shipment
    assert (second.resend_of, second.contents) == (number, (LICENCE,))
    assert troubles_of(office, number) == ()
    with pytest.raises(Refusal, match="not_to_resend"):
        resending.resend(office, CLERK, second.number)
    shipments.move(office, CLERK, second.number, _S.SIGNED, signed_by=SignedBy.OTHER)
    third = resending.resend(office, CLERK, second.number).shipment
    assert third.resend_of == number
    rows = resending.chain(office, second)
    assert [row.number for row in rows] == [number, second.number, third.number]
    assert resending.chain(office, shipments.create(office, CLERK, told()).shipment) == []


def test_a_supervisor_sets_the_days_and_a_clerk_does_not(office: Office, clock: Clock) -> None:
    change = TermsSet(
        trouble=Trouble.NOT_PICKED_UP, days=5, within=1, owner=Owner.WINDOW, reason="每周揽收一次"
    )
    with pytest.raises(Refusal, match="not_allowed"):
        set_terms(office, CLERK, change)
    number = shipments.create(office, CLERK, told()).shipment.number
    clock.on(days=3)
    assert troubles_of(office, number)
    assert set_terms(office, SUPERVISOR, change)
    assert not set_terms(office, SUPERVISOR, change)
    assert terms_of(office).of(Trouble.NOT_PICKED_UP).days == 5
    assert troubles_of(office, number) == ()


def test_a_call_is_kept_with_its_day(office: Office, still: str) -> None:
    followup.follow_up(office, CLERK, still, Trouble.STILL, Whom.RECEIVER, "李晓敏说没收到")
    shipment = shipments.load_shipment(office, still)
    assert shipment.followups.done[Trouble.STILL, Remedy.CALL].date() == date(2026, 11, 27)
