from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.papers import Issuer
from desktop.domain.guidance.item import Note, Requirement, ServiceItem
from desktop.domain.guidance.terms import ItemStatus, Level
from desktop.domain.packs.guide import Guide
from desktop.domain.refusal import Refusal
from tests.documents.reading import pages, text
from tests.domain.guidance.shipped import catalogue

PLACE = Issuer(
    organ="示范区管理委员会",
    hall="示范区政务服务中心",
    window="",
    clerk="",
    phone="010-55550000",
    complaints="010-55551234",
    address="示范路 10 号",
    hours="工作日 9:00–17:00",
)
ITEMS = catalogue().items


def guide(item: ServiceItem, place: Issuer = PLACE) -> bytes:
    told = Guide(item=item, catalogue=catalogue(), place=place, printed_on=date(2026, 11, 24))
    return PdfRenderer().guide(told)


def joined(pdf: bytes) -> str:
    return "".join(text(pdf).split())


@pytest.mark.parametrize("id", ITEMS)
def test_every_item_has_a_guide_with_every_material(id: str) -> None:
    item = ITEMS[id]
    pdf = guide(item)
    told = joined(pdf)
    for element in (
        "事项名称", "事项编码", "事项类型", "设定依据", "实施主体", "服务对象", "法定时限", "承诺时限", "结果名称",
        "收费", "受理条件", "所需材料", "容缺受理", "办理流程", "审查标准", "通办范围", "预约办理", "网上支付",
        "物流快递", "办理地点", "办理时间", "咨询", "监督投诉",
    ):  # fmt: skip
        assert element in told, element
    assert f"第{pages(pdf)}页/共{pages(pdf)}页" in told
    assert PLACE.phone in told
    assert told.count("何种情形需要") >= 1 or not item.materials


def test_a_sample_is_no_promise() -> None:
    item = ITEMS["SP01"]
    assert "5个工作日（示例，未核定，不作承诺）" in joined(guide(item))
    approved = replace(
        item,
        status=ItemStatus.APPROVED,
        commitment_limit=replace(item.commitment_limit, illustrative=False),
    )
    told = joined(guide(approved))
    assert "不作承诺" not in told
    assert "尚未核定" not in told


def test_what_is_known_is_told_and_what_is_not_says_so() -> None:
    item = ITEMS["SP01"]
    assert "服务对象未提供" in joined(guide(item))
    notes = (
        *item.notes,
        Note("服务对象：自然人、企业法人"),
        Note("是否支持物流快递：是"),
        Note("请带原件"),
    )
    first = replace(item.materials[0], level=Level.STATE)
    rich = replace(
        item,
        notes=notes,
        requirements=(Requirement("有固定的经营场所", item.legal_basis),),
        materials=(first, *item.materials[1:]),
    )
    told = joined(guide(rich))
    assert "服务对象自然人、企业法人" in told
    assert "1.有固定的经营场所（《食品安全法》" in told
    assert "国家级" in told
    assert "请带原件" in told
    assert told.count("自然人、企业法人") == 1


def test_the_hall_that_is_not_set_up_yet_says_so() -> None:
    bare = Issuer(organ="", hall="", window="", clerk="")
    assert "监督投诉未提供" in joined(guide(ITEMS["SP01"], bare))


def test_the_same_guide_gives_the_same_bytes() -> None:
    assert guide(ITEMS["QY01"]) == guide(ITEMS["QY01"])


def test_long_and_rare_texts_are_set_whole_and_tofu_is_refused() -> None:
    item = ITEMS["SP01"]
    novel = "长" * 4000
    pdf = guide(replace(item, name="䶮𠮷𬭎" * 30, requirements=(Requirement(novel),)))
    assert joined(pdf).count("长") >= 4000
    with pytest.raises(Refusal, match="no_glyph"):
        guide(replace(item, name="𓀀"))
