"""What letters about a parcel say, read back from the PDF."""

import re

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.refusal import Refusal
from tests.documents import reading
from tests.documents.courier.samples import APPEAL, NUMBER, PAPERS, letter

RENDERER = PdfRenderer()
SAID = {
    "letter_complaint": (
        "致EMS（邮政）", "《快递暂行条例》第二十八条", "7日内（至2026年11月30日）", "没有动静",
        "食品经营许可证1份", "李*敏", "石家庄", "交寄日", "2026年11月9日", "客服", "寄递凭证",
    ),
    "letter_claim": (
        "《中华人民共和国邮政法》第四十九条", "30日内（至2026年12月23日）", "22.00元", "180.00元",
        "66.00元", "《中华人民共和国邮政法》第四十七条", "最高不超过所付邮费的三倍", "彻底延误",
        "价值证明",
    ),
    "letter_appeal": (
        "致北京市邮政管理局", "被申诉人EMS（邮政）", "《中华人民共和国邮政法》第六十五条",
        "没有答复", f"{NUMBER}-TS1", "2026年11月20日",
    ),
}  # fmt: skip


def flat(facts: PaperFacts, page: str) -> str:
    return re.sub(r"\s", "", reading.text(RENDERER.paper(facts, page)))


@pytest.mark.parametrize("page", ["A4", "A5"])
@pytest.mark.parametrize("name", list(SAID))
def test_a_letter_says_to_whom_about_what_and_by_when(name: str, page: str) -> None:
    told = flat(PAPERS[name], page)
    for wanted in SAID[name]:
        assert wanted in told, wanted


@pytest.mark.parametrize("name", list(SAID))
def test_its_codes_read_back(name: str) -> None:
    told = {text for _format, text in reading.codes(RENDERER.paper(PAPERS[name]))}
    assert "EA966331020CN" in told
    assert any(text.startswith(PAPERS[name].number) for text in told)


def test_no_full_name_and_no_telephone_stand_on_it() -> None:
    told = flat(PAPERS["letter_claim"], "A4")
    assert "李晓敏" not in told
    assert "138" not in told


def test_a_letter_without_its_facts_is_refused() -> None:
    facts = letter(PaperKind.APPEAL, APPEAL)
    empty = PaperFacts(
        kind=facts.kind, number=facts.number, issued_at=facts.issued_at, issuer=facts.issuer
    )
    with pytest.raises(Refusal, match="paper_without_facts"):
        RENDERER.paper(empty)
