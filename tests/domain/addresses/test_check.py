"""Doubts about an address in a form: warnings all of them."""

import pytest

from desktop.domain.addresses.check import check
from desktop.domain.courier.entries import Address
from desktop.domain.identity.verdict import Level
from tests.domain.addresses.places_here import places

GOOD = {
    "name": "李晓敏",
    "phone": "13800138021",
    "province": "北京市",
    "city": "北京市",
    "district": "大兴区",
    "street": "荣华中路10号",
}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, ""),
        ({"phone": "010-55550000"}, ""),
        ({"name": " "}, "name_missing"),
        ({"phone": ""}, "phone_missing"),
        ({"phone": "1380013802"}, "phone_form"),
        ({"province": "北平市"}, "place_unknown"),
        ({"province": "河北省"}, "city_elsewhere"),
        ({"district": "浦东新区"}, "district_elsewhere"),
        ({"district": ""}, "district_missing"),
        ({"street": ""}, "street_missing"),
        ({"street": "荣华中路"}, "house_missing"),
        ({"street": "10"}, "street_missing"),
        ({"province": "广东省", "city": "东莞市", "district": ""}, ""),
        ({"province": "湖北省", "city": "仙桃市", "district": ""}, ""),
    ],
)
def test_one_thing_wrong_is_one_doubt(change: dict[str, str], code: str) -> None:
    found = check(Address(**(GOOD | change)), places())
    assert [one.code for one in found] == ([code] if code else [])
    assert all(one.level is Level.WARN for one in found)


def test_an_address_in_one_line_says_nothing_twice() -> None:
    assert Address(**GOOD).whole == "北京市大兴区荣华中路10号"
    old = Address(city="北京市", street="北京市大兴区荣华中路10号")
    assert old.whole == "北京市大兴区荣华中路10号"
    assert (
        Address(province="河北省", city="保定市", district="易县", street="路1号").whole
        == "河北省保定市易县路1号"
    )
