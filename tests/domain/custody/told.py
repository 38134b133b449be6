"""Invented examples: one payload of every kind of custody."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from desktop.domain.courier.carriers import ContentKind
from desktop.domain.courier.entries import Content
from desktop.domain.custody.entries import (
    AloneReviewed,
    Counted,
    CustodyRuleSet,
    Found,
    PaperRefused,
    ParcelOpened,
    ParcelSealed,
    ParcelUnsealed,
    PieceKind,
    PieceMoved,
    PieceRegistered,
)
from desktop.domain.custody.misdelivery import (
    DataKind,
    Follow,
    Harm,
    Misdelivered,
    MisdeliveryFollowed,
)
from desktop.domain.custody.moves import Motion
from desktop.domain.days import BEIJING
from desktop.domain.trust.entry import Entry, Fact

CASE, PIECE = "KFQ-20261123-A01-0001", "KFQ-20261123-A01-P0001"
DAY = date(2026, 11, 23)
LICENCE = Content(
    case=CASE, kind=ContentKind.RETURNED, key=PIECE, name="食品经营许可证正本", original=True
)
ASTRAY = Misdelivered(
    found_on=DAY, kinds=(DataKind.IDENTITY, DataKind.ADDRESS), harm=Harm.SLIGHT,
    contents=(LICENCE,), contact="010-55550000", to="孙某某（代收点）", owner="李䶮敏",
    cause="两件面单贴反", consequence="姓名、住址可能被他人知悉", measures="已电话联系，上门取回",
    relief="留意陌生来电，必要时更换联系方式",
)  # fmt: skip
PAYLOADS: tuple[Any, ...] = (
    PieceRegistered(
        case=CASE, kind=PieceKind.ORIGINAL, key="M1", name="租赁合同", motion=Motion.TAKE_IN,
        pages=3,
    ),
    PieceMoved(
        motion=Motion.SEAL, shipment="KFQ-20261123-A01-K0001", bag="F0001", second="002",
        note="李䶮敏来电催过",
    ),
    ParcelSealed(
        bag="F0001", pieces=(PIECE,), papers=(f"{CASE}-ZY1",), second="002", alone="同事请假"
    ),
    ParcelUnsealed(bag="F0001", reason="漏装发票", alone="同事请假"),
    PaperRefused(number="KFQ-20261123-A01-P0009", case="KFQ-20261123-A01-0009"),
    ParcelOpened(
        counted=(
            Counted(case=CASE, key="M1", name="租赁合同", found=Found.MISSING, counted=0),
        ),
        bag="F0002", intact=False, alone="一人值守",
    ),
    AloneReviewed(entry="e1", note="情况属实"),
    ASTRAY,
    MisdeliveryFollowed(
        step=Follow.RESENT, on=DAY, resend="KFQ-20261124-A01-K0002", note="李䶮敏同意再寄"
    ),
    CustodyRuleSet(sealing_required=True, two_to_seal=True),
)  # fmt: skip


def facts(*told: Any, clerk: str = "001") -> list[Fact]:
    """Facts of one entity, a minute apart."""
    made = []
    for n, payload in enumerate(told, 1):
        at = datetime(2026, 11, 23, 9, n, tzinfo=BEIJING)
        entry = Entry(
            id=f"e{n}", device="A01", seq=n, logical=n, happened_at=at.isoformat(),
            recorded_at=at.isoformat(), clerk=clerk, kind="", version=1, entity="", body="",
            subject="", sealed=b"", previous=b"", hash=b"",
        )  # fmt: skip
        made.append(Fact(entry=entry, payload=payload, happened_at=at, recorded_at=at))
    return made
