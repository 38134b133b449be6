"""What a tracking service knows this hall by. Held encrypted; shown nowhere, in no `repr` either."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """`customer` and `key` sign queries, `secret` with the key orders, `salt` what is pushed here."""

    customer: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    salt: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierPlace:
    """Where the service is asked, and where pickups are ordered; empty where they are not."""

    tracking: str = ""
    orders: str = ""
