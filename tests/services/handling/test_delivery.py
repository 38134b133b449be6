"""制证, 送达, 补办: who may collect by what mandate, what is handed out, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.changes import Reissued, ReissueGround
from desktop.domain.handling.entries import Delivered, DeliveryWay, Relation
from desktop.domain.identity.party import Agent, Power, Presence
from desktop.domain.refusal import Refusal
from desktop.services.cases.acts import load
from desktop.services.handling import delivery
from desktop.services.office import Office
from tests.courses import APPROVER, TECHNICAL, accepted, decided, produced, result
from tests.offices import CLERK, NOW, Clock

TODAY = NOW.date()
AGENT = Agent(name="王代理", id_number="110105194912310038", phone="13900000000")


def handed(**more: Any) -> Delivered:
    """The applicant comes in person; `more` changes it."""
    told: dict[str, Any] = {
        "way": DeliveryWay.COUNTER, "delivered_on": TODAY, "papers": ("食品经营许可证",),
        "receiver": "李晓敏", "checked": "居民身份证 110***********002X", **more,
    }  # fmt: skip
    return Delivered(**told)


def by_agent(**more: Any) -> Delivered:
    return handed(relation=Relation.AGENT, receiver=AGENT.name, **more)


def with_agent(office: Office, **agent: Any) -> Case:
    told = replace(AGENT, **agent)
    return produced(office, presence=Presence.AGENT, agent=told)


def refusal(office: Office, case: Case, told: Delivered) -> Refusal:
    with pytest.raises(Refusal) as caught:
        delivery.deliver(office, CLERK, case.number, told)
    assert load(office, case.number) == case
    return caught.value


def test_a_grant_is_made_then_delivered_and_closed(office: Office) -> None:
    case = decided(office)
    made = delivery.produce(office, CLERK, case.number, result(TODAY)).case
    assert made.stage is Stage.PRODUCED
    done = delivery.deliver(office, CLERK, case.number, handed())
    assert done.case.stage is Stage.CLOSED
    assert done.case.closed_at == NOW
    assert done.papers == (f"{case.number}-{PaperKind.DELIVERY}1",)
    facts = office.store.views.paper(done.papers[0])
    assert facts is not None
    assert facts.course is not None
    assert facts.course.delivered[-1].receiver == "李晓敏"


def test_a_denial_is_delivered_without_a_result(office: Office) -> None:
    case = decided(office, granted=False)
    done = delivery.deliver(office, CLERK, case.number, handed(papers=("不予决定书",)))
    assert done.case.stage is Stage.CLOSED


def test_a_wrong_number_is_mended_until_it_is_handed_out(office: Office) -> None:
    case = produced(office)
    told = result(TODAY, "JY11115000000002")
    again = delivery.produce(office, CLERK, case.number, told).case
    assert again.course.produced == told
    assert again.stage is Stage.PRODUCED


def test_what_is_made_later_is_told_as_of_its_day(office: Office, clock: Clock) -> None:
    case = decided(office)
    clock.on(days=2)
    delivery.produce(office, CLERK, case.number, result(TODAY + timedelta(days=1)))
    fact = office.store.journal.facts(f"case:{case.number}")[-1]
    assert fact.happened_at.date() == TODAY + timedelta(days=1)
    assert fact.late


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"name": " "}, "result_unnumbered"),
        ({"number": ""}, "result_unnumbered"),
        ({"valid_until": TODAY - timedelta(days=1)}, "validity_reversed"),
        ({"issued_on": TODAY - timedelta(days=1)}, "before_decision"),
        ({"issued_on": TODAY + timedelta(days=1)}, "in_the_future"),
    ],
)
def test_a_result_wants_name_number_and_a_term(
    office: Office, more: dict[str, Any], code: str
) -> None:
    case = decided(office)
    with pytest.raises(Refusal, match=code):
        delivery.produce(office, CLERK, case.number, result(TODAY, **more))
    assert load(office, case.number).stage is Stage.DECIDED


def test_without_end_is_a_validity_too(office: Office) -> None:
    case = decided(office)
    told = result(TODAY, valid_until=None)
    assert delivery.produce(office, CLERK, case.number, told).case.course.produced == told


def test_nothing_is_made_of_a_denial(office: Office) -> None:
    case = decided(office, granted=False)
    with pytest.raises(Refusal, match="nothing_granted"):
        delivery.produce(office, CLERK, case.number, result(TODAY))


def test_before_the_decision_there_is_nothing_to_make_or_to_hand_out(office: Office) -> None:
    case = accepted(office)
    with pytest.raises(Refusal, match="no_such_move"):
        delivery.produce(office, CLERK, case.number, result(TODAY))
    assert refusal(office, case, handed()).code == "no_such_move"


def test_a_grant_is_made_first(office: Office) -> None:
    assert refusal(office, decided(office), handed()).code == "produce_first"


def test_it_is_handed_out_once(office: Office) -> None:
    case = produced(office)
    closed = delivery.deliver(office, CLERK, case.number, handed()).case
    assert refusal(office, closed, handed()).code == "no_such_move"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"papers": ()}, "nothing_delivered"),
        ({"receiver": " "}, "receiver_unknown"),
        ({"checked": ""}, "receiver_unknown"),
        ({"way": DeliveryWay.COURIER}, "waybill_missing"),
        ({"way": DeliveryWay.COURIER, "waybill": "EA966331021CN"}, "waybill_wrong"),
        ({"delivered_on": TODAY - timedelta(days=1)}, "before_decision"),
        ({"delivered_on": TODAY + timedelta(days=1)}, "in_the_future"),
        ({"relation": Relation.FAMILY}, "mandate_missing"),
        ({"relation": Relation.STAFF}, "mandate_missing"),
        ({"relation": Relation.AGENT}, "mandate_missing"),
    ],
)
def test_what_is_lacking_is_refused(office: Office, more: dict[str, Any], code: str) -> None:
    assert refusal(office, produced(office), handed(**more)).code == code


def test_by_post_the_number_is_kept_in_its_normal_form(office: Office) -> None:
    case = produced(office)
    told = handed(way=DeliveryWay.COURIER, waybill="ea 9663 3102 0cn", receiver="", checked="")
    done = delivery.deliver(office, CLERK, case.number, told)
    assert done.case.course.delivered[-1].waybill == "EA966331020CN"


def test_electronically_nobody_comes(office: Office) -> None:
    case = produced(office)
    told = handed(way=DeliveryWay.ELECTRONIC, receiver="", checked="")
    assert delivery.deliver(office, CLERK, case.number, told).case.stage is Stage.CLOSED


def test_the_mandate_given_at_the_application_serves(office: Office) -> None:
    case = with_agent(office, until=date(2026, 12, 31))
    assert delivery.deliver(office, CLERK, case.number, by_agent()).case.stage is Stage.CLOSED


@pytest.mark.parametrize(
    "agent",
    [
        {"powers": (Power.HAND_IN, Power.SIGN)},
        {"until": TODAY - timedelta(days=1)},
        {"name": "另一代理"},
    ],
)
def test_otherwise_one_is_shown_now(office: Office, agent: dict[str, Any]) -> None:
    case = with_agent(office, **agent)
    refused = refusal(office, case, by_agent())
    assert refused.code == "mandate_missing"
    assert refused.data["article"] == "行政许可法 第二十九条"
    told = by_agent(mandate="授权委托书 2026-11-20")
    assert delivery.deliver(office, CLERK, case.number, told).case.stage is Stage.CLOSED


def test_a_result_is_made_and_handed_out_again(office: Office) -> None:
    case = produced(office)
    delivery.deliver(office, CLERK, case.number, handed())
    told = Reissued(ground=ReissueGround.LOST, reason="遗失，已登报", reissued_on=TODAY)
    back = delivery.reissue(office, CLERK, case.number, told).case
    assert back.stage is Stage.DECIDED
    delivery.produce(office, CLERK, case.number, result(TODAY, "JY11115000000009"))
    done = delivery.deliver(office, CLERK, case.number, handed())
    assert done.case.stage is Stage.CLOSED
    assert done.papers == (f"{case.number}-{PaperKind.DELIVERY}2",)


def test_what_was_never_made_is_not_made_again(office: Office) -> None:
    case = decided(office, granted=False)
    delivery.deliver(office, CLERK, case.number, handed(papers=("不予决定书",)))
    told = Reissued(ground=ReissueGround.LOST, reason="遗失", reissued_on=TODAY)
    with pytest.raises(Refusal, match="nothing_granted"):
        delivery.reissue(office, CLERK, case.number, told)


def test_making_again_says_why(office: Office) -> None:
    case = produced(office)
    delivery.deliver(office, CLERK, case.number, handed())
    told = Reissued(ground=ReissueGround.DAMAGED, reason=" ", reissued_on=TODAY)
    with pytest.raises(Refusal, match="reason_missing"):
        delivery.reissue(office, CLERK, case.number, told)


@pytest.mark.parametrize("clerk", [TECHNICAL, replace(CLERK, active=False)])
def test_who_does_not_serve_hands_nothing_out(office: Office, clerk: Clerk) -> None:
    case = produced(office)
    with pytest.raises(Refusal, match="not_allowed"):
        delivery.deliver(office, clerk, case.number, handed())
    with pytest.raises(Refusal, match="not_allowed"):
        delivery.produce(office, clerk, case.number, result(TODAY))
    delivery.deliver(office, APPROVER, case.number, handed())
    told = Reissued(ground=ReissueGround.LOST, reason="遗失", reissued_on=TODAY)
    with pytest.raises(Refusal, match="not_allowed"):
        delivery.reissue(office, clerk, case.number, told)
