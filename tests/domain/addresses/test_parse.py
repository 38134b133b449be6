"""A pasted address taken apart, in the forms people really write."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.addresses.parse import Parsed, parse
from desktop.domain.addresses.places import Place
from tests.domain.addresses.places_here import places

DAXING = Place("北京市", "北京市", "大兴区")
HOUSE = "荣华中路10号3号楼502室"


def told(text: str) -> Parsed:
    return parse(text, places())


def codes(parsed: Parsed) -> list[str]:
    return [one.code for one in parsed.doubts]


@pytest.mark.parametrize("glue", [" ", "，", ",", "\n", "；", "　"])
def test_the_order_of_the_parts_does_not_matter(glue: str) -> None:
    for parts in itertools.permutations(["李晓敏", "13800138021", f"北京市大兴区{HOUSE}"]):
        found = told(glue.join(parts))
        assert found == Parsed(name="李晓敏", phone="13800138021", place=DAXING, detail=HOUSE)


@pytest.mark.parametrize(
    "text",
    [
        "收件人：李晓敏 电话：１３８００１３８０２１ 地址：北京市　大兴区　荣华中路10号3号楼502室",
        "地址:北京大兴荣华中路10号3号楼502室;联系人:李晓敏;手机:+86 138-0013-8021",
        "李晓敏13800138021北京市北京市大兴区荣华中路10号3号楼502室",
        "姓名：李晓敏\n手机号：138 0013 8021\n所在地区：北京市大兴区\n详细地址：荣华中路10号3号楼502室",
        "大兴区荣华中路10号3号楼502室（收） 李晓敏收 13800138021".replace("（收）", ""),
        "中国北京市市辖区大兴区荣华中路10号3号楼502室 李晓敏 女士 13800138021 邮编：102600".replace(
            " 女士", "女士"
        ),
    ],
)
def test_labels_widths_and_repetitions(text: str) -> None:
    found = told(text)
    assert (found.name, found.phone, found.place, found.detail) == (
        "李晓敏",
        "13800138021",
        DAXING,
        HOUSE,
    )
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "place", "detail"),
    [
        ("内蒙古呼和浩特市新城区新华大街1号", ("内蒙古自治区", "呼和浩特市", "新城区"), "新华大街1号"),
        ("广西南宁青秀区民族大道1号", ("广西壮族自治区", "南宁市", "青秀区"), "民族大道1号"),
        ("新疆乌鲁木齐市天山区解放路5号", ("新疆维吾尔自治区", "乌鲁木齐市", "天山区"), "解放路5号"),
        ("湖北省仙桃市沔阳大道12号", ("湖北省", "仙桃市", ""), "沔阳大道12号"),
        ("湖北省省直辖县级行政区划仙桃市沔阳大道12号", ("湖北省", "仙桃市", ""), "沔阳大道12号"),
        ("东莞市虎门镇太沙路1号", ("广东省", "东莞市", "虎门镇"), "太沙路1号"),
        ("苏州工业园区星湖街1号", ("江苏省", "苏州市", "苏州工业园区"), "星湖街1号"),
        ("延边州延吉市公园路1号", ("吉林省", "延边朝鲜族自治州", "延吉市"), "公园路1号"),
        ("吉林市昌邑区解放大路1号", ("吉林省", "吉林市", "昌邑区"), "解放大路1号"),
        ("北京经济技术开发区荣华中路10号", ("北京市", "北京市", "北京经济技术开发区"), "荣华中路10号"),
        ("香港九龙油尖旺区弥敦道1号", ("香港特别行政区", "九龙", "油尖旺区"), "弥敦道1号"),
    ],
)  # fmt: skip
def test_short_names_and_places_without_a_city_or_a_district(
    text: str, place: tuple[str, str, str], detail: str
) -> None:
    found = told(f"王五 13800138021 {text}")
    assert (found.place, found.detail, found.doubts) == (Place(*place), detail, ())


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("北京市密云县鼓楼东大街3号", "place_renamed", ("北京市", "北京市", "密云区")),
        ("北京市宣武区广安门内大街2号", "place_renamed", ("北京市", "北京市", "西城区")),
        ("襄樊市襄城区东街1号", "place_renamed", ("湖北省", "襄阳市", "襄城区")),
        ("杭州市江干区庆春东路1号", "place_divided", ("浙江省", "杭州市", "")),
        ("朝阳区建国路88号", "place_ambiguous", ("", "", "朝阳区")),
        ("北京市浦东新区张江路1号", "district_elsewhere", ("北京市", "北京市", "浦东新区")),
        ("北京路12号", "place_unknown", ("", "", "")),
        ("朝阳门外大街12号", "place_unknown", ("", "", "")),
        ("南京中山路12号", "place_guessed", ("江苏省", "南京市", "")),
        ("北京荣华中路10号", "district_missing", ("北京市", "北京市", "")),
        ("北京市大兴县荣华中路10号", "place_renamed", ("北京市", "北京市", "大兴区")),
    ],
)
def test_what_is_doubtful_is_said_and_nothing_is_invented(
    text: str, code: str, place: tuple[str, str, str]
) -> None:
    found = told(f"王五 13800138021 {text}")
    assert codes(found) == [code]
    assert found.place == Place(*place)


def test_an_ambiguous_district_is_offered_with_its_cities() -> None:
    found = told("朝阳区建国路88号 王五 13800138021")
    assert Place("北京市", "北京市", "朝阳区") in found.options
    assert Place("吉林省", "长春市", "朝阳区") in found.options
    assert found.detail == "建国路88号"


def test_an_identity_number_never_gets_into_an_address() -> None:
    found = told("李晓敏 11010519491231002X 13800138021 北京市大兴区荣华中路10号")
    assert codes(found) == ["identity_left_out"]
    assert "110105" not in found.detail + found.name + found.phone


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("010-55550000", "010-55550000"),
        ("(010)55550000", "010-55550000"),
        ("0471 5555000转12", "0471-5555000-12"),
        ("13800138021转1234", "13800138021-1234"),
        ("400-810-1234", "400-810-1234"),
    ],
)
def test_telephones_in_their_forms(text: str, phone: str) -> None:
    found = told(f"李晓敏 {text} 北京市大兴区荣华中路10号")
    assert (found.phone, found.name, found.doubts) == (phone, "李晓敏", ())


@pytest.mark.parametrize(
    "name", ["䶮小敏", "𠮷田", "阿不都·热合曼", "John Smith", "经开一窗科技有限公司", "欧阳慧"]
)
def test_names_rare_long_and_foreign(name: str) -> None:
    found = told(
        f"北京市大兴区荣华中路10号，{name}，13800138021".replace("John Smith", "JohnSmith")
    )
    assert found.name == name.replace(" ", "")
    assert found.detail == "荣华中路10号"


def test_a_name_glued_to_the_house_is_a_guess() -> None:
    found = told("北京市大兴区荣华中路10号502室李晓敏13800138021")
    assert (found.name, codes(found)) == ("李晓敏", ["name_guessed"])


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    found = told(text)
    assert len(found.detail) <= len(text) * 2
    assert all(one.level == "warn" for one in found.doubts)


@given(
    st.sampled_from(
        [one for one in places().districts() if one.district.endswith(("区", "县", "旗"))]
    )
)
def test_every_place_of_the_table_is_found_again(place: Place) -> None:
    found = told(f"王五 13800138021 {place.text}人民路8号")
    assert found.place == place
    assert found.detail == "人民路8号"
