import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.courier.waybill import check_digit, check_waybill
from desktop.domain.identity.verdict import Level


@pytest.mark.parametrize(("serial", "digit"), [("00071758", "1"), ("96633102", "0")])
def test_the_check_digits_that_s10_gives(serial: str, digit: str) -> None:
    assert check_digit(serial) == digit


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("EE000717581CN", Level.OK, "waybill_ok"),
        ("ee 000717581 cn", Level.OK, "waybill_ok"),
        ("EE000717582CN", Level.ERROR, "waybill_check"),
        ("1136281381675", Level.WARN, "waybill_unchecked"),
        ("SF1234567890123", Level.WARN, "waybill_unchecked"),
        ("SF12*4567890", Level.ERROR, "waybill_characters"),
        ("12345", Level.ERROR, "waybill_length"),
        ("1" * 33, Level.ERROR, "waybill_length"),
        ("", Level.ERROR, "waybill_empty"),
    ],
)
def test_numbers_and_verdicts(text: str, level: Level, code: str) -> None:
    verdict = check_waybill(text)
    assert (verdict.level, verdict.code) == (level, code)


@given(st.text())
def test_anything_scanned_gets_a_verdict(text: str) -> None:
    assert check_waybill(text).level in Level
