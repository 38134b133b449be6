"""What the service sends of itself: a signed form in, events out, and what to say back. Pure."""

from __future__ import annotations

import json
from datetime import datetime
from urllib.parse import parse_qs

import msgspec

from desktop.couriers.answers import Text, Told, decoded, told_answer, word
from desktop.couriers.signing import signed_by
from desktop.couriers.traits import carrier_of
from desktop.domain.courier.carrying.tracking import Push
from desktop.domain.identity.verdict import normal
from desktop.domain.refusal import Refusal

LARGEST = 1024 * 1024


class _Pushed(msgspec.Struct, rename="camel"):
    status: Text = None
    last_result: Told | None = None


ABORTED = "abort"
"""Nothing found for 3 days, or nothing new for 60; `shutdown` is signed for, `polling` goes on."""


def parse_push(body: bytes, salt: str, at: datetime) -> Push:
    """The parcel and its events. Refuses `push_unreadable`, and `push_unsigned` where the signature
    is not `MD5(param + salt)`: whoever knows the address could otherwise move parcels.
    """
    param, sign = _form(body)
    if not salt or not signed_by(sign, param, salt):
        raise Refusal("push_unsigned")
    told = decoded(param.encode(), _Pushed)
    if told is None or told.last_result is None or not word(told.last_result.nu):
        raise Refusal("push_unreadable")
    carrier = carrier_of(word(told.last_result.com))
    aborted = word(told.status) == ABORTED
    answer = told_answer(told.last_result, carrier, at, aborted)
    return Push(carrier=carrier, waybill=normal(word(told.last_result.nu)), answer=answer)


def acknowledgement(taken: bool) -> bytes:
    """The exact words the service waits for; without them it sends again, three times in all."""
    told = {
        "result": taken,
        "returnCode": "200" if taken else "500",
        "message": "成功" if taken else "失败",
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _form(body: bytes) -> tuple[str, str]:
    try:
        if len(body) > LARGEST:
            raise ValueError("too large")
        form = parse_qs(body.strip().decode(), strict_parsing=True, max_num_fields=20)
        return form["param"][0], form.get("sign", [""])[0]
    except (ValueError, KeyError) as error:
        raise Refusal("push_unreadable") from error
