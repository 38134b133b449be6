"""What 销毁清单 and the answers to a person say."""

import re
from dataclasses import replace

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.refusal import Refusal
from tests.documents import reading
from tests.documents.supervision.samples_of_supervision import (
    DESTRUCTION,
    HELD,
    PAPERS,
    PERSON_CORRECTS,
    PERSON_SEES,
)

RENDERER = PdfRenderer()


def flat(facts: PaperFacts, page: str = "A4") -> str:
    return re.sub(r"\s", "", reading.text(RENDERER.paper(facts, page)))


@pytest.mark.parametrize("page", ["A4", "A5"])
@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (
            DESTRUCTION,
            ("已销毁", "共3件", "复议、诉讼", "王小满（0712）", "184223条", "2027年2月21日", "监销人"),
        ),
        (PERSON_SEES, ("110***********002X", "代理人", "在办，办结后起算", "EMS", "申请人电话")),
        (PERSON_CORRECTS, ("荣华中路12号", "核实后不予", "变更登记")),
    ],
)  # fmt: skip
def test_it_says(facts: PaperFacts, wanted: tuple[str, ...], page: str) -> None:
    told = flat(facts, page)
    for one in wanted:
        assert one in told, one


def test_a_list_of_destruction_names_nobody() -> None:
    assert HELD.name not in flat(DESTRUCTION)


def test_who_is_not_known_here_is_told_so() -> None:
    nobody = replace(HELD, cases=(), things=(), looks=())
    assert "没有与您有关的个人信息" in flat(replace(PERSON_SEES, person=nobody))


@pytest.mark.parametrize("facts", PAPERS.values(), ids=PAPERS)
def test_without_its_facts_it_is_not_printed(facts: PaperFacts) -> None:
    with pytest.raises(Refusal, match="paper_without_facts"):
        RENDERER.paper(replace(facts, destruction=None, person=None))
