"""A tracking service's answers: bytes in, events out. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

import msgspec

from desktop.couriers.codes import code_of, meaning
from desktop.couriers.traits import TRAITS
from desktop.domain.courier.carrying.tracking import TrackAnswer, TrackOutcome
from desktop.domain.courier.progress import Event
from desktop.domain.days import BEIJING
from desktop.domain.identity.verdict import normal

SOURCE = "kuaidi100"
MOST = 500
"""Lines that the story of one parcel may have."""
LONGEST_TEXT = 500
AHEAD = timedelta(days=1)
"""How far a carrier's clock may be before ours; a line still later tells no moment."""
FIRST_YEAR = 2000
Text = str | int | None
T = TypeVar("T")


class Line(msgspec.Struct, rename="camel"):
    time: Text = None
    ftime: Text = None
    context: Text = None
    status: Text = None
    status_code: Text = None


class Told(msgspec.Struct, rename="camel"):
    """The answer to a query, and `lastResult` of a push; a refusal has `returnCode`."""

    nu: Text = None
    com: Text = None
    state: Text = None
    status: Text = None
    message: Text = None
    return_code: Text = None
    result: Any = None
    data: list[Line] | None = None


_REFUSED = {
    "400": TrackOutcome.REJECTED,
    "408": TrackOutcome.REJECTED,
    "503": TrackOutcome.DENIED,
    "600": TrackOutcome.DENIED,
    "601": TrackOutcome.DENIED,
    "700": TrackOutcome.REJECTED,
    "701": TrackOutcome.REJECTED,
    "702": TrackOutcome.REJECTED,
}
"""What is not here may be another answer later: 500, 501, 502."""
_LOCKED, _NOTHING = "锁", ("无结果", "无记录", "暂无")
"""A lock has no code of its own; the service says it in words."""


def parse(raw: bytes, carrier: str, waybill: str, at: datetime) -> TrackAnswer:
    """What the answer to a query for this number says, whatever the bytes are."""
    told = decoded(raw, Told)
    if told is None:
        return TrackAnswer(outcome=TrackOutcome.UNREADABLE)
    code = word(told.return_code)
    if told.data is None or (code and code != "200"):
        return refused(code or word(told.status), word(told.message))
    if normal(word(told.nu)) != normal(waybill):
        return TrackAnswer(outcome=TrackOutcome.OTHER_NUMBER)
    return told_answer(told, carrier, at)


def told_answer(told: Told, carrier: str, at: datetime, aborted: bool = False) -> TrackAnswer:
    """The lines as events; without a single code the state of the whole stands for the newest."""
    lines = told.data or []
    if len(lines) > MOST:
        return TrackAnswer(outcome=TrackOutcome.UNREADABLE)
    found = [one for one in (_event(line, carrier, at) for line in lines) if one is not None]
    left_out, state = len(lines) - len(found), word(told.state)
    if found and state and not any(one.code for one in found):
        found.append(_made(max(one.at for one in found), state, "", carrier))
    empty = TrackOutcome.UNREADABLE if left_out else TrackOutcome.NOTHING
    outcome = TrackOutcome.TOLD if found else empty
    return TrackAnswer(
        outcome=outcome, events=tuple(found), aborted=aborted, code=state, left_out=left_out
    )


def refused(code: str, message: str) -> TrackAnswer:
    """Why there are no lines."""
    if _LOCKED in message:
        outcome = TrackOutcome.LOCKED
    elif any(words in message for words in _NOTHING):
        outcome = TrackOutcome.NOTHING
    elif not code:
        outcome = TrackOutcome.UNREADABLE
    else:
        outcome = _REFUSED.get(code, TrackOutcome.FAILED)
    return TrackAnswer(outcome=outcome, code=code)


def decoded(raw: bytes, type_: type[T]) -> T | None:
    """None for what is no JSON of this shape."""
    try:
        return msgspec.json.decode(raw, type=type_)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def word(told: Text, longest: int = LONGEST_TEXT) -> str:
    """As text that the journal can keep."""
    text = " ".join(str(told if told is not None else "").split())
    return "".join(one for one in text if one.isprintable())[:longest]


def _event(line: Line, carrier: str, at: datetime) -> Event | None:
    """None where the line has no moment that can be."""
    try:
        then = datetime.fromisoformat(word(line.time) or word(line.ftime))
    except ValueError:
        return None
    then = then.replace(tzinfo=BEIJING) if then.tzinfo is None else then.astimezone(BEIJING)
    if then.year < FIRST_YEAR or then > at + AHEAD:
        return None
    code = word(line.status_code, 32) or code_of(word(line.status))
    return _made(then, code, word(line.context), carrier)


def _made(at: datetime, code: str, text: str, carrier: str) -> Event:
    traits = TRAITS.get(carrier)
    known = meaning(code, traits.codes if traits else {})
    return Event(
        at=at,
        stage=known.stage if known else None,
        code=code,
        source=SOURCE,
        text=text,
        signed_by=known.signed_by if known else None,
    )
