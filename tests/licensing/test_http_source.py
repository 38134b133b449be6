"""The HTTP source against a server on the loopback: whatever it does is an answer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import stamina

from desktop.domain.days import BEIJING
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.fetched import (
    CodeFault,
    LicenceQuery,
    LicenceStatus,
    Outcome,
    Silence,
)
from desktop.licensing import http_source, signing
from desktop.licensing.http_source import HttpSource
from tests.licensing.server import Server, serving, told

AT = datetime(2026, 11, 23, 10, 41, tzinfo=BEIJING)
HOLDER = LicenceHolder(name="李䶮敏", id_number="11010519491231002X")
QUERY = LicenceQuery(categories=("E1", "E2"), holder=HOLDER, purpose="办理", consent="c1")
RECORD: dict[str, Any] = {
    "name": "营业执照", "number": "92110302MA01ABCD5E", "issuer": "某局", "status": "有效",
    "holder": {"name": "李䶮敏", "id_number": "11010519491231002X"},
    "issued_on": "2024-01-01", "valid_until": None, "more": "is not looked at",
}  # fmt: skip
GOOD = {"answers": [{"category": "E1", "licences": [RECORD]}, {"category": "E2", "licences": []}]}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server, stamina.set_testing(True, attempts=http_source.ATTEMPTS):
        yield server


def source(server: Server) -> HttpSource:
    return HttpSource(server.address, "密钥", lambda: AT)


def silences(server: Server) -> set[Silence | None]:
    answers = source(server).find(QUERY)
    assert [one.category for one in answers] == ["E1", "E2"]
    assert {one.outcome for one in answers} == {Outcome.UNAVAILABLE}
    return {one.why for one in answers}


def test_found_and_none(server: Server) -> None:
    server.replies = [told(GOOD)]
    first, second = source(server).find(QUERY)
    (licence,) = first.licences
    assert (first.outcome, second.outcome) == (Outcome.FOUND, Outcome.NONE)
    assert (licence.category, licence.number, licence.status) == (
        "E1",
        "92110302MA01ABCD5E",
        LicenceStatus.VALID,
    )
    assert (licence.holder, licence.valid_until, licence.fetched_at) == (HOLDER, None, AT)
    assert (licence.source, len(licence.digest)) == ("127.0.0.1", 64)


def test_the_question_is_signed_and_says_why_it_is_asked(server: Server) -> None:
    server.replies = [told(GOOD)]
    for _ in range(2):
        source(server).find(QUERY)
    one, other = server.asked
    assert one.path == "/licences/query"
    assert one.json["holder"]["id_number"] == HOLDER.id_number
    assert (one.json["purpose"], one.json["consent"]) == ("办理", "c1")
    time, nonce = one.headers["X-Yichuang-Timestamp"], one.headers["X-Yichuang-Nonce"]
    assert time == str(int(AT.timestamp()))
    wanted = signing.signature(one.body, "密钥", time, nonce)
    assert one.headers["X-Yichuang-Signature"] == wanted
    assert nonce != other.headers["X-Yichuang-Nonce"]
    assert "密钥" not in str(one.headers)


@pytest.mark.parametrize(
    ("status", "why"),
    [(401, Silence.DENIED), (403, Silence.DENIED), (500, Silence.FAILED), (404, Silence.FAILED)],
)
def test_a_refusal_is_not_asked_again(server: Server, status: int, why: Silence) -> None:
    server.replies = [told({}, status)]
    assert silences(server) == {why}
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_passes_is_asked_again(server: Server, status: int) -> None:
    server.replies = [told({}, status), told({}, status), told(GOOD)]
    assert source(server).find(QUERY)[0].outcome is Outcome.FOUND
    assert len(server.asked) == 3


def test_what_does_not_pass_ends(server: Server) -> None:
    server.replies = [told({}, 503)]
    assert silences(server) == {Silence.FAILED}
    assert len(server.asked) == http_source.ATTEMPTS


@pytest.mark.parametrize(("wait", "times"), [("1", 2), ("3600", 1), ("rubbish", 2)])
def test_a_long_wait_is_not_waited_for(server: Server, wait: str, times: int) -> None:
    server.replies = [told({}, 429, Retry_After=wait), told(GOOD)]
    source(server).find(QUERY)
    assert len(server.asked) == times


def test_a_redirect_is_not_followed(server: Server) -> None:
    server.replies = [told({}, 307, Location=f"{server.address}/elsewhere"), told(GOOD)]
    assert silences(server) == {Silence.FAILED}
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"answers": 1}',
        b'{"answers": [{"category": "E1", "licences": [{"name": "\\u0000"}]}]}',
    ],
)
def test_rubbish_is_no_answer(server: Server, body: bytes) -> None:
    server.replies = [(200, body, {})]
    assert silences(server) == {Silence.UNREADABLE}


def test_a_huge_answer_is_not_read(server: Server) -> None:
    server.replies = [(200, b" " * (http_source.LARGEST + 1), {})]
    assert silences(server) == {Silence.UNREADABLE}


@pytest.mark.parametrize(
    "change", [{"status": "好"}, {"number": " "}, {"valid_until": "明年"}, {"holder": None}]
)
def test_a_record_that_says_nothing_clear_is_no_answer(
    server: Server, change: dict[str, object]
) -> None:
    server.replies = [told({"answers": [{"category": "E1", "licences": [RECORD | change]}]})]
    assert silences(server) == {Silence.UNREADABLE}


@pytest.mark.parametrize(
    "other",
    [
        {"name": "李䶮敏", "id_number": "110105194912310038"},
        {"name": "李敏", "id_number": "11010519491231002X"},
        {"name": "李䶮敏", "id_number": ""},
    ],
)
def test_an_answer_about_another_holder_is_refused(server: Server, other: dict[str, str]) -> None:
    wrong = RECORD | {"holder": other}
    answers = [{"category": "E1", "licences": [RECORD, wrong]}, {"category": "E2", "licences": []}]
    server.replies = [told({"answers": answers})]
    first, second = source(server).find(QUERY)
    assert (first.outcome, first.why, first.licences) == (
        Outcome.UNAVAILABLE,
        Silence.OTHER_HOLDER,
        (),
    )
    assert second.outcome is Outcome.NONE


def test_a_category_left_out_is_no_answer(server: Server) -> None:
    server.replies = [told({"answers": [{"category": "E2", "licences": []}]})]
    first, second = source(server).find(QUERY)
    assert (first.why, second.outcome) == (Silence.UNREADABLE, Outcome.NONE)


def test_a_slow_answer_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_source, "READ_SECONDS", 0.05)
    server.replies, server.slow = [told(GOOD)], True
    assert silences(server) == {Silence.TIMED_OUT}
    assert len(server.asked) == http_source.ATTEMPTS


def test_the_whole_call_ends_in_time(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_source, "WHOLE_SECONDS", 1e-6)
    server.replies = [told(GOOD)]
    assert silences(server) == {Silence.TIMED_OUT}
    assert not server.asked


def test_nobody_listens() -> None:
    with socket.socket() as taken, stamina.set_testing(True, attempts=1):
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        answers = HttpSource(address, "", lambda: AT).find(QUERY)
    assert {one.why for one in answers} == {Silence.UNREACHABLE}


SHOWN = {"holder": RECORD["holder"], "licences": [RECORD | {"category": "E1"}]}


def test_a_code_shows_its_holder_and_licences(server: Server) -> None:
    server.replies = [told(SHOWN)]
    answer = source(server).by_code("abc")
    assert (server.asked[0].path, server.asked[0].json["code"]) == ("/licences/code", "abc")
    assert answer.holder == HOLDER
    assert [one.category for one in answer.licences] == ["E1"]


@pytest.mark.parametrize(
    ("reply", "fault", "why"),
    [
        (told({"error": "used"}, 410), CodeFault.USED, None),
        (told({"error": "expired"}, 410), CodeFault.EXPIRED, None),
        ((410, b"rubbish", {}), CodeFault.EXPIRED, None),
        (told({}, 404), CodeFault.UNKNOWN, None),
        (told({}, 500), None, Silence.FAILED),
        (told({}, 503), None, Silence.FAILED),
        ((200, b"rubbish", {}), None, Silence.UNREADABLE),
        (
            told(SHOWN | {"holder": {"name": "赵𠮷", "id_number": "1"}}),
            None,
            Silence.OTHER_HOLDER,
        ),
    ],
)
def test_a_code_that_opens_nothing_is_sent_once(
    server: Server, reply: Any, fault: CodeFault | None, why: Silence | None
) -> None:
    server.replies = [reply]
    answer = source(server).by_code("abc")
    assert (answer.fault, answer.why, answer.holder) == (fault, why, None)
    assert len(server.asked) == 1
