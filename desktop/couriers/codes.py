"""What a service's codes say, as one table. A code it does not hold is 未识别, and stays as written.

The words beside the codes are the service's own; a line without a code is read by them.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.courier.steps import ShipmentStage, SignedBy

_S = ShipmentStage


@dataclass(frozen=True, slots=True)
class Meaning:
    words: str
    stage: ShipmentStage
    signed_by: SignedBy | None = None


CODES: dict[str, Meaning] = {
    "0": Meaning("在途", _S.IN_TRANSIT),
    "1": Meaning("揽收", _S.PICKED_UP),
    "2": Meaning("疑难", _S.TROUBLE),
    "3": Meaning("签收", _S.SIGNED),
    "4": Meaning("退签", _S.RETURNED),
    "5": Meaning("派件", _S.OUT_FOR_DELIVERY),
    "6": Meaning("退回", _S.RETURNING),
    "7": Meaning("转单", _S.IN_TRANSIT),
    "8": Meaning("清关", _S.IN_TRANSIT),
    "10": Meaning("待清关", _S.IN_TRANSIT),
    "11": Meaning("清关中", _S.IN_TRANSIT),
    "12": Meaning("已清关", _S.IN_TRANSIT),
    "13": Meaning("清关异常", _S.TROUBLE),
    "14": Meaning("拒签", _S.REJECTED),
    "101": Meaning("已下单", _S.WAITING),
    "102": Meaning("待揽收", _S.WAITING),
    "103": Meaning("已揽收", _S.PICKED_UP),
    "201": Meaning("超时未签收", _S.TROUBLE),
    "202": Meaning("超时未更新", _S.TROUBLE),
    "203": Meaning("拒收", _S.REJECTED),
    "204": Meaning("派件异常", _S.TROUBLE),
    "205": Meaning("柜或驿站超时未取", _S.TROUBLE),
    "206": Meaning("无法联系", _S.TROUBLE),
    "207": Meaning("超区", _S.TROUBLE),
    "208": Meaning("滞留", _S.TROUBLE),
    "209": Meaning("破损", _S.TROUBLE),
    "210": Meaning("销单", _S.CANCELLED),
    "301": Meaning("本人签收", _S.SIGNED, SignedBy.SELF),
    "302": Meaning("派件异常后签收", _S.SIGNED),
    "303": Meaning("代签", _S.SIGNED, SignedBy.OTHER),
    "304": Meaning("投柜或站签收", _S.SIGNED, SignedBy.LOCKER),
    "401": Meaning("已销单", _S.CANCELLED),
    "501": Meaning("投柜或驿站", _S.SIGNED, SignedBy.LOCKER),
    "1001": Meaning("到达派件城市", _S.IN_TRANSIT),
    "1002": Meaning("干线", _S.IN_TRANSIT),
    "1003": Meaning("转递", _S.IN_TRANSIT),
}
"""4 退签 is signed for by the sender again; 14 拒签 is refused by the receiver. In a locker (501) a
parcel is not in its receiver's hands, and what the law calls 签收 is told apart by `signed_by`.
"""
_BY_WORDS = {one.words: code for code, one in CODES.items()} | {"转投": "7", "投柜签收": "304"}


def meaning(code: str, own: dict[str, Meaning]) -> Meaning | None:
    """`own` are the carrier's words where it writes others than the service's."""
    return own.get(code) or CODES.get(code)


def code_of(words: str) -> str:
    """The code of a line that has only words; empty where nobody knows them."""
    return _BY_WORDS.get(words.strip(), "")
