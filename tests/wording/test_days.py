from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.days.entries import CountingRuleSet, published
from desktop.domain.days.working_days import DayWhy, OffDay, YearDays
from desktop.wording.acts import detail
from desktop.wording.days import basis_text, day_words, unpublished_text

YEAR = YearDays(
    2027,
    True,
    (OffDay(date(2027, 1, 1), "元旦", legal=True),),
    papers=("https://www.gov.cn/a.htm", "https://www.gov.cn/b.htm"),
    doc_no="国办发明电〔2026〕1号",
)


def test_a_day_is_told_with_its_holiday() -> None:
    assert day_words(DayWhy.LEGAL_HOLIDAY, "元旦") == "法定节假日 元旦"
    assert day_words(DayWhy.WEEKEND) == "周末"


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (YEAR, "国办发明电〔2026〕1号"),
        (replace(YEAR, doc_no=None), "https://www.gov.cn/a.htm、https://www.gov.cn/b.htm"),
        (replace(YEAR, notice=False), "未公布，暂按推算"),
        (None, "未公布，暂按推算"),
    ],
)
def test_what_a_year_rests_on(year: YearDays | None, told: str) -> None:
    assert basis_text(year) == told


def test_missing_notices_are_named() -> None:
    assert unpublished_text([2027, 2028]) == "2027、2028 年放假安排未公布，到期日暂按推算。"


def test_the_log_says_what_was_published_and_why() -> None:
    assert detail(published(YEAR, "通知已公布")) == (
        "2027 年：放假 1 天，补班 0 天，依据 国办发明电〔2026〕1号；理由：通知已公布"
    )
    told = detail(published(replace(YEAR, notice=False), "更正"))
    assert "依据 未公布，暂按推算" in told


def test_the_log_says_how_the_hall_counts() -> None:
    late = CountingRuleSet(adjusted_count=False, closes_at="17:00", next_day=True, reason="规定")
    assert detail(late) == "补班不计为工作日；17:00 后收件算次日；理由：规定"
    usual = CountingRuleSet(adjusted_count=True, reason="改回")
    assert detail(usual) == "补班计为工作日；收件算当日；理由：改回"
