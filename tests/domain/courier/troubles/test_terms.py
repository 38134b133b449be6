"""The table that ships, what lies over it, and the amount of a claim."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.courier.troubles.compensation import wanted
from desktop.domain.courier.troubles.entries import TermsSet
from desktop.domain.courier.troubles.kinds import WRITTEN, Owner, Remedy, Trouble
from desktop.domain.courier.troubles.terms import check_terms, overlaid
from desktop.domain.refusal import Refusal
from tests.domain.courier.troubles.test_found import TERMS

FOUR = TermsSet(trouble=Trouble.STILL, days=4, within=2, owner=Owner.WINDOW, reason="旺季")


def test_every_trouble_has_its_terms_and_ends_with_a_step() -> None:
    assert {one.trouble for one in TERMS.troubles} == set(Trouble)
    assert all(one.steps for one in TERMS.troubles)
    assert [TERMS.answer(one).days for one in (Remedy.COMPLAIN, Remedy.CLAIM, Remedy.APPEAL)] == [
        7, 30, 30,
    ]  # fmt: skip
    assert TERMS.claim.remote_days == 60
    assert set(WRITTEN) == {Remedy.COMPLAIN, Remedy.CLAIM, Remedy.APPEAL}


def test_what_nobody_read_in_a_law_is_a_sample() -> None:
    assert TERMS.of(Trouble.TOTAL_DELAY).sample
    assert TERMS.of(Trouble.STILL).sample
    assert not TERMS.of(Trouble.RESULT_LATE).sample


def test_the_last_setting_of_a_trouble_stands() -> None:
    told = overlaid(TERMS, [FOUR, replace(FOUR, days=6)])
    assert (told.of(Trouble.STILL).days, told.of(Trouble.STILL).owner) == (6, Owner.WINDOW)
    assert told.of(Trouble.STILL).steps == TERMS.of(Trouble.STILL).steps
    assert told.of(Trouble.LOST) == TERMS.of(Trouble.LOST)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (replace(FOUR, days=-1), "trouble_days_wrong"),
        (replace(FOUR, within=400), "trouble_days_wrong"),
        (replace(FOUR, reason=" "), "trouble_reason_missing"),
    ],
)
def test_wrong_days_are_refused(told: TermsSet, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        check_terms(told)


@pytest.mark.parametrize(
    ("postal", "insured", "postage", "loss", "amount", "article"),
    [
        (True, "500", "22", "900", "500", "四十七"),
        (True, "0", "22", "180", "66", "四十七"),
        (True, "0", "22", "50.5", "50.5", "四十七"),
        (False, "0", "22", "180", "180", "二十七"),
        (False, "300", "22", "180", "300", "二十七"),
    ],
)
def test_insured_value_else_the_loss_by_post_thrice_the_postage_at_most(
    postal: bool, insured: str, postage: str, loss: str, amount: str, article: str
) -> None:
    told = wanted(TERMS.compensation, postal, Decimal(insured), Decimal(postage), Decimal(loss))
    assert told.amount == Decimal(amount)
    assert article in told.article


def test_no_amount_lies_below_nothing() -> None:
    with pytest.raises(Refusal, match="amount_below_nothing"):
        wanted(TERMS.compensation, True, Decimal(0), Decimal(-1), Decimal(0))
