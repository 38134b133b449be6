from decimal import Decimal

import pytest

from desktop.domain.policies.policy import support
from desktop.wording.guidance.policies import BY_RULE, CEILING, amount_label, formula_text, money
from tests.domain.guidance.shipped import catalogue

POLICIES = catalogue().policies


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("80000000", "8 000 万元"),
        ("4999999.99", "4 999 999.99 元"),
        ("12345678", "1 234.5678 万元"),
        ("9999", "9 999 元"),
        ("0", "0 元"),
        ("0.50", "0.5 元"),
    ],
)
def test_money(amount: str, told: str) -> None:
    assert money(Decimal(amount)).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("policy", "amounts", "told"),
    [
        ("KC01", [80_000_000], "8 000 万元 × 50% = 4 000 万元，上限 5 000 万元"),
        ("KC03", [30_000_000, 20_000_000], "（3 000 万元 − 2 000 万元） × 20% = 200 万元，上限 300 万元"),
        ("KC03", [20_000_000, 20_000_000], "2 000 万元 没有超过 2 000 万元，没有高出部分"),
        ("KC04", [5_000_000], "500 万元 × 20% = 100 万元"),
    ],
)  # fmt: skip
def test_the_formula_with_its_numbers(policy: str, amounts: list[int], told: str) -> None:
    figures = [Decimal(amount) for amount in amounts]
    found = support(POLICIES[policy], figures)
    assert formula_text(POLICIES[policy], figures, found).replace("\u00a0", " ") == told


def test_under_the_threshold_the_article_is_named() -> None:
    figures = [Decimal("4999999.99")]
    found = support(POLICIES["KC04"], figures)
    assert "民法典第一千二百五十九条" in formula_text(POLICIES["KC04"], figures, found)


def test_a_ceiling_is_never_called_an_amount_by_rule() -> None:
    def label(policy: str, *amounts: int) -> str:
        found = support(POLICIES[policy], [Decimal(amount) for amount in amounts])
        return amount_label(POLICIES[policy], found)

    assert {label("KC01", 1), label("KC02", 1), label("KC05", 1)} == {CEILING}
    assert {label("KC03", 2, 1), label("KC04", 5_000_000)} == {BY_RULE}
    assert label("KC03", 90_000_000, 0) == CEILING
