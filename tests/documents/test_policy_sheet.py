"""The 政策测算单: a ceiling is never promised, and nothing is printed that was not worked out."""

import re
from dataclasses import replace

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.policies.eligible import Answer
from desktop.domain.policies.sheet import PolicySheet
from tests.documents import reading
from tests.documents.sample_policy import SUPPORT, told

RENDERER = PdfRenderer()


def flat(sheet: PolicySheet, page: str = "A4") -> str:
    pdf = RENDERER.paper(replace(SUPPORT, policy=sheet), page)
    return re.sub(r"\s", "", reading.text(pdf))


@pytest.mark.parametrize("page", ["A4", "A5"])
def test_the_ceiling_with_its_formula_and_its_caution(page: str) -> None:
    text = flat(told("KC01", "0.8亿"), page)
    for wanted in (
        "政策测算单",
        "仅为测算，不是决定，也不是应得额",
        "最高可申请（上限）4000万元",
        "8000万元×50%=4000万元，上限5000万元",
        "不是应得额，以正式文件和当年申报通知为准",
        "未读正式文件",
        "“科创20条”支持资金申报（示例）（KJ03）",
    ):
        assert wanted in text, wanted


def test_who_does_not_fulfil_a_condition_sees_no_amount() -> None:
    text = flat(told("KC01", "0.8亿", answer=Answer.NO))
    assert "不符合条件" in text
    assert "4000万元" not in text


def test_what_has_no_formula_says_so_and_what_to_ask() -> None:
    text = flat(told("KC11"))
    for wanted in ("没有公式，不测算", "要问清", "本目录暂无申报事项"):
        assert wanted in text
