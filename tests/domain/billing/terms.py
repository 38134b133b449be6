"""A small tariff and a bill's labels, as the tests of reconciliation hold them against bills."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop.domain.billing.tariff import Tariff, Zone
from desktop.services.billing.terms import load_terms
from resources import ROOT

LABELS = load_terms(ROOT / "courier").labels
YUAN = Decimal


def zone(name: str, places: tuple[str, ...], first: str, step: str) -> Zone:
    return Zone(
        name=name, places=places, first_grams=1000, first_price=YUAN(first), step_grams=500,
        step_price=YUAN(step),
    )  # fmt: skip


TARIFF = Tariff(
    carrier="ems",
    valid_from=date(2026, 1, 1),
    zones=(
        zone("本市", ("北京",), "10.00", "1.50"),
        zone("华北", ("天津", "河北", "石家庄"), "12.00", "2.00"),
    ),
    local="本市",
    tolerance=20,
    returns=YUAN("0.5"),
)
