"""Orders for a pickup: forms out, answers in. Pure.

An order is found again by our own number, so that sending it once more makes no second one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from desktop.couriers.answers import Text, decoded, refused, word
from desktop.couriers.signing import sign, text_of
from desktop.couriers.traits import TRAITS
from desktop.domain.courier.carrying.credentials import Credentials
from desktop.domain.courier.carrying.pickups import PickupAnswer, PickupRequest, PickupState
from desktop.domain.courier.carrying.tracking import TrackOutcome
from desktop.domain.days import BEIJING

_P = PickupState
STATES: dict[str, PickupState] = {
    "0": _P.PLACED,
    "1": _P.TAKEN,
    "2": _P.COMING,
    "9": _P.WITHDRAWN,
    "10": _P.PICKED_UP,
    "101": _P.MOVING,
    "11": _P.FAILED,
    "12": _P.RETURNED,
    "13": _P.SIGNED,
    "14": _P.SIGNED_ODDLY,
    "99": _P.CANCELLED,
}
ORDER, DETAIL, CANCEL = "bOrder", "detail", "cancel"
_UNKNOWN = ("不存在", "未找到", "没有找到")
_DAYS = ("今天", "明天", "后天")
_LATER = frozenset({"500", "501", "502"})
"""Refusals that may be another answer later; any other is the carrier's last word."""


class _Order(msgspec.Struct, rename="camel"):
    task_id: Text = None
    order_id: Text = None
    kuaidinum: Text = None
    kuaidi_num: Text = None
    status: Text = None
    courier_name: Text = None
    courier_mobile: Text = None
    cancel_msg: Text = None


class _Reply(msgspec.Struct, rename="camel"):
    return_code: Text = None
    message: Text = None
    data: _Order | None = None


def form(
    method: str, param: Mapping[str, object], held: Credentials, at: datetime
) -> dict[str, str]:
    """`sign = MD5(param + t + key + secret)`; `t` in milliseconds."""
    text, t = text_of(param), str(int(at.timestamp() * 1000))
    return {
        "method": method,
        "key": held.key,
        "t": t,
        "sign": sign(text, t, held.key, held.secret),
        "param": text,
    }


def order(request: PickupRequest, at: datetime) -> dict[str, object]:
    begins, ends = (one.astimezone(BEIJING) for one in (request.begins, request.ends))
    day = (begins.date() - at.astimezone(BEIJING).date()).days
    told: dict[str, object] = {
        "thirdOrderId": request.order,
        "kuaidicom": TRAITS[request.carrier].com,
        "sendManName": request.sender.name,
        "sendManMobile": request.sender.phone,
        "sendManPrintAddr": request.sender.whole,
        "recManName": request.receiver.name,
        "recManMobile": request.receiver.phone,
        "recManPrintAddr": request.receiver.whole,
        "cargo": request.goods,
        "payment": "SHIPPER",
        "dayType": _DAYS[min(max(day, 0), 2)],
        "pickupStartTime": f"{begins:%H:%M}",
        "pickupEndTime": f"{ends:%H:%M}",
    }
    return told | {"weight": f"{request.weight / 1000:.2f}"} if request.weight else told


def about(request: PickupRequest) -> dict[str, object]:
    """By the carrier's own numbers where they are known, and ours always."""
    told: dict[str, object] = {"thirdOrderId": request.order}
    if request.task:
        told |= {"taskId": request.task, "orderId": request.external}
    return told


def parse(raw: bytes) -> PickupAnswer:
    """What the answer to any of the three says."""
    told = decoded(raw, _Reply)
    code = word(told.return_code) if told else ""
    if told is None or not code:
        return PickupAnswer(why=TrackOutcome.UNREADABLE)
    if code != "200":
        return _refused(code, word(told.message))
    data = told.data or _Order()
    state = word(data.status)
    names = (word(data.courier_name), word(data.courier_mobile))
    return PickupAnswer(
        state=STATES.get(state) if state else PickupState.PLACED,
        code=state or "0",
        task=word(data.task_id),
        external=word(data.order_id),
        waybill=word(data.kuaidinum) or word(data.kuaidi_num),
        courier=" ".join(one for one in names if one),
        reason=word(data.cancel_msg),
    )


def _refused(code: str, message: str) -> PickupAnswer:
    if any(words in message for words in _UNKNOWN):
        return PickupAnswer(code=code, unknown=True)
    outcome = refused(code, message).outcome
    if code in _LATER or outcome is TrackOutcome.DENIED:
        return PickupAnswer(code=code, reason=message, why=outcome)
    return PickupAnswer(state=PickupState.REFUSED, code=code, reason=message)
