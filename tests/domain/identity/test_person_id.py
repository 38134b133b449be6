from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity.person_id import check_character, check_person_id
from desktop.domain.identity.verdict import Level

TODAY = date(2026, 11, 23)


def number(first_17: str) -> str:
    return first_17 + check_character(first_17)


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("11010519491231002X", Level.OK, "person_ok"),
        ("11010519491231002x", Level.OK, "person_ok"),
        (" 110105 19491231 002X ", Level.OK, "person_ok"),
        ("１１０１０５１９４９１２３１００２Ｘ", Level.OK, "person_ok"),
        ("440524188001010014", Level.WARN, "person_birth_unlikely"),
        (number("99010519900101001"), Level.OK, "person_ok"),  # 外国人永久居留身份证
        (number("81000019900101001"), Level.OK, "person_ok"),  # 港澳居民居住证
        (number("66010519900101001"), Level.WARN, "person_region_unknown"),
        (number("11010519900230001"), Level.ERROR, "person_birth"),
        (number("11010520270101001"), Level.ERROR, "person_birth"),
        ("110105194912310021", Level.ERROR, "person_check"),
        ("110105491231002", Level.ERROR, "person_old_15"),
        ("1101051949123100", Level.ERROR, "person_length"),
        ("11010519491231A02X", Level.ERROR, "person_characters"),
        ("", Level.ERROR, "person_empty"),
    ],
)
def test_numbers_and_verdicts(text: str, level: Level, code: str) -> None:
    verdict = check_person_id(text, TODAY)
    assert (verdict.level, verdict.code) == (level, code)


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_never_passes(place: int, shift: int) -> None:
    right = "11010519491231002X"
    wrong = str((int(right[place]) + shift) % 10)
    assert check_person_id(right[:place] + wrong + right[place + 1 :], TODAY).level is Level.ERROR


@given(st.text())
def test_anything_typed_gets_a_verdict(text: str) -> None:
    assert check_person_id(text, TODAY).level in Level
