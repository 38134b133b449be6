from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.guidance.item import Lead
from desktop.domain.guidance.terms import Unit
from desktop.domain.licences.entries import EndWhy, Renewal
from desktop.domain.licences.renewal import RenewalState, Window
from desktop.domain.licences.rows import LicenceRow, Watched
from desktop.wording.licences.register import (
    renewal_sentence,
    rule_text,
    sign,
    state_text,
    until_text,
    window_text,
)

TODAY = date(2026, 11, 23)
ROW = LicenceRow(
    id="SP01:JY1", item="SP01", name="食品经营许可证", number="JY1", holder="李*敏",
    issued_on=TODAY, valid_from=TODAY, valid_until=date(2026, 12, 17), ended=None, case="",
    renewal=None,
)  # fmt: skip
WINDOW = Window(date(2026, 8, 7), date(2026, 11, 26), date(2026, 12, 17))


def one(window: Window | None = WINDOW, today: date = TODAY, row: LicenceRow = ROW) -> Watched:
    return Watched(row, window, window.state(today) if window else None)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 8, 1), "○ 未到"), (date(2026, 9, 1), "● 可续"), (TODAY, "▲ 将截止"),
        (date(2026, 11, 27), "× 已过"), (date(2026, 12, 18), "× 已届满"),
    ],
)  # fmt: skip
def test_a_state_is_told_by_glyph_and_word(today: date, told: str) -> None:
    assert state_text(one(today=today), today) == told


def test_what_has_no_window_is_in_force_until_it_is_not() -> None:
    assert state_text(one(None), TODAY) == "✓ 有效"
    assert state_text(one(None), date(2026, 12, 18)) == "× 已届满"
    ended = replace(ROW, ended=EndWhy.REVOKED)
    assert state_text(one(None, row=ended), TODAY) == "× 已撤销"


def test_a_window_that_is_always_open_is_told_of_when_it_matters() -> None:
    always = replace(WINDOW, opens=None)
    early = date(2026, 8, 27)
    assert sign(one(always, early), early) == ""
    assert sign(one(always, date(2026, 8, 28)), date(2026, 8, 28)) == RenewalState.OPEN


def test_windows() -> None:
    assert window_text(one()) == "2026-08-07 至 2026-11-26"
    assert window_text(one(replace(WINDOW, opens=None))) == "至 2026-11-26"
    assert window_text(one(replace(WINDOW, provisional=True))).startswith("约 ")
    assert window_text(one(None)) == "—"
    assert (until_text(None), until_text(TODAY)) == ("长期", "2026-11-23")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Renewal(closes=Lead(15, Unit.WORKING_DAY), opens=Lead(90, Unit.WORKING_DAY)),
         "届满前 90 个工作日至 15 个工作日"),
        (Renewal(closes=Lead(60, Unit.CALENDAR_DAY)), "届满 60 日前"),
        (Renewal(closes=Lead(6, Unit.MONTH)), "届满 6 个月前"),
        (Renewal(closes=Lead(0, Unit.CALENDAR_DAY)), "届满前"),
    ],
)  # fmt: skip
def test_rules(rule: Renewal, told: str) -> None:
    assert rule_text(rule) == told


def test_an_application_is_answered_in_words() -> None:
    days = {
        RenewalState.EARLY: (date(2026, 8, 1), "2026-08-07 起"),
        RenewalState.OPEN: (TODAY, "2026-11-26 截止"),
        RenewalState.LATE: (date(2026, 11, 27), "逾期申请"),
        RenewalState.EXPIRED: (date(2026, 12, 18), "重新申请"),
    }
    assert set(days) == set(RenewalState)
    for today, words in days.values():
        told = renewal_sentence(one(today=today))
        assert words in told
        assert "JY1" in told
    assert renewal_sentence(one(None)) == ""
