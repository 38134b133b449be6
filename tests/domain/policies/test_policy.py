from decimal import Decimal

import pytest

from desktop.domain.policies.policy import Policy, support
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue

POLICIES = catalogue().policies
EXAMPLES = [(policy, example) for policy in POLICIES.values() for example in policy.examples]


@pytest.mark.parametrize(
    ("policy", "example"), EXAMPLES, ids=lambda value: getattr(value, "id", "")
)
def test_the_worked_examples(policy: Policy, example: object) -> None:
    known = next(found for found in policy.examples if found is example)
    assert support(policy, known.inputs).amount == known.result


def test_a_cap_holds_and_says_so() -> None:
    found = support(POLICIES["KC01"], [Decimal(200_000_000)])
    assert (str(found.amount), found.capped) == ("50000000", True)
    assert not support(POLICIES["KC01"], [Decimal(100_000_000)]).capped


def test_the_threshold_includes_its_own_number() -> None:
    assert support(POLICIES["KC04"], [Decimal("4999999.99")]).amount == 0
    assert support(POLICIES["KC04"], [Decimal(5_000_000)]).amount == 1_000_000


def test_growth_below_the_target_gives_nothing() -> None:
    assert support(POLICIES["KC03"], [Decimal(1), Decimal(2)]).amount == 0


def test_fen_are_never_rounded_up() -> None:
    assert str(support(POLICIES["KC01"], [Decimal("0.99")]).amount) == "0.49"


@pytest.mark.parametrize(
    ("policy", "amounts", "code"),
    [
        ("KC06", [], "policy_not_computable"),
        ("KC09", [], "policy_not_computable"),
        ("KC03", [Decimal(1)], "policy_amounts"),
        ("KC01", [Decimal(-1)], "policy_amount"),
        ("KC01", [Decimal("NaN")], "policy_amount"),
    ],
)
def test_what_cannot_be_computed_is_refused(policy: str, amounts: list[Decimal], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        support(POLICIES[policy], amounts)
    assert refused.value.code == code


def test_six_are_computable_and_applied_for_where_the_catalogue_has_an_item() -> None:
    computable = [policy.id for policy in POLICIES.values() if policy.computable]
    assert computable == ["KC01", "KC02", "KC03", "KC04", "KC05", "KC09"]
    led = {policy.id: policy.apply_item for policy in POLICIES.values() if policy.apply_item}
    assert set(led.values()) == {"KJ01", "KJ03"}
    assert set(led) == set(computable)
    assert set(led.values()) <= set(catalogue().items)
