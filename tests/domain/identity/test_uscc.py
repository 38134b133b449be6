import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity.uscc import ALPHABET, check_character, check_uscc
from desktop.domain.identity.verdict import Level

REAL = "91110000600037341L"


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        (REAL, Level.OK, "uscc_ok"),
        (REAL.lower(), Level.OK, "uscc_ok"),
        ("12441500196720244T", Level.OK, "uscc_ok"),
        ("911100006000373410", Level.ERROR, "uscc_check"),
        ("9111000060003734IL", Level.ERROR, "uscc_characters"),
        ("911100006000373", Level.ERROR, "uscc_length"),
        ("", Level.ERROR, "uscc_empty"),
    ],
)
def test_codes_and_verdicts(text: str, level: Level, code: str) -> None:
    verdict = check_uscc(text)
    assert (verdict.level, verdict.code) == (level, code)


def test_an_unusual_body_or_register_only_warns() -> None:
    body = "911100006000373400"[:17]
    assert check_uscc(body + check_character(body)).code == "uscc_body_check"
    register = "C" + REAL[1:17]
    assert check_uscc(register + check_character(register)).code == "uscc_register_unknown"


@given(st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_never_passes(place: int, character: str) -> None:
    changed = REAL[:place] + character + REAL[place + 1 :]
    assert (check_uscc(changed).level is Level.ERROR) is (changed != REAL)


@given(st.text())
def test_anything_typed_gets_a_verdict(text: str) -> None:
    assert check_uscc(text).level in Level
