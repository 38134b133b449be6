"""What bills are read by and held against: the labels and tariffs that ship, and those published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.domain.billing.entries import TariffPublished
from desktop.domain.billing.labels import Column, Labels
from desktop.domain.billing.money import FEN, Rounding
from desktop.domain.billing.tariff import Tariff, Zone, tariff_on
from desktop.domain.courier.carriers import carrier
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.views import Views

DEAREST = 100_000
"""Yuan; a parcel that costs more was mistyped."""
Grams = Annotated[int, Meta(ge=1, le=1_000_000)]


class ZoneForm(Struct, forbid_unknown_fields=True, kw_only=True):
    """Prices as text in yuan, exact."""

    first_grams: Grams
    first_price: Decimal
    step_grams: Grams
    step_price: Decimal


class TariffForm(Struct, forbid_unknown_fields=True, kw_only=True):
    """One carrier's; its zones by their names in `places`."""

    carrier: str
    valid_from: date
    zones: Annotated[dict[str, ZoneForm], Meta(min_length=1)]
    valid_until: date | None = None
    local: str = ""
    tolerance: Annotated[int, Meta(ge=0, le=1000)] = 0
    returns: Decimal = Decimal(0)
    unit: Decimal = Decimal("0.01")
    rounding: Rounding = Rounding.HALF_UP


class TariffFile(Struct, forbid_unknown_fields=True, kw_only=True):
    """The whole file: place names by zone, shared by the carriers' tariffs."""

    source: Annotated[str, Meta(min_length=1, max_length=200)]
    places: dict[str, list[Annotated[str, Meta(min_length=2, max_length=20)]]]
    tariffs: Annotated[list[TariffForm], Meta(min_length=1)]
    sample: bool = False


class LabelsFile(Struct, forbid_unknown_fields=True, kw_only=True):
    """`resources/courier/bill_labels.json`."""

    columns: dict[Column, list[str]]
    totals: list[str]
    subtotals: list[str]
    carriers: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Terms:
    """`resources/courier`, read once."""

    labels: Labels
    shipped: tuple[Tariff, ...]


def load_terms(folder: Path) -> Terms:
    told = msgspec.json.decode((folder / "bill_labels.json").read_bytes(), type=LabelsFile)
    labels = Labels(
        columns={column: tuple(names) for column, names in told.columns.items()},
        totals=tuple(told.totals),
        subtotals=tuple(told.subtotals),
        carriers=told.carriers,
    )
    return Terms(labels, read_tariffs((folder / "tariff.json").read_bytes()))


def read_tariffs(raw: bytes) -> tuple[Tariff, ...]:
    """Every carrier's tariff of a file; Refusal `tariff_broken` with why."""
    try:
        told = msgspec.json.decode(raw, type=TariffFile)
    except msgspec.DecodeError as error:
        raise Refusal("tariff_broken", reason=str(error)) from error
    return tuple(_tariff(one, told) for one in told.tariffs)


def tariffs(views: Views, terms: Terms) -> tuple[Tariff, ...]:
    """Published ones lie over those that ship: of equal days the published one counts."""
    published = [
        one for content in views.published_tariffs() for one in read_tariffs(content.encode())
    ]
    return (*terms.shipped, *published)


def tariff_of(views: Views, terms: Terms, code: str, day: date) -> Tariff | None:
    """What the carrier may charge on that day. A published tariff stands before any that ships."""
    known = tariffs(views, terms)
    own = tariff_on([one for one in known if not one.sample], code, day)
    return own or tariff_on(known, code, day)


def publish_tariff(office: Office, clerk: Clerk, path: Path) -> tuple[Tariff, ...]:
    """Journal the file's tariffs, one entry each. Refuses `no_such_file`, `tariff_broken`,
    `unknown_carrier`, and `tariff_is_sample`: a sample is no contract.
    """
    require(clerk, Right.RECONCILE)
    raw = _bytes(path)
    found = read_tariffs(raw)
    if any(one.sample for one in found):
        raise Refusal("tariff_is_sample", file=path.name)
    told = msgspec.json.decode(raw, type=TariffFile)
    acts = [_act(form, told) for form in told.tariffs]
    office.store.journal.append(acts, clerk.code)
    return found


def _act(form: TariffForm, whole: TariffFile) -> Act:
    alone = TariffFile(
        source=whole.source,
        places={name: whole.places.get(name, []) for name in form.zones},
        tariffs=[form],
    )
    told = TariffPublished(
        carrier=carrier(form.carrier).code,
        valid_from=form.valid_from,
        valid_until=form.valid_until,
        content=msgspec.json.encode(alone).decode(),
        source=whole.source,
    )
    return Act(entity=f"tariff:{form.carrier}:{form.valid_from}", payload=told)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refusal("no_such_file", path=str(path)) from None


def _tariff(form: TariffForm, whole: TariffFile) -> Tariff:
    carrier(form.carrier)
    _check(form.local in ("", *form.zones), form.local)
    _check(_within(form.returns, 0, 1), f"returns {form.returns}")
    _check(_within(form.unit, FEN, 10), f"unit {form.unit}")
    if form.valid_until is not None:
        _check(form.valid_from <= form.valid_until, str(form.valid_until))
    return Tariff(
        carrier=form.carrier,
        valid_from=form.valid_from,
        valid_until=form.valid_until,
        zones=tuple(_zone(name, zone, whole) for name, zone in form.zones.items()),
        local=form.local,
        unit=form.unit,
        rounding=form.rounding,
        tolerance=form.tolerance,
        returns=form.returns,
        sample=whole.sample,
        source=whole.source,
    )


def _zone(name: str, form: ZoneForm, whole: TariffFile) -> Zone:
    _check(bool(whole.places.get(name)), name)
    for price in (form.first_price, form.step_price):
        _check(_within(price, 0, DEAREST), f"{name} {price}")
    return Zone(
        name=name,
        places=tuple(whole.places[name]),
        first_grams=form.first_grams,
        first_price=form.first_price,
        step_grams=form.step_grams,
        step_price=form.step_price,
    )


def _within(value: Decimal, least: Decimal | int, most: int) -> bool:
    return value.is_finite() and least <= value <= most


def _check(holds: bool, what: str) -> None:
    if not holds:
        raise Refusal("tariff_broken", reason=what)
