import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.identity import masking


@pytest.mark.parametrize(
    ("name", "listed", "public"),
    [
        ("张三", "张*", "张*"),
        ("李小敏", "李*敏", "李**"),
        ("欧阳修", "欧阳*", "欧阳*"),
        ("司马相如", "司马**", "司马**"),
        ("买买提·艾力", "买**·艾*", "买**·艾*"),
        ("JOHN SMITH", "J*** S****", "J*** S****"),
        ("𠮷田", "𠮷*", "𠮷*"),
        ("张", "*", "*"),
        ("", "", ""),
    ],
)
def test_names(name: str, listed: str, public: str) -> None:
    assert masking.mask_name(name) == listed
    assert masking.public_name(name) == public


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345621", "138******21"),
        ("138-1234-5621", "138-****-**21"),
        ("010-67881234", "010-******34"),
        ("67881234", "******34"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_a_telephone_hides_six_digits_wherever_it_has_them(phone: str, masked: str) -> None:
    assert masking.mask_phone(phone) == masked


def test_document_numbers() -> None:
    assert masking.mask_number("11010519491231002X") == "110***********002X"
    assert masking.mask_number("E12345678") == "E*****678"
    assert masking.mask_number("12345") == "***45"
    assert masking.mask_number_in_log("11010519491231002X") == "**************002X"
    assert masking.mask_number_in_log("E12") == "**2"


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("北京市大兴区亦庄镇荣华中路10号1号楼203室", "北京市大兴区亦庄镇荣华中路***"),
        ("北京经济技术开发区科创十四街99号", "北京经济技术开发区科创十四街***"),
        ("荣华街道天华园", "荣华街道***"),
        ("", ""),
    ],
)
def test_an_address_stops_at_the_street(address: str, masked: str) -> None:
    assert masking.mask_address(address) == masked


@given(st.text(min_size=1))
@example("·")
def test_nothing_is_shown_whole(text: str) -> None:
    for mask in (masking.mask_name, masking.public_name, masking.mask_number_in_log):
        assert not text.strip() or masking.STAR in text or mask(text) != text.strip()
