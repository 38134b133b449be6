from datetime import UTC, date, datetime

import pytest

from desktop.domain.days import BEIJING
from desktop.domain.days.counting import CountingRule, check_rule, day_zero
from desktop.domain.refusal import Refusal

FRIDAY = date(2026, 11, 20)
NEXT = CountingRule(closes_at="17:00", next_day=True)


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, second, tzinfo=BEIJING)


@pytest.mark.parametrize("hour", [0, 9, 17, 23])
def test_by_default_day_zero_is_the_day_itself(hour: int) -> None:
    assert day_zero(at(hour, 59), CountingRule()) == FRIDAY
    assert day_zero(at(hour, 59), CountingRule(closes_at="17:00")) == FRIDAY


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (at(8), 20),
        (at(16, 59, 59), 20),
        (at(17), 20),  # closing time itself is still in time
        (at(17, 0, 1), 21),
        (at(23, 59, 59), 21),
    ],
)
def test_after_closing_it_may_be_the_next_day(moment: datetime, day: int) -> None:
    assert day_zero(moment, NEXT) == date(2026, 11, day)


def test_closing_time_is_beijing_time() -> None:
    assert day_zero(datetime(2026, 11, 20, 8, 59, tzinfo=UTC), NEXT) == FRIDAY
    assert day_zero(datetime(2026, 11, 20, 9, 1, tzinfo=UTC), NEXT) == date(2026, 11, 21)


def test_the_last_evening_of_a_year_belongs_to_the_next() -> None:
    evening = datetime(2026, 12, 31, 23, 59, tzinfo=BEIJING)
    assert day_zero(evening, CountingRule()) == date(2026, 12, 31)
    assert day_zero(evening, NEXT) == date(2027, 1, 1)


@pytest.mark.parametrize("text", ["", "9:00", "24:00", "17:60", "17:00:00", "五点", " 17:00"])
def test_a_closing_time_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="closing_time_wrong"):
        check_rule(CountingRule(closes_at=text, next_day=True))


@pytest.mark.parametrize("rule", [CountingRule(), CountingRule(closes_at="09:00"), NEXT])
def test_a_sound_rule_passes(rule: CountingRule) -> None:
    check_rule(rule)
