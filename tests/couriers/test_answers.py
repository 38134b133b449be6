"""What a service's answers say, from raw bytes: every code, and whatever else may come."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.couriers import codes, yunda
from desktop.couriers.answers import MOST, parse
from desktop.domain.courier.carrying.tracking import TrackOutcome
from desktop.domain.courier.progress import progress
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.days import BEIJING

AT = datetime(2026, 11, 24, 14, 5, tzinfo=BEIJING)
NUMBER = "1136281381675"


def line(code: str | int | None, time: str = "2026-11-24 09:00:00", **more: Any) -> dict[str, Any]:
    return {"time": time, "ftime": time, "context": f"一条 {code}", "statusCode": code, **more}


def answer(*lines: dict[str, Any], **more: Any) -> bytes:
    told = {
        "message": "ok",
        "nu": NUMBER,
        "com": "ems",
        "status": "200",
        "state": "0",
        "ischeck": "0",
    }
    return json.dumps(told | {"data": list(lines)} | more, ensure_ascii=False).encode()


SAID = [
    ("101", ShipmentStage.WAITING, None),
    ("103", ShipmentStage.PICKED_UP, None),
    ("0", ShipmentStage.IN_TRANSIT, None),
    ("1001", ShipmentStage.IN_TRANSIT, None),
    ("5", ShipmentStage.OUT_FOR_DELIVERY, None),
    ("501", ShipmentStage.SIGNED, SignedBy.LOCKER),
    ("301", ShipmentStage.SIGNED, SignedBy.SELF),
    ("302", ShipmentStage.SIGNED, None),
    ("303", ShipmentStage.SIGNED, SignedBy.OTHER),
    ("304", ShipmentStage.SIGNED, SignedBy.LOCKER),
    ("2", ShipmentStage.TROUBLE, None),
    ("14", ShipmentStage.REJECTED, None),
    ("6", ShipmentStage.RETURNING, None),
    ("4", ShipmentStage.RETURNED, None),
    ("401", ShipmentStage.CANCELLED, None),
    ("7777", None, None),
]


@pytest.mark.parametrize(("code", "stage", "signed_by"), SAID)
def test_a_code_is_a_stage_and_an_unknown_one_stays(
    code: str, stage: ShipmentStage | None, signed_by: SignedBy | None
) -> None:
    (event,) = parse(answer(line(code)), "ems", NUMBER, AT).events
    assert (event.stage, event.signed_by, event.code) == (stage, signed_by, code)
    assert event.text == f"一条 {code}"
    assert event.at == datetime(2026, 11, 24, 9, 0, tzinfo=BEIJING)


def test_a_code_may_be_a_number_and_a_moment_may_carry_its_zone() -> None:
    raw = answer(
        line(301, "2026-11-24T01:00:00+00:00"), line(None, "2026-11-24 08:00", status="揽收")
    )
    told = parse(raw, "ems", NUMBER, AT)
    assert [(one.code, one.at.hour, one.at.tzinfo) for one in told.events] == [
        ("301", 9, BEIJING),
        ("1", 8, BEIJING),
    ]


def test_the_state_stands_where_no_line_has_a_code_and_ischeck_is_not_looked_at() -> None:
    lines = (line(None, "2026-11-24 09:00:00"), line("", "2026-11-24 11:00:00"))
    told = parse(answer(*lines, state="5", ischeck="1"), "ems", NUMBER, AT)
    assert progress(told.events).stage is ShipmentStage.OUT_FOR_DELIVERY
    again = parse(answer(*lines, state="5", ischeck="0"), "ems", NUMBER, AT)
    assert len(progress([*told.events, *again.events]).passed) == 3


def test_words_of_a_carrier_of_its_own() -> None:
    for code, meant in yunda.CODES.items():
        (event,) = parse(answer(line(code)), "yunda", NUMBER, AT).events
        assert event.stage is meant.stage
        (other,) = parse(answer(line(code)), "ems", NUMBER, AT).events
        assert other.stage is None


def test_every_code_has_words_that_lead_back_to_it() -> None:
    for code, meant in codes.CODES.items():
        assert codes.code_of(meant.words) == code


def test_order_and_repetition_do_not_matter() -> None:
    lines = [line("103", "2026-11-23 10:00:00"), line("0"), line("301", "2026-11-24 12:00:00")]
    told = parse(answer(*lines[::-1], *lines), "ems", NUMBER, AT)
    course = progress(told.events)
    assert (course.stage, len(course.passed)) == (ShipmentStage.SIGNED, 3)


@pytest.mark.parametrize("time", ["", "明天", "0001-01-01 00:00:00", "9999-12-31 00:00:00", None])
def test_a_line_that_says_no_moment_is_counted_and_the_others_stand(time: Any) -> None:
    told = parse(answer(line("0"), line("1", time)), "ems", NUMBER, AT)
    assert (len(told.events), told.left_out, told.outcome) == (1, 1, TrackOutcome.TOLD)
    alone = parse(answer(line("1", time)), "ems", NUMBER, AT)
    assert (alone.outcome, alone.events) == (TrackOutcome.UNREADABLE, ())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html><body>502 Bad Gateway</body></html>",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"null",
        b'{"data": 1}',
        answer(line("0"))[:-40],
        answer(*[line("0")] * (MOST + 1)),
        b'{"message": "?"}',
    ],
)
def test_rubbish_is_no_answer(raw: bytes) -> None:
    assert parse(raw, "ems", NUMBER, AT).outcome is TrackOutcome.UNREADABLE


def test_an_answer_about_another_number_tells_nothing() -> None:
    told = parse(answer(line("301"), nu="1136281381676"), "ems", NUMBER, AT)
    assert (told.outcome, told.events) == (TrackOutcome.OTHER_NUMBER, ())


REFUSED = [
    ("500", "查询无结果，请隔段时间再查", TrackOutcome.NOTHING),
    ("500", "服务器错误", TrackOutcome.FAILED),
    ("501", "服务器错误", TrackOutcome.FAILED),
    ("502", "服务器繁忙", TrackOutcome.FAILED),
    ("503", "验证签名失败", TrackOutcome.DENIED),
    ("601", "KEY已过期", TrackOutcome.DENIED),
    ("600", "您不是合法的订阅者", TrackOutcome.DENIED),
    ("408", "手机号码错误", TrackOutcome.REJECTED),
    ("701", "拒绝订阅的快递公司", TrackOutcome.REJECTED),
    ("502", "该单号查询过于频繁，已锁单", TrackOutcome.LOCKED),
    ("9999", "?", TrackOutcome.FAILED),
]


@pytest.mark.parametrize(("code", "message", "outcome"), REFUSED)
def test_a_refusal_says_why(code: str, message: str, outcome: TrackOutcome) -> None:
    raw = json.dumps({"result": False, "returnCode": code, "message": message}).encode()
    told = parse(raw, "ems", NUMBER, AT)
    assert (told.outcome, told.code) == (outcome, code)


def test_no_lines_yet_is_nothing_found() -> None:
    assert parse(answer(), "ems", NUMBER, AT).outcome is TrackOutcome.NOTHING


def test_text_that_a_journal_could_not_keep_is_cleaned() -> None:
    raw = answer(line("0", context="到\u0000达\u3000北京\n" + "长" * 900))
    (event,) = parse(raw, "ems", NUMBER, AT).events
    assert event.text.startswith("到达 北京 长")
    assert len(event.text) == 500
    alone = raw.replace("达".encode(), b"\\ud800")
    assert all("\ud800" not in one.text for one in parse(alone, "ems", NUMBER, AT).events)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    st.binary(max_size=200)
    | st.fixed_dictionaries({"nu": st.just(NUMBER), "data": st.lists(JSON), "state": JSON}).map(
        lambda told: json.dumps(told).encode()
    )
)
def test_whatever_comes_is_an_answer(raw: bytes) -> None:
    told = parse(raw, "ems", NUMBER, AT)
    assert told.outcome in TrackOutcome
    assert all(one.at.tzinfo is not None and one.at < AT + timedelta(days=2) for one in told.events)
