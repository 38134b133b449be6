"""What is done about a trouble without a letter: somebody was called, it waits, it is over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.troubles.entries import (
    NOTHING,
    Answered,
    FollowedUp,
    TroubleSettled,
)
from desktop.domain.courier.troubles.kinds import Ending, Trouble, Whom
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.courier.loading import load_shipment
from desktop.services.courier.troubles.terms import terms_of
from desktop.services.courier.troubles.worklist import troubles_of
from desktop.services.office import Office


def follow_up(
    office: Office,
    clerk: Clerk,
    number: str,
    trouble: Trouble,
    whom: Whom,
    said: str,
    until: date | None = None,
) -> Shipment:
    """Somebody was called or asked; `until` is when to look again."""
    require(clerk, Right.SHIP)
    check_trouble(office, number, trouble)
    if not said.strip():
        raise Refusal("nothing_said")
    _check_until(office, until)
    told = FollowedUp(trouble=trouble, whom=whom, until=until, said=said.strip())
    return append(office, clerk, number, told)


def put_off(
    office: Office, clerk: Clerk, number: str, trouble: Trouble, until: date, reason: str
) -> Shipment:
    """Quiet until that day, for a reason; no longer than the terms allow."""
    require(clerk, Right.SHIP)
    check_trouble(office, number, trouble)
    if not reason.strip():
        raise Refusal("trouble_reason_missing")
    _check_until(office, until)
    return append(
        office, clerk, number, FollowedUp(trouble=trouble, until=until, said=reason.strip())
    )


def answered(office: Office, clerk: Clerk, number: str, told: Answered) -> Shipment:
    """Their answer to the open letter of this kind, with what they credit."""
    require(clerk, Right.SHIP)
    shipment = load_shipment(office, number)
    asked = [one for one in shipment.followups.open if one.remedy is told.remedy]
    if not asked:
        raise Refusal("nothing_asked", remedy=told.remedy)
    if told.credited < NOTHING:
        raise Refusal("amount_below_nothing", amount=told.credited)
    if not asked[-1].on <= told.on <= office.today():
        raise Refusal("answer_day_wrong", on=told.on.isoformat())
    return append(office, clerk, number, told)


def settle(
    office: Office, clerk: Clerk, number: str, trouble: Trouble, how: Ending, said: str = ""
) -> Shipment:
    """Over: it is told again only if it begins anew."""
    require(clerk, Right.SHIP)
    check_trouble(office, number, trouble)
    if how in (Ending.LET_BE, Ending.UNFOUNDED) and not said.strip():
        raise Refusal("trouble_reason_missing")
    with office.store.journal.transaction():
        for one in _ended_with(office, number, trouble):
            told = TroubleSettled(trouble=one, how=how, said=said.strip())
            append(office, clerk, number, told)
    return load_shipment(office, number)


def check_trouble(office: Office, number: str, trouble: Trouble) -> None:
    """Refuse what is done about a trouble that the parcel does not have."""
    load_shipment(office, number)
    if all(one.trouble is not trouble for one in troubles_of(office, number)):
        raise Refusal("no_such_trouble", trouble=trouble, shipment=number)


def append(office: Office, clerk: Clerk, number: str, told: Any) -> Shipment:
    """Journal an act on the parcel's troubles, its words sealed under the parcel's key."""
    entity = f"shipment:{number}"
    office.store.journal.append([Act(entity=entity, payload=told, subject=entity)], clerk.code)
    return load_shipment(office, number)


def _ended_with(office: Office, number: str, trouble: Trouble) -> tuple[Trouble, ...]:
    """逾期未答复 ends with the trouble that the letter was about."""
    if trouble is not Trouble.NO_ANSWER:
        return (trouble,)
    asked = load_shipment(office, number).followups.open
    return (trouble, *dict.fromkeys(one.trouble for one in asked))


def _check_until(office: Office, until: date | None) -> None:
    if until is None:
        return
    today, most = office.today(), terms_of(office).put_off_days
    if not today < until <= today + timedelta(days=most):
        raise Refusal("put_off_wrong", until=until.isoformat(), most=most)
