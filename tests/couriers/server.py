"""A tracking service on the loopback, as strict as the real one: it checks signatures and phones,
and locks a number that is asked twice within half an hour. `locked` must stay empty: nobody may
ever break that rule. What goes wrong is put in by a test.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import md5
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

from desktop.domain.courier.carrying.credentials import Credentials
from desktop.domain.days import BEIJING
from tests.licensing.server import Asked, Reply, Server, serving

HELD = Credentials(customer="KFQ-CUSTOMER", key="KFQ-KEY", secret="KFQ-SECRET", salt="KFQ-SALT")
HALF_AN_HOUR = timedelta(minutes=30)
NOTHING = "查询无结果，请隔段时间再查"
WITH_PHONE = ("shunfeng", "zhongtong")


class Fault(StrEnum):
    """What a question may meet with."""

    HTTP_500 = "http_500"
    CODE_500 = "code_500"
    CODE_501 = "code_501"
    CODE_601 = "code_601"
    LOCK = "lock"
    HALF = "half"
    RUBBISH = "rubbish"
    HUGE = "huge"
    OTHER_NUMBER = "other_number"
    TWICE = "twice"
    SHUFFLED = "shuffled"
    WITHOUT_NEWEST = "without_newest"
    SLOW = "slow"


@dataclass(frozen=True)
class Line:
    """One line of a parcel's story."""

    at: datetime
    code: str
    text: str = ""

    @property
    def told(self) -> dict[str, str]:
        time = self.at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")
        return {"time": time, "ftime": time, "context": self.text, "statusCode": self.code}


@dataclass
class Service:
    """`parcels` by number: carrier, phone, lines; `fault(number, nth)` says what a question meets."""

    now: Callable[[], datetime]
    parcels: dict[str, tuple[str, str, list[Line]]] = field(default_factory=dict)
    fault: Callable[[str, int], Fault | None] = lambda _number, _nth: None
    asked: dict[str, list[datetime]] = field(default_factory=dict)
    locked: list[tuple[str, datetime, datetime]] = field(default_factory=list)
    subscribed: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: dict[Fault, int] = field(default_factory=dict)
    server: Server = field(default_factory=Server)
    guard: Lock = field(default_factory=Lock)

    def reply(self, asked: Asked) -> Reply:
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        if "param" not in form:
            return 400, b"", {}  # whoever asked was killed while writing
        with self.guard:
            if asked.path == "/poll/query.do":
                return self._query(form)
            if asked.path == "/poll":
                return self._subscribe(form)
        return 404, b"", {}

    def story(self, number: str) -> list[Line]:
        """What is known of the parcel by now."""
        return [one for one in self.parcels[number][2] if one.at <= self.now()]

    def pushed(
        self, number: str, status: str = "polling", lines: list[Line] | None = None
    ) -> bytes:
        """The body of a push about this parcel."""
        com, _, _ = self.parcels[number]
        story = self.story(number) if lines is None else lines
        result = {"nu": number, "com": com, "data": [one.told for one in story], "ischeck": "0"}
        param = json.dumps({"status": status, "lastResult": result}, ensure_ascii=False)
        return form_of(param, signed(param, HELD.salt))

    def _query(self, form: dict[str, str]) -> Reply:
        param, told = form["param"], json.loads(form["param"])
        if form.get("customer") != HELD.customer or form["sign"] != signed(
            param, HELD.key, HELD.customer
        ):
            return refused("503", "验证签名失败")
        number = told["num"]
        com, phone, _ = self.parcels.get(number, ("", "", []))
        if told["com"] in WITH_PHONE and told.get("phone") != phone[-4:]:
            return refused("408", "手机号码校验未通过")
        history = self.asked.setdefault(number, [])
        if history and self.now() - history[-1] < HALF_AN_HOUR:
            self.locked.append((number, history[-1], self.now()))
            return refused("502", "查询过于频繁，单号已锁")
        history.append(self.now())
        fault = self.fault(number, len(history))
        if fault is not None:
            self.faults[fault] = self.faults.get(fault, 0) + 1
        return self._broken(fault, number) if fault else answer(number, com, self.story(number))

    def _broken(self, fault: Fault, number: str) -> Reply:
        com, _, _ = self.parcels[number]
        story = self.story(number)
        whole = answer(number, com, story)
        match fault:
            case Fault.SLOW:
                self.guard.release()
                self.server.released.wait(2)
                self.guard.acquire()
                return whole
            case Fault.TWICE:
                return answer(number, com, [*story, *story[::-1]])
            case Fault.SHUFFLED:
                return answer(number, com, story[1::2] + story[::2])
            case Fault.WITHOUT_NEWEST:
                return answer(number, com, story[:-1])
            case Fault.OTHER_NUMBER:
                return answer(number + "9", com, story)
            case Fault.HALF:
                return 200, whole[1][: len(whole[1]) // 2], {}
        return BROKEN[fault]

    def _subscribe(self, form: dict[str, str]) -> Reply:
        told = json.loads(form["param"])
        if form.get("schema") != "json" or told.get("key") != HELD.key:
            return refused("601", "KEY已过期")
        if told["number"] not in self.parcels:
            return refused("702", "数据不合法")
        if told["number"] in self.subscribed:
            return refused("501", "重复订阅")
        self.subscribed[told["number"]] = told
        return said({"result": True, "returnCode": "200", "message": "提交成功"})


def signed(*parts: str) -> str:
    return md5("".join(parts).encode(), usedforsecurity=False).hexdigest().upper()


def form_of(param: str, sign: str) -> bytes:
    from urllib.parse import urlencode

    return urlencode({"sign": sign, "param": param}).encode()


def answer(number: str, com: str, story: list[Line]) -> Reply:
    if not story:
        return refused("500", NOTHING)
    newest = max(story, key=lambda one: one.at)
    return said(
        {
            "message": "ok", "nu": number, "com": com, "status": "200", "ischeck": "0",
            "state": newest.code[:1], "data": [one.told for one in story[::-1]],
        }
    )  # fmt: skip


def refused(code: str, message: str) -> Reply:
    return said({"result": False, "returnCode": code, "message": message})


def said(told: dict[str, Any]) -> Reply:
    return 200, json.dumps(told, ensure_ascii=False).encode(), {}


BROKEN: dict[Fault, Reply] = {
    Fault.HTTP_500: (500, b"", {}),
    Fault.CODE_500: refused("500", "服务器错误"),
    Fault.CODE_501: refused("501", "服务器错误"),
    Fault.CODE_601: refused("601", "KEY已过期"),
    Fault.LOCK: refused("502", "该单号已锁"),
    Fault.RUBBISH: (200, "<html><body>网关超时</body></html>".encode(), {}),
    Fault.HUGE: (200, b" " * (1024 * 1024 + 1), {}),
}


@contextmanager
def carrying(now: Callable[[], datetime]) -> Iterator[Service]:
    """The service, listening at `service.server.address`."""
    with serving() as server:
        service = Service(now, server=server)
        server.replies = [service.reply]
        yield service
