"""What 清点差异记录, 错寄处置记录 and 告知书 say."""

import re
from dataclasses import replace

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.refusal import Refusal
from tests.documents import reading
from tests.documents.custody.samples_of_custody import COUNT, MISDELIVERY, NOTICE, PAPERS

RENDERER = PdfRenderer()


def flat(facts: PaperFacts, page: str) -> str:
    return re.sub(r"\s", "", reading.text(RENDERER.paper(facts, page)))


@pytest.mark.parametrize("page", ["A4", "A5"])
@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (COUNT, ("租赁合同", "缺少", "份页不符", "相符", "多出", "封签破损", "赵一鸣（0700）", "浸水")),
        (MISDELIVERY, ("孙某某（代收点）", "第五十七条", "保存不少于三年", "召回件已回", "身份信息、住址")),
        (NOTICE, ("李䶮敏：", "身份信息、住址", "两件面单贴反", "留意陌生来电", "谨此致歉")),
    ],
)  # fmt: skip
def test_it_says(facts: PaperFacts, wanted: tuple[str, ...], page: str) -> None:
    told = flat(facts, page)
    for one in wanted:
        assert one in told, one


def test_the_notice_tells_the_owner_nothing_of_the_stranger() -> None:
    assert "孙某某" not in flat(NOTICE, "A4")


@pytest.mark.parametrize("facts", PAPERS.values(), ids=PAPERS)
def test_after_a_purge_it_is_not_printed(facts: PaperFacts) -> None:
    with pytest.raises(Refusal, match="paper_without_facts"):
        RENDERER.paper(replace(facts, custody=None))
