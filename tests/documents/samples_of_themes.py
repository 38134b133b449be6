"""A theme of two stages on paper: as a plan, and as the receipt of its one submission."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.cases.entries import Term
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.cases.tick import Check
from desktop.domain.savings.saving import Measure, Part, Rule, Saving
from desktop.domain.themes.entries import ThemeLine, ThemeMember
from desktop.domain.themes.facts import ThemeFacts
from tests.documents.samples import ISSUER, SHOP, line

LAW = "《中华人民共和国行政许可法》第二十六条"
RULE = "《北京市优化营商环境条例》第五十六条"
MEMBERS = (
    ThemeMember(
        key="QY01", item="QY01", item_name="公司设立登记", order=1, days=1, organ="某局",
        instant=True,
    ),
    ThemeMember(
        key="SP01", item="SP01", item_name="食品经营许可（新办）", order=2, days=5,
        organ="北京经济技术开发区行政审批局（示例）", permit=True,
        legal=Term(value=10, unit="工作日"),
    ),
    ThemeMember(
        key="JS03", item="JS03", item_name="污水排入排水管网许可", order=2, days=7, organ="某局",
        optional=True, why="有污水排放的", permit=True, legal=Term(value=20, unit="工作日"),
        promised=Term(value=7, unit="工作日"),
    ),
)  # fmt: skip
LINES = (
    ThemeLine(line=line(1, "一件事申请表", check=Check.UNCHECKED), uses=("QY01", "SP01", "JS03")),
    ThemeLine(line=line(2, "房屋租赁协议", check=Check.UNCHECKED), uses=("QY01",)),
    ThemeLine(
        line=line(3, "身份证明", check=Check.EXEMPT, need="exempt", reason="licence_held:E2"),
        uses=("QY01",),
    ),
    ThemeLine(line=line(4, "营业执照"), uses=("SP01", "JS03"), producer="QY01"),
)
SAVINGS = (
    Saving(
        measure=Measure.SUBMISSIONS, before=3, after=1,
        parts=(Part(rule=Rule.ONE_SUBMISSION, count=2, basis=(LAW, RULE)),),
    ),
    Saving(
        measure=Measure.MATERIALS, before=7, after=2,
        parts=(
            Part(rule=Rule.ONE_FORM, count=2, names=("登记申请书", "许可申请书"), basis=(RULE,)),
            Part(rule=Rule.PRODUCED, count=2, names=("营业执照",), basis=(RULE,)),
            Part(rule=Rule.E_LICENCE, count=1, names=("身份证明",)),
        ),
    ),
    Saving(
        measure=Measure.DAYS, before=13, after=8, unit="工作日",
        parts=(Part(rule=Rule.PARALLEL, count=5, basis=(LAW, RULE)),),
    ),
)  # fmt: skip
PLAN = PaperFacts(
    kind=PaperKind.THEME,
    number="1a2b3c4d5e6f-ZT1",
    issued_at="2026-11-23T10:41:00+08:00",
    issuer=ISSUER,
    item="ZT02",
    item_name="开餐馆",
    item_type="行政许可",
    theme=ThemeFacts(
        theme="ZT02",
        name="开餐馆",
        members=MEMBERS,
        lines=LINES,
        savings=SAVINGS,
        forms=("登记申请书", "许可申请书"),
        outside=("税务信息确认与发票（税务机关）",),
        notes=("许可申请须提交营业执照",),
        unknown=("ZZ99",),
    ),
)
assert PLAN.theme is not None
TAKEN = replace(
    PLAN,
    number="KFQ-20261123-A07-Z0001-ZT1",
    case="KFQ-20261123-A07-Z0001",
    received_at="2026-11-23T10:41:00+08:00",
    applicant=SHOP,
    delivery=Delivery(way=Way.PICKUP),
    theme=replace(PLAN.theme, cases={"QY01": "KFQ-20261123-A07-0001"}),
)
PAPERS = {"theme": PLAN, "theme_taken": TAKEN}
