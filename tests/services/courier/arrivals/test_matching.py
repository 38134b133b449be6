from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from desktop.domain.cases.draft import Channel
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.courier.arrivals.entries import MatchReason
from desktop.domain.courier.arrivals.owed import Step
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.handling.alert import Alert
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, intake, papers
from desktop.services.courier import shipments
from desktop.services.courier.arrivals import matching, sending_on, taking_in, waiting
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.office import Office
from tests.offices import CLERK, Clock, answered, whole
from tests.services.courier.arrivals.arriving import FRIDAY, OTHER, SENDER, WAYBILL, arrive

NAME_AND_PHONE = (MatchReason.NAME, MatchReason.PHONE)


def text_of(office: Office, paper: str) -> str:
    with pypdfium2.PdfDocument(office.renderer.paper(papers.facts(office, paper))) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def correcting(office: Office) -> str:
    """A case that lacks everything."""
    return acts.receive(office, CLERK, answered(office)).case.number


def test_candidates_have_reasons_and_say_what_they_wait_for(office: Office) -> None:
    number = arrive(office).number
    case = correcting(office)
    draft = answered(office, "SP06")
    found = matching.candidates(office, CLERK, number)
    assert [(one.case, one.draft) for one in found] == [(case, ""), ("", draft.id)]
    assert [one.reasons for one in found] == [NAME_AND_PHONE, NAME_AND_PHONE]
    lines = acts.load(office, case).lines
    assert found[0].expected == tuple(
        line.name for line in matching.expected(acts.load(office, case))
    )
    assert 0 < len(found[0].expected) <= len(lines)
    assert not load_arrival(office, number).claims


def test_another_person_is_no_candidate_and_a_phone_alone_is_one(office: Office) -> None:
    case = correcting(office)
    stranger = arrive(office, sender=Address(name="钱多多", phone="13900139000"))
    assert matching.candidates(office, CLERK, stranger.number) == []
    relative = arrive(office, OTHER, sender=Address(name="李某", phone="+8613800138021"))
    (one,) = matching.candidates(office, CLERK, relative.number)
    assert (one.case, one.reasons) == (case, (MatchReason.PHONE,))


def test_an_announced_parcel_leads_to_its_case(office: Office) -> None:
    case = correcting(office)
    told = replace(shipments.suggest(office, case, Direction.INBOUND), waybill=WAYBILL)
    shipments.create(office, CLERK, replace(told, sender=Address()))
    number = arrive(office, sender=Address()).number
    (one,) = matching.candidates(office, CLERK, number)
    assert (one.case, one.reasons) == (case, (MatchReason.ANNOUNCED,))


def test_a_case_takes_the_parcel_by_a_persons_word(office: Office) -> None:
    case, number = correcting(office), arrive(office).number
    claimed = matching.match_case(office, CLERK, number, case)
    assert claimed.state is ArrivalState.CLAIMED
    assert claimed.claims[0].reasons == NAME_AND_PHONE
    assert matching.candidates(office, CLERK, number) == []
    with pytest.raises(Refusal, match="already_claimed"):
        matching.match_case(office, CLERK, number, case)
    assert [row.number for row in office.store.views.shipments(ShipmentFilter(case=case))] == [
        number
    ]
    kinds = [fact.entry.kind for fact in office.store.views.case_history(case)]
    assert "shipment.matched" in kinds
    back = matching.unmatch(office, CLERK, number, case, "同名")
    assert (back.state, back.claims) == (ArrivalState.WAITING, ())
    with pytest.raises(Refusal, match="not_claimed"):
        matching.unmatch(office, CLERK, number, case)


def test_the_materials_come_in_on_the_day_of_signing(office: Office, clock: Clock) -> None:
    case = correcting(office)
    clock.on(days=4)
    signed = clock.at - timedelta(days=1)
    number = arrive(office, signed_at=signed).number
    draft = taking_in.take_case(office, CLERK, number, acts.load(office, case))
    assert (draft.channel, draft.waybill, draft.happened_at) == (Channel.COURIER, WAYBILL, signed)

    filled = whole(office).ticks
    after = acts.supplement(office, CLERK, replace(draft, ticks=filled)).case
    assert after.supplemented_on == signed.date()
    arrival = load_arrival(office, number)
    assert (arrival.state, arrival.cases) == (ArrivalState.TAKEN, (case,))
    assert signed.date() not in after.counter_days
    second = f"{case}-{PaperKind.RECEIPT}2"
    told = text_of(office, second)
    assert "2026年11月23日 10:41　窗口" in told
    assert f"补收 2026年11月26日 10:41　寄递（运单 {WAYBILL}）" in told


def test_a_parcel_becomes_a_draft_and_the_draft_a_case_of_that_day(
    office: Office, clock: Clock
) -> None:
    number = arrive(office).number
    draft = taking_in.open_draft(office, CLERK, number)
    assert (draft.applicant.name, draft.applicant.phone) == ("李晓敏", "138-0013-8021")
    assert load_arrival(office, number).state is ArrivalState.CLAIMED
    model = whole(office)
    kept = intake.save(
        office, CLERK,
        replace(
            draft, item=model.item, answers=model.answers, ticks=model.ticks,
            presence=model.presence, applicant=model.applicant, delivery=model.delivery,
        ),
    )  # fmt: skip
    case = acts.finish(office, CLERK, kept).case
    assert case.number.startswith("KFQ-20261120-A07-")
    assert (case.received_at, case.day_zero) == (FRIDAY, date(2026, 11, 20))
    assert case.deemed.due == date(2026, 11, 27)
    assert case.accepted_on == date(2026, 11, 23)
    assert (case.channel, case.waybill, case.late) == (Channel.COURIER, WAYBILL, False)
    assert case.counter_days == ()
    arrival = load_arrival(office, number)
    assert (arrival.state, arrival.cases, arrival.claims[0].draft) == (
        ArrivalState.TAKEN, (case.number,), "",
    )  # fmt: skip
    receipt = next(
        row for row in office.store.views.papers(case.number) if row.kind is PaperKind.RECEIPT
    )
    facts = papers.facts(office, receipt.number)
    assert (facts.waybill, facts.received_at) == (WAYBILL, FRIDAY.isoformat(timespec="seconds"))
    accepted = text_of(office, f"{case.number}-{PaperKind.ACCEPTANCE}1")
    assert f"2026年11月20日 16:50　寄递（运单 {WAYBILL}）" in accepted
    assert "受理日 2026年11月23日" in accepted


def test_a_draft_thrown_away_leaves_the_parcel_to_be_claimed(office: Office) -> None:
    number = arrive(office).number
    draft = taking_in.open_draft(office, CLERK, number)
    kept = intake.save(office, CLERK, replace(draft, item="SP01"))
    (one,) = waiting.waiting(office)
    assert (one.state, one.owed.step) == (ArrivalState.CLAIMED, Step.TAKE_IN)
    intake.discard(office, CLERK, kept)
    (one,) = waiting.waiting(office)
    assert one.state is ArrivalState.WAITING


def test_an_open_draft_takes_the_parcel(office: Office) -> None:
    draft, number = answered(office), arrive(office).number
    taken = taking_in.take_draft(office, CLERK, number, draft.id)
    assert (taken.parcel, taken.happened_at) == (number, FRIDAY)
    assert office.store.local.draft(draft.id) == taken
    assert taking_in.without_parcel(taken).happened_at is None


def test_several_cases_may_lie_in_one_parcel(office: Office) -> None:
    first, second, number = correcting(office), correcting(office), arrive(office).number
    for case in (first, second):
        matching.match_case(office, CLERK, number, case)
    draft = taking_in.take_case(office, CLERK, number, acts.load(office, first))
    acts.supplement(office, CLERK, replace(draft, ticks=whole(office).ticks))
    arrival = load_arrival(office, number)
    assert [claim.taken for claim in arrival.claims] == [True, False]
    assert arrival.state is ArrivalState.CLAIMED


def test_an_unopened_parcel_does_not_stop_the_days(office: Office, clock: Clock) -> None:
    arrive(office)
    seen = []
    for day in (23, 24, 25, 26, 27, 28, 30):
        clock.at = clock.at.replace(day=day)
        (one,) = waiting.waiting(office)
        assert one.owed.due == date(2026, 11, 27)
        seen.append((one.owed.left, one.owed.step, one.owed.alert, one.pressing))
    assert [left for left, *_rest in seen] == [4, 3, 2, 1, 0, 0, -1]
    steps = [step for _left, step, *_rest in seen[:4]]
    assert steps == [Step.OPEN, Step.CALL, Step.CALL, Step.CALL_AGAIN]
    assert [alert for *_rest, alert, _pressing in seen[3:6]] == [
        Alert.RED, Alert.RED, Alert.OVERDUE,
    ]  # fmt: skip
    assert [pressing for *_rest, pressing in seen] == [False] * 3 + [True] * 4
    assert waiting.pressing(office).overdue == 1


def test_what_nobody_claims_goes_back_in_one_step(office: Office) -> None:
    number = arrive(office).number
    out = sending_on.send_back(office, CLERK, number, "联系不上", "原件退回")
    assert (out.direction, out.receiver.name) == (Direction.OUTBOUND, SENDER.name)
    assert out.contents[0].key == number
    arrival = load_arrival(office, number)
    assert arrival.state is ArrivalState.RETURNED
    assert arrival.sent_on is not None
    assert arrival.sent_on.shipment == out.number
    assert waiting.waiting(office) == []
    with pytest.raises(Refusal, match="parcel_gone"):
        sending_on.send_back(office, CLERK, number, "", "原件退回")
    with pytest.raises(Refusal, match="parcel_gone"):
        taking_in.open_draft(office, CLERK, number)


def test_what_was_meant_for_another_hall_goes_there(office: Office) -> None:
    number = arrive(office, sender=Address()).number
    with pytest.raises(Refusal, match="sender_unknown"):
        sending_on.send_back(office, CLERK, number, "", "原件退回")
    with pytest.raises(Refusal, match="hall_missing"):
        sending_on.forward(office, CLERK, number, Address(), "", "到件转交")
    hall = Address(name="大兴区政务服务中心")
    out = sending_on.forward(office, CLERK, number, hall, "寄错", "到件转交")
    assert out.receiver.name == hall.name
    assert load_arrival(office, number).state is ArrivalState.FORWARDED


def test_what_is_claimed_does_not_go_back(office: Office) -> None:
    case, number = correcting(office), arrive(office).number
    matching.match_case(office, CLERK, number, case)
    with pytest.raises(Refusal, match="parcel_claimed"):
        sending_on.send_back(office, CLERK, number, "", "原件退回")
    assert acts.load(office, case).stage is Stage.RECEIVED
