"""Every line of a bill beside the parcel it is for; and the parcels that no line is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.domain.billing.bill import Bill, BillLine, days_of
from desktop.domain.billing.money import ZERO, rounded
from desktop.domain.billing.rows import Note, Row, Sent
from desktop.domain.billing.tariff import (
    Tariff,
    Zone,
    charged_grams,
    local_zone,
    price,
    zone_of,
)
from desktop.domain.billing.verdicts import Compared, Seen, Verdict, verdict
from desktop.domain.courier.steps import ShipmentStage

EDGE_DAYS = 3
"""A carrier dates a parcel when it scans it: that far from the hand-over, the bill's day counts."""
WAY_BACK = frozenset({ShipmentStage.RETURNING, ShipmentStage.RETURNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the hall knows. `sent` are the month's parcels; `others` those of other months that the
    bill names; `billed` the other months whose bills charged a waybill, once per line.
    """

    sent: Sequence[Sent]
    others: Sequence[Sent] = ()
    billed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def reconcile(bill: Bill, known: Known, tariff: Tariff | None) -> tuple[Row, ...]:
    """One row per line in the bill's order, then one per parcel that the bill does not name."""
    desk = _Desk(bill.month, known, tariff)
    rows = [desk.judge(line) for line in bill.lines]
    named = {line.waybill for line in bill.lines}
    missing = [desk.missing(one) for one in known.sent if one.waybill not in named]
    return (*rows, *(row for row in missing if row is not None))


def together(parcels: Sequence[Sent]) -> dict[str, Sent]:
    """By waybill; two registrations of one waybill are one parcel with the cases of both."""
    found: dict[str, Sent] = {}
    for one in parcels:
        if one.waybill:
            before = found.get(one.waybill)
            found[one.waybill] = one if before is None else before.with_(one)
    return found


class _Desk:
    """The tables of one reconciliation, and the zones already looked up."""

    def __init__(self, month: str, known: Known, tariff: Tariff | None) -> None:
        self.first, self.last = days_of(month)
        self.month = month
        self.billed = known.billed
        self.parcels = {**together(known.others), **together(known.sent)}
        self.tariff = tariff
        self._zones: dict[str, Zone | None] = {}

    def judge(self, line: BillLine) -> Row:
        told = self.parcels.get(line.waybill)
        ours = told if told is not None and not told.cancelled else None
        back = self._is_way_back(line, told)
        zone, assumed = self._zone(ours, line.place)
        grams = ours.grams if ours is not None and ours.grams else line.grams
        expected = self._price(zone, grams, back)
        seen = Seen(
            repeated=self._charged_before(line) and not back,
            in_month=self._in_month(line.day, told),
            ours=ours is not None,
            weight=self._weight(line, ours, zone),
            amount=_compared(expected, line.amount),
        )
        found = verdict(seen)
        if found in (Verdict.DUPLICATE, Verdict.OTHER_MONTH, Verdict.BILL_ONLY):
            expected = ZERO
        note = self._note(found, line, told, expected, back, assumed)
        return Row.of(
            line,
            found,
            told,
            expected,
            zone.name if zone else "",
            note,
            min(self._earlier(line), default=""),
        )

    def missing(self, one: Sent) -> Row | None:
        """有单无账: not what was cancelled, nor what another month's bill charged."""
        if one.cancelled or (one.waybill and one.waybill in self.billed):
            return None
        zone, _assumed = self._zone(one, "")
        expected = self._price(zone, one.grams, False)
        note = None if one.waybill else Note.NO_WAYBILL
        return Row.of_ours(one, expected, zone.name if zone else "", note)

    def _charged_before(self, line: BillLine) -> bool:
        return line.nth > 1 or bool(self._earlier(line))

    def _earlier(self, line: BillLine) -> tuple[str, ...]:
        """The earlier months whose bills charged this waybill."""
        return tuple(one for one in self.billed.get(line.waybill, ()) if one < self.month)

    def _is_way_back(self, line: BillLine, told: Sent | None) -> bool:
        """The second charge of a returned parcel, where the contract has the way back paid."""
        if told is None or self.tariff is None or not self.tariff.returns:
            return False
        before = line.nth - 1 + len(self._earlier(line))
        return told.stage in WAY_BACK and before == 1

    def _in_month(self, day: date | None, told: Sent | None) -> bool:
        """The bill's day decides; where it is far from our own, both must lie in the month."""
        sent = told.sent_on if told is not None else None
        days = [one for one in (day, sent) if one is not None]
        if day is not None and sent is not None and abs((day - sent).days) <= EDGE_DAYS:
            days = [day]
        if told is not None and told.stage in WAY_BACK and day is not None:
            days = [day]
        return all(self.first <= one <= self.last for one in days)

    def _zone(self, ours: Sent | None, place: str) -> tuple[Zone | None, bool]:
        """By our own destination, else by the bill's; where nobody states one, the local zone."""
        if self.tariff is None:
            return None, False
        for text in (ours.place if ours is not None else "", place):
            if text not in self._zones:
                self._zones[text] = zone_of(self.tariff, text)
            if self._zones[text] is not None:
                return self._zones[text], False
        return (None, False) if place else (local_zone(self.tariff), True)

    def _price(self, zone: Zone | None, grams: int, back: bool) -> Decimal | None:
        if self.tariff is None or zone is None:
            return None
        whole = price(self.tariff, zone, grams)
        if not back:
            return whole
        return rounded(whole * self.tariff.returns, self.tariff.unit, self.tariff.rounding)

    def _weight(self, line: BillLine, ours: Sent | None, zone: Zone | None) -> Compared:
        """Same within the tolerance of two scales, or where the bill states the weight charged."""
        if ours is None or not ours.grams or not line.grams:
            return Compared.UNKNOWN
        near = self.tariff.tolerance if self.tariff is not None else 0
        charged = zone is not None and line.grams == charged_grams(zone, ours.grams)
        same = abs(line.grams - ours.grams) <= near or charged
        return Compared.SAME if same else Compared.DIFFERS

    def _note(
        self, found: Verdict, line: BillLine, told: Sent | None, expected: Decimal | None,
        back: bool, assumed: bool,
    ) -> Note | None:  # fmt: skip
        if line.amount < 0:
            return Note.REFUND
        if found is Verdict.BILL_ONLY and told is not None:
            return Note.CANCELLED
        if found is Verdict.OTHER_MONTH and told is None:
            return Note.NOT_SENT
        if expected is None:
            return Note.UNPRICED
        if back:
            return Note.WAY_BACK
        if found is Verdict.WEIGHT_DIFFERS and expected == line.amount:
            return Note.NO_COST
        return Note.PLACE_ASSUMED if assumed and found is Verdict.AMOUNT_DIFFERS else None


def _compared(expected: Decimal | None, amount: Decimal) -> Compared:
    if expected is None:
        return Compared.UNKNOWN
    return Compared.SAME if expected == amount else Compared.DIFFERS
