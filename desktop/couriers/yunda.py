"""韵达: writes words of its own where its answers are passed on unread."""

from __future__ import annotations

from desktop.couriers.codes import Meaning
from desktop.domain.courier.steps import ShipmentStage

_S = ShipmentStage
CODES: dict[str, Meaning] = {
    "GOT": Meaning("已揽收", _S.PICKED_UP),
    "INBOUND": Meaning("到件", _S.IN_TRANSIT),
    "OUTBOUND": Meaning("发件", _S.IN_TRANSIT),
    "TRANSIT": Meaning("在途", _S.IN_TRANSIT),
    "SIGNED": Meaning("已签收", _S.SIGNED),
    "SIGNFAIL": Meaning("签收失败", _S.TROUBLE),
    "ISSUE": Meaning("问题件", _S.TROUBLE),
    "REJECTION": Meaning("拒收", _S.REJECTED),
    "RETURN": Meaning("退回", _S.RETURNING),
}
