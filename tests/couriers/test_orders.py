"""Orders for a pickup, from raw bytes: every state, refusals, and whatever else may come."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.couriers import orders
from desktop.domain.courier.carrying.pickups import PickupRequest, PickupState
from desktop.domain.courier.carrying.tracking import TrackOutcome
from desktop.domain.courier.entries import Address
from desktop.domain.days import BEIJING
from tests.couriers.server import HELD, signed

AT = datetime(2026, 11, 24, 14, 5, tzinfo=BEIJING)
REQUEST = PickupRequest(
    order="K1-Q1", carrier="ems", begins=AT + timedelta(hours=19), ends=AT + timedelta(hours=21),
    goods="政务服务材料、证照文件", weight=350,
    sender=Address(name="某大厅", phone="010-55550000", city="北京市", street="荣华中路 10 号"),
    receiver=Address(name="李晓敏", phone="13800138021", street="荣华街道 1 号"),
)  # fmt: skip


def reply(code: str = "200", message: str = "成功", **data: Any) -> bytes:
    told = {"result": code == "200", "returnCode": code, "message": message, "data": data or None}
    return json.dumps(told, ensure_ascii=False).encode()


def test_the_form_names_our_number_and_is_signed_over_what_is_sent() -> None:
    form = orders.form(orders.ORDER, orders.order(REQUEST, AT), HELD, AT)
    told = json.loads(form["param"])
    assert (told["thirdOrderId"], told["dayType"], told["weight"]) == ("K1-Q1", "明天", "0.35")
    assert (told["pickupStartTime"], told["pickupEndTime"]) == ("09:05", "11:05")
    assert form["sign"] == signed(form["param"], form["t"], HELD.key, HELD.secret)
    assert HELD.secret not in str(form)


@pytest.mark.parametrize("code", orders.STATES)
def test_every_state_of_the_table(code: str) -> None:
    told = orders.parse(reply(taskId="T", orderId="E", status=code, kuaidinum="11362813"))
    assert (told.state, told.code, told.why) == (orders.STATES[code], code, None)
    assert (told.task, told.external, told.waybill) == ("T", "E", "11362813")


def test_a_state_nobody_knows_is_told_by_its_code() -> None:
    told = orders.parse(reply(status=77))
    assert (told.state, told.code) == (None, "77")


def test_an_order_without_a_state_is_placed() -> None:
    assert orders.parse(reply(taskId="T")).state is PickupState.PLACED


@pytest.mark.parametrize(
    ("raw", "state", "why", "unknown"),
    [
        (reply("500", "服务器错误"), None, TrackOutcome.FAILED, False),
        (reply("503", "验证签名失败"), None, TrackOutcome.DENIED, False),
        (reply("601", "KEY已过期"), None, TrackOutcome.DENIED, False),
        (reply("30001", "订单不存在"), None, None, True),
        (reply("30003", "该地区不支持上门取件"), PickupState.REFUSED, None, False),
        (b"<html>", None, TrackOutcome.UNREADABLE, False),
        (reply(status="0")[:-9], None, TrackOutcome.UNREADABLE, False),
        (b"{}", None, TrackOutcome.UNREADABLE, False),
    ],
)
def test_what_is_no_order_says_why(
    raw: bytes, state: PickupState | None, why: TrackOutcome | None, unknown: bool
) -> None:
    told = orders.parse(raw)
    assert (told.state, told.why, told.unknown) == (state, why, unknown)


@given(st.binary(max_size=200))
def test_whatever_comes_is_an_answer(raw: bytes) -> None:
    told = orders.parse(raw)
    assert told.why is not None or told.unknown or told.code


def test_the_carrier_is_told_where_in_full() -> None:
    there = Address(
        name="李晓敏", phone="13800138021", province="河北省", city="石家庄市", district="长安区",
        street="中山东路 1 号",
    )  # fmt: skip
    told = orders.order(replace(REQUEST, receiver=there), AT)
    assert told["recManPrintAddr"] == "河北省石家庄市长安区中山东路 1 号"
    assert told["sendManPrintAddr"] == "北京市荣华中路 10 号"
