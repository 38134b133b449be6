from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.policies.bound import Bound, within
from desktop.domain.policies.eligible import Answer, eligible
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue

POLICIES = catalogue().policies
YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE


@pytest.mark.parametrize(
    ("bound", "below", "at", "above"),
    [
        (Bound.AT_LEAST, False, True, True),
        (Bound.AT_MOST, True, True, False),
        (Bound.MORE_THAN, False, False, True),
        (Bound.LESS_THAN, True, False, False),
    ],
)
def test_article_1259(bound: Bound, below: bool, at: bool, above: bool) -> None:
    told = [within(bound, Decimal(n), Decimal(5)) for n in (4, 5, 6)]
    assert told == [below, at, above]


def test_amounts_and_days_are_never_compared() -> None:
    with pytest.raises(TypeError):
        within(Bound.AT_MOST, Decimal(1), date(2026, 1, 1))


def test_nothing_answered_is_not_known_and_all_of_it_is_missing() -> None:
    found = eligible(POLICIES["KC02"], {})
    assert found.verdict is UNSURE
    assert [one.id for one in found.missing] == ["c1", "c2"]


def test_all_yes_is_yes_and_one_no_decides() -> None:
    policy = POLICIES["KC02"]
    assert eligible(policy, {"c1": YES, "c2": YES}).verdict is YES
    found = eligible(policy, {"c1": NO, "c2": UNSURE})
    assert found.verdict is NO
    assert [one.id for one in found.failed] == ["c1"]


def test_figures_decide_what_they_can_whatever_was_answered() -> None:
    policy = POLICIES["KC04"]
    answers = {"c1": YES, "c2": YES, "c3": YES, "c4": YES}
    assert eligible(policy, answers, [Decimal("4999999.99")]).verdict is NO
    assert eligible(policy, {**answers, "c3": NO}, [Decimal(5_000_000)]).verdict is YES
    assert eligible(policy, {**answers, "c3": UNSURE}, [None]).verdict is UNSURE


def test_growth_must_exceed_its_target() -> None:
    for growth, verdict in ((2, NO), (3, YES)):
        found = eligible(POLICIES["KC03"], {"c1": YES}, [Decimal(growth), Decimal(2)])
        assert found.verdict is verdict


@pytest.mark.parametrize(("moved", "verdict"), [(31, YES), (30, YES)])
def test_a_move_on_the_last_valid_day_keeps_the_title(moved: int, verdict: Answer) -> None:
    days = [date(2026, 12, 31), date(2026, 12, moved)]
    assert eligible(POLICIES["KC09"], {"c1": YES}, days).verdict is verdict
    late = [date(2026, 12, 31), date(2027, 1, 1)]
    assert eligible(POLICIES["KC09"], {"c1": YES}, late).verdict is NO


def test_an_answer_to_no_condition_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        eligible(POLICIES["KC01"], {"c9": YES})
    assert refused.value.code == "unknown_condition"


CHECK = catalogue().self_checks["HT"]


@pytest.mark.parametrize(
    ("revenue", "spent", "verdict"),
    [
        ("50000000", "5000000", YES),
        ("50000000", "4999999.99", NO),
        ("50000000.01", "4000000", YES),
        ("200000000", "3999999.99", NO),
        ("200000000.01", "3000000", YES),
        ("900000000", "2999999", NO),
    ],
)
def test_the_share_of_research_follows_last_years_revenue(
    revenue: str, spent: str, verdict: Answer
) -> None:
    figures = [Decimal(revenue), Decimal(100_000_000), Decimal(spent)]
    assert eligible(CHECK, {}, figures).standing["c2"] is verdict


def test_a_share_of_nothing_is_not_decided_by_figures() -> None:
    found = eligible(CHECK, {"c5": YES}, [None, None, None, None, Decimal(0), Decimal(0)])
    assert found.standing["c5"] is YES
    assert found.decided == frozenset()


def test_sixty_per_cent_is_enough() -> None:
    for domestic, verdict in (("600", YES), ("599.99", NO)):
        figures = [None, None, Decimal(1000), Decimal(domestic)]
        assert eligible(CHECK, {}, figures).standing["c3"] is verdict
