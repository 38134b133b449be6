"""Every paper at A4 and A5: the same bytes, the golden text, head and foot, codes that read."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.documents.papers.fingerprint import canonical, fingerprint
from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.entries import Term
from desktop.domain.cases.papers import PaperKind
from desktop.domain.refusal import Refusal
from desktop.wording.guidance.forms import SIGN_AGENT, SIGN_APPLICANT
from desktop.wording.papers import SEAL, SIGNER_OF_OTHERS, SIGNERS, title_of
from tests.documents import reading
from tests.documents.forms.samples import PAPERS
from tests.documents.samples import (
    ACCEPTANCE,
    ADVANCE,
    CORRECTION,
    HANDOVER,
    ISSUER,
    NOT_NEEDED,
    RECEIPT,
    REFUSAL,
    SETTLEMENT,
    line,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "papers"
RENDERER = PdfRenderer()
EVERY = [(name, page) for name in PAPERS for page in ("A4", "A5")]


def flat(pdf: bytes) -> str:
    """All text without blanks and line ends, for sentences that wrap."""
    return re.sub(r"\s", "", reading.text(pdf))


def test_every_kind_of_paper_has_a_sample() -> None:
    assert {facts.kind for facts in PAPERS.values()} == set(PaperKind)


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_paper_is_byte_for_byte_the_same_and_reads_as_the_golden_text(
    name: str, page: str
) -> None:
    pdf = RENDERER.paper(PAPERS[name], page)
    assert pdf == RENDERER.paper(PAPERS[name], page)
    golden = GOLDEN / f"{name}-{page}.txt"
    assert reading.text(pdf).split("\n") == golden.read_text("utf-8").split("\n")


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_head_and_foot_stand_on_every_paper(name: str, page: str) -> None:
    facts = PAPERS[name]
    pdf = RENDERER.paper(facts, page)
    told = flat(pdf)
    number = [facts.number, facts.case] if facts.case else [facts.number]
    for wanted in (
        *(ISSUER.organ, title_of(facts), *number, "王敏（1007）", "A07综合窗口"),
        *("010-67880000", "010-12345", "2026年11月23日"),
        *((SIGN_APPLICANT, SIGN_AGENT) if facts.form else (SEAL,)),
        *(() if facts.form else SIGNERS.get(facts.kind, SIGNER_OF_OTHERS)),
        *("第1联", "第1页", "个人信息告知", "第十七条、第三十五条", "010-67880001"),
        fingerprint(facts),
    ):
        assert wanted in told, wanted
    read = reading.codes(pdf)
    sheets = reading.pages(pdf)
    assert read.count(("Code 128", facts.case or facts.number)) == sheets
    mark = ("QR Code", f"{facts.number} {fingerprint(facts)}")
    assert read.count(mark) == facts.copies


def test_the_receipt_says_that_it_is_no_acceptance_and_when_silence_accepts() -> None:
    told = flat(RENDERER.paper(RECEIPT))
    assert "不代表受理" in told
    assert "至2026年11月30日仍未一次告知" in told
    assert "第三十二条第一款第（四）项" in told
    assert "EE123456785CN" in told
    assert "110***********002X" in told
    assert "11010519491231002X" not in told
    assert "13800000021" not in told


def test_the_receipt_states_what_was_saved_and_by_which_rule() -> None:
    text = reading.text(RENDERER.paper(PAPERS["saved"], "A4"))
    assert "本件减免" in text
    assert "10 → 6 项" in text
    assert "本情形不需要 −2" in text
    assert "2 → 1 次（推定）" in text
    assert "环节" not in text  # nothing saved, nothing said


@pytest.mark.parametrize("name", list(PAPERS))
def test_the_licence_law_is_cited_for_licences_alone(name: str) -> None:
    other = replace(PAPERS[name], item_type="行政确认", legal_basis=())
    assert "行政许可法" not in flat(RENDERER.paper(other))


def test_a_promise_is_printed_only_where_the_item_is_approved() -> None:
    assert "承诺时限" in flat(RENDERER.paper(ACCEPTANCE))
    sample = flat(RENDERER.paper(replace(ACCEPTANCE, item_approved=False)))
    assert "承诺时限" not in sample
    assert "2027年1月5日" not in sample
    assert "法定时限" in sample


def test_a_provisional_day_says_so() -> None:
    late = Term(value=20, unit="工作日", due=date(2027, 1, 5), provisional=True)
    assert "2027年1月5日（暂按推算）" in flat(RENDERER.paper(replace(ACCEPTANCE, statutory=late)))


def test_the_correction_names_everything_and_where_the_materials_are() -> None:
    told = flat(RENDERER.paper(CORRECTION))
    for wanted in (
        "共3项",
        "过期",
        "未签章",
        "不清",
        "替代办法",
        "带回：",
        "留存：",
        "2026年12月4日",
    ):
        assert wanted in told, wanted
    second = flat(RENDERER.paper(replace(CORRECTION, second=True)))
    assert "再次告知" in second
    home = replace(CORRECTION, kept=(), taken_home=("M8", "M2"))
    assert "全部带回" in flat(RENDERER.paper(home))


def test_a_refusal_tells_organ_and_remedies() -> None:
    told = flat(RENDERER.paper(REFUSAL))
    for wanted in ("廊坊市某区行政审批局", "0316-0000000", "六十日", "六个月", "大兴区人民法院"):
        assert wanted in told, wanted
    assert "依法不需要取得行政许可" in flat(RENDERER.paper(NOT_NEEDED))
    with pytest.raises(Refusal, match="paper_without_facts"):
        RENDERER.paper(replace(REFUSAL, refusal=None))


def test_a_hand_over_sheet_reads_back_every_waybill_in_both_copies() -> None:
    for page in ("A4", "A5"):
        pdf = RENDERER.paper(HANDOVER, page)
        read = [value for kind, value in reading.codes(pdf) if kind == "Code 128"]
        for parcel in HANDOVER.parcels:
            assert read.count(parcel.waybill) == 2
        told = flat(pdf)
        assert "大厅留存" in told
        assert "承运人留存" in told
        assert "欧阳**" in told


def test_the_advance_sheet_names_nobody_and_says_what_is_spared() -> None:
    told = flat(RENDERER.paper(ADVANCE))
    for wanted in (
        "不作为收件或者受理凭证",
        "不用交的材料及理由",
        "授权委托书",
        "出具单位",
        "双向免费寄递",
    ):
        assert wanted in told, wanted
    assert "申请人自备" in told


def test_a_settlement_of_no_licence_cites_its_own_basis() -> None:
    assert "设定依据：中华人民共和国食品安全法第三十五条" in flat(RENDERER.paper(SETTLEMENT))


def test_preview_and_reprint_say_so_on_every_page() -> None:
    long = replace(RECEIPT, lines=tuple(line(n, f"材料 {n}") for n in range(1, 60)))
    pdf = RENDERER.paper(long, "A5", preview=True, reprint=2)
    told = flat(pdf)
    sheets = reading.pages(pdf)
    assert sheets > 2
    assert told.count("补打第2次") == sheets
    assert told.count("预览—无效") == sheets
    assert "预览" not in flat(RENDERER.paper(long))
    assert "补打" not in flat(RENDERER.paper(long))


def test_the_code_leads_to_where_the_hall_is_asked() -> None:
    led = replace(RECEIPT, issuer=replace(RECEIPT.issuer, enquiry="https://kfq.example.cn/cha"))
    texts = [text for form, text in reading.codes(PdfRenderer().paper(led)) if form == "QR Code"]
    wanted = f"https://kfq.example.cn/cha?n={led.number}&h={fingerprint(led)}"
    assert set(texts) == {wanted}


def test_the_fingerprint_covers_the_facts_and_outlives_new_fields() -> None:
    assert fingerprint(RECEIPT) != fingerprint(replace(RECEIPT, fee="收费"))
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint(RECEIPT))
    assert "carrier" not in canonical(RECEIPT)  # at its default, so it is left out


def test_an_unknown_page_is_refused() -> None:
    with pytest.raises(Refusal, match="unknown_page"):
        RENDERER.paper(RECEIPT, "A3")
