"""The part of the service that takes orders for a pickup: one order for each of our numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from tests.couriers.server import HELD, refused, said, signed
from tests.licensing.server import Asked, Reply


@dataclass
class OrderDesk:
    """`states` by our number; `lost` answers are given after the order was taken, and never arrive."""

    states: dict[str, str] = field(default_factory=dict)
    orders: list[dict[str, Any]] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    lost: int = 0
    waybill: str = "1136281381675"
    refusal: tuple[str, str] | None = None
    late: bool = False
    """Too late to cancel: the courier has been."""

    def reply(self, asked: Asked) -> Reply:
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        if form["sign"] != signed(form["param"], form["t"], HELD.key, HELD.secret):
            return refused("503", "验证签名失败")
        self.methods.append(form["method"])
        told = json.loads(form["param"])
        reply = self._handled(form["method"], told["thirdOrderId"], told)
        if self.lost:
            self.lost -= 1
            return 500, b"", {}
        return reply

    def _handled(self, method: str, number: str, told: dict[str, Any]) -> Reply:
        if self.refusal is not None:
            return refused(*self.refusal)
        if method == "bOrder":
            if number not in self.states:
                self.states[number] = "0"
                self.orders.append(told)
            return self._order(number)
        if number not in self.states:
            return refused("30001", "订单不存在")
        if method == "cancel":
            if self.late:
                return refused("30002", "已取件，不能取消")
            self.states[number] = "99"
        return self._order(number)

    def _order(self, number: str) -> Reply:
        data = {
            "taskId": "T" + number[-2:], "orderId": "E" + number[-2:], "status": self.states[number],
            "kuaidinum": self.waybill, "courierName": "", "courierMobile": "",
        }  # fmt: skip
        return said({"result": True, "returnCode": "200", "message": "成功", "data": data})


Handler = Callable[[Asked], Reply]


def both(service: Handler, desk: OrderDesk) -> Handler:
    """One server for questions and orders."""
    return lambda asked: desk.reply(asked) if asked.path.startswith("/order/") else service(asked)
