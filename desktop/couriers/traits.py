"""In what carriers differ before a tracking service: their code there, the telephone, their words."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.couriers import yunda
from desktop.couriers.codes import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """`com` is the service's code, lower-case; `also` codes that it answers with for the same
    carrier; `phone` whether it tells nothing without the last digits of a party's telephone.
    """

    com: str
    also: tuple[str, ...] = ()
    phone: bool = False
    codes: dict[str, Meaning] = field(default_factory=dict)


TRAITS: dict[str, Traits] = {
    "ems": Traits(com="ems", also=("youzhengguonei", "youzhengbk")),
    "shunfeng": Traits(com="shunfeng", also=("shunfengkuaiyun",), phone=True),
    "jd": Traits(com="jd"),
    "zhongtong": Traits(com="zhongtong", phone=True),
    "yunda": Traits(com="yunda", codes=yunda.CODES),
}
LAST = 4
"""Digits of the telephone that are enough for the carrier, and therefore all that is sent."""


def carrier_of(com: str) -> str:
    """Our own code of the carrier that a service names; empty where it is none of ours."""
    told = com.strip().lower()
    found = (code for code, one in TRAITS.items() if told in (one.com, *one.also))
    return next(found, "")


def last_digits(phone: str) -> str:
    """The digits that are sent; empty where the telephone has too few."""
    digits = "".join(one for one in phone if one.isascii() and one.isdigit())
    return digits[-LAST:] if len(digits) >= LAST else ""
