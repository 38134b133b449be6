"""What a letter about a parcel states: 投诉、查询函, 索赔申请, 申诉书."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Content
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.courier.troubles.entries import NOTHING
from desktop.domain.courier.troubles.kinds import Remedy, Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An earlier letter that this one refers to. `answered` None: nobody answered."""

    remedy: Remedy
    paper: str
    on: date
    due: date
    answered: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleFacts:
    """`to` is whom the letter goes to, an answer is owed within `days`, by `due`, as `article` says.

    `receiver` is masked. Amounts in yuan. `passed` are the last steps that were told.
    """

    remedy: Remedy
    trouble: Trouble
    shipment: str
    waybill: str
    carrier: str
    to: str
    direction: Direction
    since: date
    due: date
    days: int
    article: str
    posted_on: date | None = None
    receiver: str = ""
    city: str = ""
    stage: ShipmentStage = ShipmentStage.WAITING
    signed_by: SignedBy | None = None
    passed: tuple[tuple[datetime, ShipmentStage], ...] = ()
    contents: tuple[Content, ...] = ()
    weight: int = 0
    insured: Decimal = NOTHING
    postage: Decimal = NOTHING
    loss: Decimal = NOTHING
    wanted: Decimal = NOTHING
    compensation_article: str = ""
    capped: bool = False
    earlier: tuple[Letter, ...] = ()
    said: str = ""
