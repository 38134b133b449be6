from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.billing.money import Rounding, rounded, shares
from desktop.domain.billing.tariff import charged_grams, local_zone, price, tariff_on, zone_of
from tests.domain.billing.terms import TARIFF

YUAN = Decimal
HOME = TARIFF.zones[0]


@pytest.mark.parametrize(
    ("grams", "owed", "charged"),
    [
        (0, "10.00", 1000),
        (1, "10.00", 1000),
        (1000, "10.00", 1000),
        (1001, "11.50", 1500),
        (1500, "11.50", 1500),
        (1501, "13.00", 2000),
        (50_000, "157.00", 50_000),
    ],
)
def test_each_step_begun_is_charged(grams: int, owed: str, charged: int) -> None:
    assert str(price(TARIFF, HOME, grams)) == owed
    assert charged_grams(HOME, grams) == charged


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("北京市大兴区", "本市"),
        ("河北省石家庄市", "华北"),
        ("石家庄", "华北"),
        ("天津市北京路", "华北"),
        ("新疆", None),
        ("", None),
    ],
)
def test_the_zone_is_that_of_the_place_named_first(place: str, zone: str | None) -> None:
    found = zone_of(TARIFF, place)
    assert (found.name if found else None) == zone


def test_where_nobody_states_a_destination_the_local_zone_counts() -> None:
    assert local_zone(TARIFF) == HOME
    assert local_zone(replace(TARIFF, local="")) is None


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 6, 30), date(2026, 1, 1)),
        (date(2026, 7, 1), date(2026, 7, 1)),
        (date(2027, 1, 1), date(2026, 1, 1)),
    ],
)
def test_the_tariff_of_a_day_is_the_one_that_began_last(day: date, begins: date | None) -> None:
    later = replace(TARIFF, valid_from=date(2026, 7, 1), valid_until=date(2026, 12, 31))
    found = tariff_on((later, TARIFF, replace(TARIFF, carrier="jd")), "ems", day)
    assert (found.valid_from if found else None) == begins


@pytest.mark.parametrize(
    ("how", "made"),
    [(Rounding.HALF_UP, "12.50"), (Rounding.UP, "12.50"), (Rounding.DOWN, "12.40")],
)
def test_rounding_goes_to_the_contracts_unit(how: Rounding, made: str) -> None:
    assert str(rounded(YUAN("12.45"), YUAN("0.10"), how)) == made


@given(st.decimals(min_value=-1000, max_value=1000, places=2), st.integers(1, 40))
def test_shares_add_up_exactly_and_differ_by_one_fen_at_most(amount: Decimal, among: int) -> None:
    parts = shares(amount, among)
    assert sum(parts) == amount
    assert len(parts) == among
    assert max(parts) - min(parts) <= YUAN("0.01")


def test_what_is_below_the_fen_stays_with_the_first() -> None:
    assert shares(YUAN("10.005"), 3) == (YUAN("3.345"), YUAN("3.33"), YUAN("3.33"))
