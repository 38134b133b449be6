"""What the papers after acceptance say, kind by kind."""

import re
from dataclasses import replace
from datetime import date

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.entries import Term
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.course import Course
from desktop.domain.handling.entries import DeliveryWay, Relation
from desktop.domain.refusal import Refusal
from desktop.wording.papers import title_of
from tests.documents import reading
from tests.documents import sample_ledger as case
from tests.documents.samples import ACCEPTANCE, RECEIPT
from tests.documents.samples_of_course import (
    AMENDMENT,
    DELIVERED,
    DELIVERY,
    DENIAL,
    EXTENSION,
    GRANT,
    LEDGER,
    MATERIALS,
    OVERDUE,
    PAPERS,
    PROCEDURE,
    PRODUCED,
    REVOCATION,
    SILENT,
    SPOT,
    TERMINATION,
    TRANSFER,
    TRANSFER_AWAY,
)

RENDERER = PdfRenderer()
BY_LAW = {
    "silent": "第三十二条第一款第（四）项",
    "spot": "第三十二条第一款第（三）项",
    "procedure": "《中华人民共和国行政许可法》第四十五条",
    "extension": "《中华人民共和国行政许可法》第四十二条",
    "grant": "第三十八条第一款",
    "denial": "第三十八条第二款",
    "delivery": "《中华人民共和国行政许可法》第四十四条",
    "ledger": "行政许可法第四十二条、第八十二条",
}


def flat(facts: PaperFacts, page: str = "A4") -> str:
    return re.sub(r"\s", "", reading.text(RENDERER.paper(facts, page)))


def assert_says(facts: PaperFacts, *wanted: str) -> None:
    for page in ("A4", "A5"):
        told = flat(facts, page)
        for one in wanted:
            assert one in told, one


def with_course(facts: PaperFacts, **changes: object) -> PaperFacts:
    assert facts.course is not None
    return replace(facts, course=replace(facts.course, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", list(BY_LAW))
def test_a_licence_is_told_under_which_article(name: str) -> None:
    assert_says(PAPERS[name], BY_LAW[name])


@pytest.mark.parametrize("name", ["procedure", "extension", "grant", "denial"])
def test_another_type_is_told_its_own_basis(name: str) -> None:
    other = replace(PAPERS[name], item_type="行政确认", legal_basis=("某条例 第三条",))
    if name == "procedure":
        assert_says(other, "食品经营许可和备案管理办法第二十条")
    else:
        assert "某条例第三条" in flat(other) or name == "grant"
    assert "行政许可" not in flat(replace(other, item_name="某事项", lines=()))[:400]


def test_the_procedure_is_told_with_the_time_it_needs_and_what_it_moves() -> None:
    assert_says(
        PROCEDURE, "专家评审", "8个工作日，自2026年10月9日至2026年10月19日",
        "所需时间不计入办理期限", "顺延后预计2026年11月4日", "承诺到期日",
    )  # fmt: skip
    assert "承诺到期日" not in flat(replace(PROCEDURE, item_approved=False))
    late = Term(value=8, unit="工作日", due=date(2027, 1, 6), provisional=True)
    told = replace(case.STARTED, needed=late, statutory=late)
    running = with_course(PROCEDURE, suspensions=(replace(case.SUSPENSION, started=told),))
    assert_says(running, "至2027年1月6日（暂按推算）", "顺延后预计2027年1月6日（暂按推算）")


def test_an_extension_says_from_when_to_when_and_who_approved_it() -> None:
    assert_says(
        EXTENSION, "原到期日2026年11月4日", "延长10个工作日", "现到期日2026年11月18日",
        "批准人局长赵某某", "须会同消防部门核对平面布局",
    )  # fmt: skip


def test_a_decision_is_titled_by_its_type() -> None:
    assert (title_of(GRANT), title_of(DENIAL)) == ("准予行政许可决定书", "不予行政许可决定书")
    assert title_of(replace(GRANT, item_type="行政确认")) == "准予决定书"
    assert title_of(replace(DENIAL, item_type="公共服务")) == "不予决定书"
    assert_says(replace(GRANT, item_type="行政确认"), "准予决定书", "决定准予办理")


def test_a_grant_states_review_conditions_and_term_of_delivery() -> None:
    assert_says(
        GRANT, "2026年9月14日申请办理", "2026年9月18日受理", "王敏（1007）、赵某（1013）",
        "技术审查：冷食加工间的空", "附条件符合", "生食类制售限在一层",
        "10个工作日内，至2026年12月4日", "签发人周首席（1002）", "以颁发的证件为准",
        "王敏（1007）010-67880012",
    )  # fmt: skip
    assert "加装一处回风过滤" not in flat(GRANT), "opinions stay in the file"
    made = with_course(GRANT, produced=PRODUCED)
    assert_says(made, "JY11115000000123", "有效期：2026年11月23日至2031年11月22日")
    assert_says(with_course(GRANT, produced=replace(PRODUCED, valid_until=None)), "至长期")
    asked = replace(case.ASKED, subject="另一处")
    open_review = replace(GRANT.course.technical[0], asked=asked, given=None)  # type: ignore[union-attr]
    assert_says(with_course(GRANT, technical=(open_review,), reviews=()), "技术审查：另一处")


def test_no_more_than_two_sign_a_decision() -> None:
    told = flat(GRANT)
    assert told.count("经办人") == 1
    assert "出具人·窗口" in told
    assert "经办人·窗口" in flat(PROCEDURE)


def test_a_denial_states_reasons_provision_and_remedies() -> None:
    assert_says(
        DENIAL, "未作物理分隔", "第十二条第一款第（二）项", "六十日", "六个月",
        "北京经济技术开发区管理委员会", "北京市大兴区人民法院", "决定不予行政许可",
    )  # fmt: skip
    assert "11010519491231002X" not in flat(DENIAL)


def test_a_delivery_names_paper_collector_mandate_and_originals() -> None:
    assert_says(
        DELIVERY, "食品经营许可证JY11115000000123", "李某敏代理人", "已核验：居民身份证",
        "申请时提交的委托", "领取文书和结果", "共13页", "代收、拒收理由无", "送达地点",
        "附卷存档",
    )  # fmt: skip
    family = replace(DELIVERED, relation=Relation.FAMILY, mandate="授权委托书原件", note="代收")
    told = with_course(DELIVERY, delivered=(family,))
    assert_says(told, "同住成年家属", "授权委托书原件", "代收、拒收理由代收")


def test_a_delivery_by_courier_arrives_when_it_is_signed_for() -> None:
    sent = replace(
        DELIVERED, way=DeliveryWay.COURIER, waybill="EE123456785CN", relation=Relation.SELF,
        returned=(), pages=0, receiver="",
    )  # fmt: skip
    told = with_course(DELIVERY, delivered=(sent,), delivery=Term())
    assert_says(told, "运单EE123456785CN", "签收时刻以承运人的签收记录为准", "退还原件无")
    assert "送达地点" not in flat(told)
    assert "送达期限" not in flat(told), "made again, it has no second term"


def test_what_is_overdue_is_said_plainly() -> None:
    assert_says(
        OVERDUE, "承诺办理期限", "应当届满日2026年10月21日", "现在办结日2026年11月27日",
        "《优化营商环境条例》第三十六条", "投诉电话010-12345",
    )  # fmt: skip
    assert OVERDUE.course is not None
    open_end = replace(OVERDUE.course.explained[0], until=None)
    assert_says(with_course(OVERDUE, explained=(open_end,)), "确定后另行告知")


def test_a_termination_gives_the_materials_back_and_tells_the_remedies() -> None:
    assert_says(TERMINATION, "申请人死亡或者终止", "退还材料食品经营许可申请书", "六十日")


def test_a_revocation_leaves_materials_and_the_day_of_receipt() -> None:
    assert_says(
        REVOCATION, "撤销2026年9月18日作出的受理", "收到材料的日期（2026年9月14日）不变",
        "无须重新提交", "需要补正的一次告知全部内容", "六十日",
    )  # fmt: skip


def test_a_transfer_within_the_hall_leads_to_the_new_number() -> None:
    assert_says(TRANSFER, "仅销售预包装食品备案", "继续有效", "随转的材料食品经营许可申请书")
    for page in ("A4", "A5"):
        read = reading.codes(RENDERER.paper(TRANSFER, page))
        assert ("Code 128", "KFQ-20261123-A07-0018") in read
        assert ("Code 128", case.NUMBER) in read


def test_a_transfer_to_another_organ_says_where_it_is() -> None:
    assert_says(
        TRANSFER_AWAY, "北京市大兴区市场监督管理局", "某街3号", "010-69200000",
        f"原编号{case.NUMBER}继续有效",
    )  # fmt: skip


def test_an_amendment_shows_before_and_now_masked() -> None:
    told = flat(AMENDMENT)
    assert_says(AMENDMENT, "（空）138******21", "护照居民身份证", "窗口自取免费寄递")
    assert "110***********002X（更正处在掩码部分）" in flat(AMENDMENT)
    for hidden in ("11010519491231002X", "11010519491232002X", "13800000021"):
        assert hidden not in told


def test_what_was_put_right_at_the_counter_is_recorded() -> None:
    assert_says(
        SPOT, "食品经营许可申请书未签章已更正，已收（留存）", "不一致已更正", "申请人（签字）",
        "窗口存档",
    )  # fmt: skip


def test_a_batch_counts_its_materials_and_names_nobody() -> None:
    assert_says(
        MATERIALS, "办件3件，材料6件、7份、46页", "接收人（签字）", "承办机构留存", "清点差异",
        "不载申请人的姓名",
    )  # fmt: skip
    read = [value for _kind, value in reading.codes(RENDERER.paper(MATERIALS))]
    assert MATERIALS.batch is not None
    for line in MATERIALS.batch.lines:
        assert read.count(line.case) == 2, "scanned on each of the two copies"


def test_the_ledger_counts_every_day_and_says_why() -> None:
    assert_says(
        LEDGER,
        "2026年9月18日五第0日不计起算当日，不计补收材料、受理",
        "2026年9月20日日第1日计调休补班（国庆节）",
        "2026年9月25日五—不计法定节假日（中秋节）",
        "2026年10月1日至10月3日四—六—不计法定节假日（国庆节），3日",
        "2026年10月10日至10月19日六—一—不计特别程序，不计入期限，10日",
        "2026年10月21日三第10日计工作日",
        "2026年11月18日三第30日计工作日到期日、审查",
        "2026年11月20日五第32日计工作日，已过到期日作出决定",
    )


def test_the_ledger_judges_each_clock() -> None:
    assert_says(
        LEDGER,
        "按期：于第2日完成，未超过第5日",
        "20个工作日，延长10个工作日，至2026年11月18日",
        "逾期：应于第30日届满前完成，于第32日完成",
        "至2026年9月18日结束；期间不计入期限",
        "技术审查期限（冷食加工间的空气洁净度）",
        "特别程序（专家评审）",
        "进行中：计至2026年11月23日为第1日",
    )
    last = LEDGER.sections[-1]
    late = replace(last, term=replace(last.term, due=date(2026, 11, 20), provisional=True))
    told = replace(LEDGER, sections=(late,))
    assert_says(told, "逾期：第0日届满时尚未完成", "（暂按推算）", "放假安排尚未公布")
    correcting = replace(LEDGER.sections[1], met=None)
    assert_says(replace(LEDGER, sections=(correcting,)), "进行中；期间不计入期限")


def test_silence_accepts_and_the_paper_tells_both_days() -> None:
    assert_says(
        SILENT, "视为受理日2026年11月12日", "通知书出具日2026年11月23日",
        "未在五个工作日内一次告知", "即为受理",
    )  # fmt: skip
    other = flat(replace(SILENT, item_type="行政确认"))
    assert "视为受理日" not in other
    assert "视为受理日" not in flat(ACCEPTANCE)


def test_procedures_are_told_as_far_as_they_are_known() -> None:
    assert_says(ACCEPTANCE, "本事项可能有：检验、专家评审；需要时另行书面告知所需时间")
    assert_says(replace(ACCEPTANCE, special_procedures=()), "受理时没有已知的；需要时另行")


def test_the_person_named_for_the_case_is_the_contact() -> None:
    assert "联系人王敏（1007）010-67880000" in flat(ACCEPTANCE)
    assert "联系人李工010-1" in flat(replace(ACCEPTANCE, contact="李工　010-1"))


@pytest.mark.parametrize(
    "name",
    [name for name, facts in PAPERS.items() if facts.course is not None],
)
def test_a_paper_without_its_facts_is_refused(name: str) -> None:
    for course in (None, Course()):
        with pytest.raises(Refusal, match="paper_without_facts"):
            RENDERER.paper(replace(PAPERS[name], course=course))


def test_a_batch_without_its_lines_is_refused() -> None:
    with pytest.raises(Refusal, match="paper_without_facts"):
        RENDERER.paper(replace(MATERIALS, batch=None))


def test_the_receipt_is_as_it_was() -> None:
    assert title_of(RECEIPT) == "材料接收凭证"
