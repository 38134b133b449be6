import pytest

from desktop.domain.courier.arrivals.owed import STEPS_BY_AGE
from desktop.domain.courier.arrivals.waybill_forms import FORMS, likely_carrier
from desktop.domain.courier.carriers import carrier


@pytest.mark.parametrize(
    ("waybill", "code"),
    [
        ("EA123456785CN", "ems"),
        ("1136281381675", "ems"),
        ("sf 1234567890123", "shunfeng"),
        ("JDVA12345678901", "jd"),
        ("73123456789012", "zhongtong"),
        ("4312345678901", "yunda"),
        ("ABC123", ""),
        ("", ""),
    ],
)
def test_a_number_looks_like_a_carriers(waybill: str, code: str) -> None:
    assert likely_carrier(waybill) == code


def test_every_form_is_of_a_known_carrier() -> None:
    assert all(carrier(code) for code, _form in FORMS)


def test_steps_follow_one_another_from_the_first_day_on() -> None:
    days = [day for day, _step in STEPS_BY_AGE]
    assert days[0] == 0
    assert days == sorted(set(days))
