from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.policies.assess import assess, read_day
from desktop.domain.policies.eligible import Answer
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue

POLICIES = catalogue().policies


def test_an_amount_is_worked_out_once_all_of_them_are_there() -> None:
    assert assess(POLICIES["KC03"], {}, ["3000万"]).support is None
    found = assess(POLICIES["KC03"], {}, ["3000万", "2000万"])
    assert found.support is not None
    assert found.support.amount == Decimal(2_000_000)
    assert found.eligibility.standing["c2"] is Answer.YES


def test_a_text_that_cannot_be_read_carries_its_refusal() -> None:
    (entered,) = assess(POLICIES["KC01"], {}, ["三万五"]).entered
    assert entered.figure is None
    assert entered.wrong is not None
    assert entered.wrong.code == "amount_form"


@pytest.mark.parametrize(
    "text", ["2026-12-31", "2026/12/31", "2026.12.31", "20261231", "2026年12月31日", "２０２６－１２－３１"]
)  # fmt: skip
def test_days_as_people_write_them(text: str) -> None:
    assert read_day(text) == date(2026, 12, 31)


@pytest.mark.parametrize("text", ["2026-02-30", "0000-01-01", "明天", "9" * 300, "2026-12"])
def test_no_day(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_day(text)
    assert refused.value.code == "policy_day"


@given(st.sampled_from(sorted(POLICIES)), st.lists(st.text(max_size=30), max_size=4))
def test_nothing_that_is_typed_breaks_it(id: str, texts: list[str]) -> None:
    found = assess(POLICIES[id], {}, texts)
    assert len(found.entered) == len(POLICIES[id].inputs)
