from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.policies.amount import LARGEST, read_amount
from desktop.domain.policies.numerals import read_numeral
from desktop.domain.refusal import Refusal


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("5000000", "5000000"),
        ("4999999.99", "4999999.99"),
        ("3,000万", "30000000"),
        ("１２００万元", "12000000"),
        ("1，234，567．89 元", "1234567.89"),
        ("0.5亿", "50000000"),
        ("1亿2000万元", "120000000"),
        ("1.2万亿", "1200000000000"),
        ("3千万", "30000000"),
        ("￥ 500", "500"),
        ("人民币8000万元整", "80000000"),
        ("0.3333万", "3333"),
        ("三千五百万元", "35000000"),
        ("壹仟贰佰万圆整", "12000000"),
        ("一亿零五百万", "105000000"),
        ("十二万", "120000"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_exactly(text: str, yuan: str) -> None:
    assert read_amount(text) == Decimal(yuan)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "amount_missing"),
        ("　 ", "amount_missing"),
        ("-5", "amount_negative"),
        ("－3,000万", "amount_negative"),
        ("负三万", "amount_negative"),
        ("1,00", "amount_form"),
        ("3000,000", "amount_form"),
        ("1.2.3", "amount_form"),
        ("1e9", "amount_form"),
        ("NaN", "amount_form"),
        ("约三千万", "amount_form"),
        ("三万五", "amount_form"),
        ("百亿", "amount_form"),
        ("万", "amount_form"),
        ("元", "amount_form"),
        ("2000万1亿", "amount_form"),
        ("䶮𠮷𬭎", "amount_form"),
        ("9" * 5000, "amount_form"),
        ("10万亿", "amount_too_large"),
        ("99999999999999", "amount_too_large"),
    ],
)
def test_what_is_not_surely_an_amount_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_amount(text)
    assert refused.value.code == code


@given(st.integers(0, int(LARGEST) - 1))
def test_any_amount_is_read_back_with_its_thousands(yuan: int) -> None:
    assert read_amount(f"{yuan:,}元") == yuan


@given(st.text(max_size=60))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    try:
        found = read_amount(text)
    except Refusal:
        return
    assert 0 <= found < LARGEST


ONES = "零一二三四五六七八九"


def spelt(number: int) -> str:
    """A number under 10 000 in characters, as it is taught."""
    told, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            told += ("零" if gap and told else "") + ONES[digit] + name
        gap = not digit
    return told or "零"


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_spelt_numbers_are_read(high: int, low: int) -> None:
    assert read_numeral(spelt(high)) == high
    rest = ("零" if 0 < low < 1000 else "") + (spelt(low) if low else "")
    assert read_numeral(f"{spelt(high)}万{rest}") == high * 10_000 + low
