"""Shipments: create, amend, move by hand; each content line points to a case and a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import OPEN, Stage
from desktop.domain.cases.naming.papers import title
from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.carriers import (
    DEFAULT_CARRIER,
    ContentKind,
    Direction,
    carrier,
    check_carrier,
)
from desktop.domain.courier.entries import (
    Address,
    Content,
    ShipmentAmended,
    ShipmentCreated,
    ShipmentMoved,
    ShipmentTracked,
    TrackEvent,
)
from desktop.domain.courier.progress import Event, digest, ordered
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage, SignedBy, check_step
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.verdict import Level, normal
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.addresses.places import in_parts
from desktop.services.cases.acts import load
from desktop.services.courier import messages
from desktop.services.courier.arrivals.replying import reply
from desktop.services.courier.coverage import require_covered
from desktop.services.courier.loading import load_shipment as load_shipment
from desktop.services.custody import parcels
from desktop.services.custody.sealing import check_open
from desktop.services.office import Office

OUTBOUND_PAPERS = frozenset(
    {
        PaperKind.ACCEPTANCE,
        PaperKind.CORRECTION,
        PaperKind.REFUSAL,
        PaperKind.NOT_NEEDED,
        PaperKind.SETTLEMENT,
    }
)
DECISIONS = frozenset({PaperKind.GRANT, PaperKind.DENIAL})
"""Once these are there, they travel with the result; what was issued before went out before."""

OVER = frozenset(Stage) - OPEN | {Stage.DECIDED, Stage.PRODUCED}
"""Stages in which the originals that the hall kept go back to the applicant."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The shipment as it stands; `warning` is a code the clerk should be told, or empty."""

    shipment: Shipment
    warning: str


def suggest(office: Office, case_number: str, direction: Direction) -> ShipmentCreated:
    """A shipment filled with what is known of the case: parties, carrier, contents to choose."""
    case = load(office, case_number)
    hall = Address(
        name=office.station.hall_name,
        phone=office.station.phone,
        street=office.station.address,
    )
    person = Address(
        name=case.delivery.receiver or case.applicant.name,
        phone=case.delivery.phone or case.applicant.phone,
        street=case.delivery.address or case.applicant.address,
    )
    person = in_parts(office, person)
    inbound = direction is Direction.INBOUND
    return ShipmentCreated(
        direction=direction,
        carrier=DEFAULT_CARRIER,
        contents=_materials(case) if inbound else _results(office, case),
        sender=person if inbound else hall,
        receiver=hall if inbound else person,
    )


def blank(office: Office, direction: Direction) -> ShipmentCreated:
    """A shipment of no case yet: the hall's own end is known."""
    station = office.station
    hall = Address(name=station.hall_name, phone=station.phone, street=station.address)
    inbound = direction is Direction.INBOUND
    return ShipmentCreated(
        direction=direction,
        carrier=DEFAULT_CARRIER,
        sender=Address() if inbound else hall,
        receiver=hall if inbound else Address(),
    )


def create(office: Office, clerk: Clerk, told: ShipmentCreated) -> Sent:
    """Journal a shipment. Refuses an official document by another carrier than the post unless
    a supervisor says why, a waybill number that cannot be one, one already in use, and what the
    free service does not cover (`courier.coverage`).
    """
    require(clerk, Right.SHIP)
    _check_exception(clerk, told.carrier, told.justification)
    warning = _checked(office, told)
    found = require_covered(office, clerk, told, told.coverage_reason)
    told = replace(told, estimate=f"{found.estimate:.2f}" if found.estimate else "")
    at = office.now()
    with office.store.journal.transaction():
        seq = office.store.journal.next_number("K", at.astimezone(BEIJING).date())
        number = f"{office.station.hall}-{at:%Y%m%d}-{office.station.device}-K{seq:04d}"
        shipment = _append(office, clerk, number, replace(told, waybill=normal(told.waybill)))
    return Sent(shipment, warning)


def amend(office: Office, clerk: Clerk, number: str, told: ShipmentAmended) -> Sent:
    """Waybill number, carrier or contents, known or corrected later. A supervisor's reason for
    another carrier than the post stands until the carrier is changed.
    """
    require(clerk, Right.SHIP)
    shipment = load_shipment(office, number)
    if shipment.stage is not ShipmentStage.WAITING and told.contents is not None:
        raise Refusal("parcel_closed", shipment=number)
    if told.contents is not None:
        check_open(office, number)
    after = ShipmentCreated(
        direction=shipment.direction,
        carrier=shipment.carrier if told.carrier is None else told.carrier,
        contents=shipment.contents if told.contents is None else told.contents,
        waybill=shipment.waybill if told.waybill is None else told.waybill,
        justification=told.justification or shipment.justification,
        weight=shipment.weight if told.weight is None else told.weight,
        sender=shipment.sender,
        receiver=shipment.receiver,
    )
    if told.contents is not None or told.weight is not None or told.coverage_reason:
        reason = told.coverage_reason or shipment.coverage_reason
        require_covered(office, clerk, after, reason, but=number)
    if after.carrier != shipment.carrier or told.justification:
        _check_exception(clerk, after.carrier, after.justification)
    warning = _checked(office, after, but=number)
    waybill = None if told.waybill is None else normal(told.waybill)
    return Sent(_append(office, clerk, number, replace(told, waybill=waybill)), warning)


def move(
    office: Office,
    clerk: Clerk,
    number: str,
    stage: ShipmentStage,
    *,
    note: str = "",
    signed_by: SignedBy | None = None,
    at: datetime | None = None,
) -> Shipment:
    """A step by hand, with its time and note; steps are those of `STEPS`."""
    require(clerk, Right.SHIP)
    check_step(load_shipment(office, number).stage, stage)
    if at is not None and at > office.now():
        raise Refusal("in_the_future", at=at.isoformat(timespec="minutes"))
    told = ShipmentMoved(stage=stage, signed_by=signed_by, note=note)
    with office.store.journal.transaction():
        after = _append(office, clerk, number, told, at)
        office.store.journal.append(parcels.followed(office, after), clerk.code)
    messages.tell(office, clerk, number)
    return after


def take_events(
    office: Office,
    clerk: Clerk,
    number: str,
    source: str,
    events: Iterable[Event],
    *,
    aborted: bool = False,
) -> Shipment:
    """What a carrier told, of which only the new is journalled; the same again writes nothing."""
    require(clerk, Right.SHIP)
    with office.store.journal.transaction():
        shipment = load_shipment(office, number)
        known = {one.event.key for one in shipment.progress.passed}
        new = [one for one in ordered(events) if one.key not in known]
        if not new and aborted is shipment.aborted:
            return shipment
        told = ShipmentTracked(
            source=source,
            asked_at=office.now(),
            aborted=aborted,
            events=tuple(
                TrackEvent(
                    at=one.at,
                    code=one.code,
                    stage=one.stage,
                    signed_by=one.signed_by,
                    digest=digest(one.text),
                )
                for one in new
            ),
            texts=tuple(one.text for one in new),
        )
        after = _append(office, clerk, number, told)
        office.store.journal.append(parcels.followed(office, after), clerk.code)
    messages.tell(office, clerk, number)
    return after


def waybill_owner(office: Office, code: str, waybill: str) -> str:
    """Number of another shipment of this carrier with the same waybill number, or empty."""
    value = normal(waybill)
    if not value:
        return ""
    rows = office.store.views.shipments(ShipmentFilter(text=value, carrier=code), limit=20)
    return next((row.number for row in rows if row.waybill == value), "")


def _check_exception(clerk: Clerk, code: str, justification: str) -> None:
    """A reason why not by post is a supervisor's to give (邮政法 55)."""
    if justification.strip() and not carrier(code).postal:
        require(clerk, Right.CARRIER_EXCEPTION)


def _checked(office: Office, told: ShipmentCreated, but: str = "") -> str:
    kinds = [line.kind for line in told.contents]
    warning = check_carrier(told.carrier, told.direction, kinds, told.justification) or ""
    if not told.waybill.strip():
        return warning
    verdict = check_waybill(told.waybill)
    if verdict.level is Level.ERROR:
        raise Refusal("waybill_wrong", verdict=verdict)
    owner = waybill_owner(office, told.carrier, told.waybill)
    if owner and owner != but:
        raise Refusal("waybill_in_use", waybill=normal(told.waybill), shipment=owner)
    return warning or (verdict.code if verdict.level is Level.WARN else "")


def _append(
    office: Office, clerk: Clerk, number: str, told: Any, at: datetime | None = None
) -> Shipment:
    entity = f"shipment:{number}"
    act = Act(entity=entity, payload=told, subject=entity, happened_at=at)
    office.store.journal.append([act], clerk.code)
    return load_shipment(office, number)


def _materials(case: Case) -> tuple[Content, ...]:
    """The way in: what the case still lacks."""
    return tuple(
        Content(
            case=case.number,
            kind=ContentKind.MATERIAL,
            key=line.key,
            name=line.name,
            copies=line.copies,
            original=line.type.startswith("原件"),
        )
        for line in case.lines
        if not line.tick.settled
    )


def _results(office: Office, case: Case) -> tuple[Content, ...]:
    """The way out: the papers the applicant keeps, the result, and originals only looked at."""
    papers = DECISIONS if case.course.decided else OUTBOUND_PAPERS
    told = [
        Content(
            case=case.number,
            kind=ContentKind.NOTICE,
            key=row.number,
            name=title(row.kind, case.item_type),
        )
        for row in office.store.views.papers(case.number)
        if row.kind in papers
    ]
    told += reply(office, case)
    made = case.course.produced
    result = made.name if made else case.result
    if result:
        told.append(Content(case=case.number, kind=ContentKind.LICENCE, key="result", name=result))
    originals = parcels.returning(office, case.number) if case.stage in OVER else ()
    return (*told, *originals)
