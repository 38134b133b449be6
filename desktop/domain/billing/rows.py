"""A parcel as the bill is held against it, and a line of the reconciliation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from desktop.domain.billing.bill import BillLine
from desktop.domain.billing.money import ZERO
from desktop.domain.billing.verdicts import Verdict
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.steps import ShipmentStage


class Note(StrEnum):
    """Why a verdict is what it is, where its name does not say it."""

    CANCELLED = "cancelled"
    NOT_SENT = "not_sent"
    UNPRICED = "unpriced"
    WAY_BACK = "way_back"
    NO_COST = "no_cost"
    PLACE_ASSUMED = "place_assumed"
    NO_WAYBILL = "no_waybill"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class CaseInside:
    """A case whose papers the parcel holds, and whose cost it shares."""

    number: str
    item: str = ""
    item_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A parcel of ours: `sent_on` is the day of its hand-over, else of its first step. Grams 0: not
    weighed. `place` is the other party's city, without a street.
    """

    shipment: str
    waybill: str
    direction: Direction
    stage: ShipmentStage
    sent_on: date | None
    grams: int = 0
    place: str = ""
    cases: tuple[CaseInside, ...] = ()
    resend_of: str = ""

    @property
    def cancelled(self) -> bool:
        return self.stage is ShipmentStage.CANCELLED

    def with_(self, other: Sent) -> Sent:
        """One parcel of two registrations: the standing one leads, the cases of both count once."""
        lead, more = (other, self) if self.cancelled else (self, other)
        cases = dict.fromkeys((*lead.cases, *(() if more.cancelled else more.cases)))
        return replace(lead, cases=tuple(cases), grams=lead.grams or more.grams)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`expected` is what the tariff says at our weight, None where it cannot say. `row` is 0 where
    the bill has no line. `billed_in` is the month that charged the waybill already.
    """

    verdict: Verdict
    key: str
    row: int
    waybill: str
    day: date | None
    amount: Decimal
    expected: Decimal | None
    grams: int
    our_grams: int
    place: str
    zone: str
    shipment: str = ""
    direction: Direction | None = None
    cases: tuple[CaseInside, ...] = ()
    note: Note | None = None
    billed_in: str = ""

    @property
    def difference(self) -> Decimal:
        """What the bill asks beyond what is owed; all of it where nothing can be said."""
        return self.amount - (self.expected or ZERO)

    @classmethod
    def of(
        cls, line: BillLine, found: Verdict, told: Sent | None, expected: Decimal | None, zone: str,
        note: Note | None, billed_in: str,
    ) -> Row:  # fmt: skip
        return cls(
            verdict=found, key=line.key, row=line.row, waybill=line.waybill, day=line.day,
            amount=line.amount, expected=expected, grams=line.grams,
            our_grams=told.grams if told else 0, place=line.place or (told.place if told else ""),
            zone=zone, shipment=told.shipment if told else "",
            direction=told.direction if told else None, cases=told.cases if told else (), note=note,
            billed_in=billed_in,
        )  # fmt: skip

    @classmethod
    def of_ours(cls, one: Sent, expected: Decimal | None, zone: str, note: Note | None) -> Row:
        return cls(
            verdict=Verdict.OURS_ONLY, key=one.shipment, row=0, waybill=one.waybill, day=one.sent_on,
            amount=ZERO, expected=expected, grams=0, our_grams=one.grams, place=one.place, zone=zone,
            shipment=one.shipment, direction=one.direction, cases=one.cases, note=note,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRow:
    """A bill of the list: one carrier, one month. `disputes` are the open ones."""

    id: str
    carrier: str
    month: str
    sha256: str
    file: str
    lines: int
    total: Decimal
    disputes: int
    withheld: Decimal
    credited: Decimal
    signed_by: str
    signed_at: datetime | None
