"""Labels of the enums of `desktop.domain.courier.arrivals`; `desktop.wording.labels` takes them in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.courier.arrivals.arrival import ArrivalState
from desktop.domain.courier.arrivals.entries import Condition, MatchReason, SentOnWay
from desktop.domain.courier.arrivals.owed import Step

ARRIVALS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ArrivalState: {
        ArrivalState.WAITING: "待认领",
        ArrivalState.CLAIMED: "已认领，待收件",
        ArrivalState.TAKEN: "已收件",
        ArrivalState.RETURNED: "已退回寄件人",
        ArrivalState.FORWARDED: "已转交",
    },
    Condition: {
        Condition.INTACT: "完好",
        Condition.DAMAGED: "破损",
        Condition.OPENED: "有拆封痕迹",
        Condition.WET: "受潮",
    },
    MatchReason: {
        MatchReason.ANNOUNCED: "快递单已写明",
        MatchReason.NAME: "姓名一致",
        MatchReason.PHONE: "电话一致",
        MatchReason.CHOSEN: "工作人员认定",
    },
    SentOnWay: {SentOnWay.RETURNED: "退回寄件人", SentOnWay.FORWARDED: "转交其他大厅"},
    Step: {
        Step.OPEN: "开拆清点",
        Step.CALL: "联系寄件人",
        Step.CALL_AGAIN: "再联系寄件人",
        Step.RETURN: "退回寄件人",
        Step.TAKE_IN: "清点收件",
    },
}
