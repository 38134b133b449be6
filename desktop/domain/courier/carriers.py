"""Which carrier may carry what.

邮政法 55, 72, 84: express companies may not carry 国家机关公文. So the way out (决定书, 通知书,
licences) goes by the postal enterprise (EMS) unless a supervisor says why; the way in may use
any licensed courier.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.refusal import Refusal


class Direction(StrEnum):
    """inbound 申请人→大厅, outbound 大厅→申请人."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class ContentKind(StrEnum):
    """材料 · 通知/决定书 · 证照 · 退还原件."""

    MATERIAL = "material"
    NOTICE = "notice"
    LICENCE = "licence"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """`code` as the tracking services write it; `postal` marks the postal enterprise."""

    code: str
    name: str
    postal: bool = False


CARRIERS: tuple[Carrier, ...] = (
    Carrier(code="ems", name="EMS（邮政）", postal=True),
    Carrier(code="shunfeng", name="顺丰速运"),
    Carrier(code="jd", name="京东快递"),
    Carrier(code="zhongtong", name="中通快递"),
    Carrier(code="yunda", name="韵达快递"),
    Carrier(code="other", name="其他快递"),
)
DEFAULT_CARRIER = "ems"


def carrier(code: str) -> Carrier:
    for known in CARRIERS:
        if known.code == code:
            return known
    raise Refusal("unknown_carrier", carrier=code)


def check_carrier(
    code: str, direction: Direction, contents: Iterable[ContentKind], justification: str = ""
) -> str | None:
    """None where all is well, `"licence_not_by_post"` where the clerk should be warned.

    Refuses an official document by another carrier than the post without a reason (邮政法 55).
    """
    if carrier(code).postal or direction is Direction.INBOUND:
        return None
    kinds = set(contents)
    if ContentKind.NOTICE in kinds and not justification.strip():
        raise Refusal("document_not_by_post", carrier=code, article="邮政法 第五十五条")
    return "licence_not_by_post" if ContentKind.LICENCE in kinds else None
