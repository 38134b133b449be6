"""短信: which one a parcel's stage asks for, once for each event. It names no content and no person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address
from desktop.domain.courier.plain import Plain, said
from desktop.domain.courier.shipment import Shipment

MOBILE = re.compile(r"1[3-9][0-9]{9}")


class Template(StrEnum):
    """交寄 · 派送 · 投柜 · 签收 · 代签 · 材料送达大厅 · 疑难 · 退回."""

    HANDED_OVER = "handed_over"
    DELIVERING = "delivering"
    LOCKER = "locker"
    SIGNED = "signed"
    SIGNED_BY_OTHER = "signed_by_other"
    ARRIVED = "arrived"
    TROUBLE = "trouble"
    RETURNED = "returned"


TEMPLATES: dict[Plain, Template] = {
    Plain.HANDED_OVER: Template.HANDED_OVER,
    Plain.DELIVERING: Template.DELIVERING,
    Plain.IN_LOCKER: Template.LOCKER,
    Plain.SIGNED: Template.SIGNED,
    Plain.SIGNED_BY_OTHER: Template.SIGNED_BY_OTHER,
    Plain.ARRIVED_HERE: Template.ARRIVED,
    Plain.TROUBLE: Template.TROUBLE,
    Plain.LOST: Template.TROUBLE,
    Plain.CAME_BACK: Template.RETURNED,
}
DAILY = frozenset({Template.DELIVERING, Template.LOCKER, Template.TROUBLE})
"""May be told again on another day; the others once, whatever the carrier tells again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePrepared:
    """`phone` is masked; the number in full goes to the outbox alone."""

    shipment: str
    template: Template
    event_at: datetime
    phone: str = ""
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What the outbox gets. `id` names it: the same event has the same id."""

    id: str
    template: Template
    phone: str
    shipment: str
    carrier: str
    waybill: str
    event_at: datetime
    hall: str
    hall_phone: str


def due(shipment: Shipment, prepared: Iterable[MessagePrepared]) -> Template | None:
    """The message this stage asks for, None where there is none or it was prepared already."""
    template = TEMPLATES.get(said(shipment).plain)
    at = shipment.moved_at
    if template is None or at is None:
        return None
    before = [one for one in prepared if one.template is template]
    if template in DAILY:
        before = [one for one in before if one.event_at.date() == at.date()]
    return None if before else template


def mobile(shipment: Shipment) -> str:
    """The applicant's mobile number, empty where there is none: a landline takes no message."""
    inbound = shipment.direction is Direction.INBOUND
    end: Address = shipment.sender if inbound else shipment.receiver
    digits = re.sub(r"[\s-]", "", end.phone)
    return digits if MOBILE.fullmatch(digits) else ""
