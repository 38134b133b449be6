"""Labels of what oversight, holds and persons' requests name."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.supervision.retention import entries as retention
from desktop.domain.supervision.retention.rows import Keeps
from desktop.domain.supervision.review.watch import Watch

LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Watch: {
        Watch.ADDED: "再次告知又添内容",
        Watch.LATE: "逾期告知",
        Watch.ALONE: "单人审查",
        Watch.ALONE_PARCEL: "单人封拆",
        Watch.ALONE_PUBLISHED: "单人发布",
        Watch.CARRIER: "公文不交邮政",
        Watch.OUTSIDE: "范围外免费寄",
        Watch.REVEALED: "集中查看信息",
        Watch.EXPORTED: "导出未掩码",
        Watch.REPRINTED: "补打文书",
        Watch.LATE_ENTRY: "超过一日补录",
        Watch.AMENDED: "更正",
        Watch.ALONE_DESTROYED: "单人销毁",
    },
    retention.HoldGround: {
        retention.HoldGround.COMPLAINT: "投诉处理中",
        retention.HoldGround.LITIGATION: "复议、诉讼",
        retention.HoldGround.AUDIT: "审计、检查",
        retention.HoldGround.INQUIRY: "信息公开、查阅",
        retention.HoldGround.OTHER: "其他事由",
    },
    retention.PersonWish: {
        retention.PersonWish.SEE: "查阅、复制",
        retention.PersonWish.CORRECT: "更正、补充",
    },
    retention.PersonOutcome: {
        retention.PersonOutcome.DONE: "已办",
        retention.PersonOutcome.DECLINED: "核实后不予",
        retention.PersonOutcome.PASSED_ON: "转有权机关",
    },
    Keeps: {
        Keeps.COMPLAINT: "投诉处理中",
        Keeps.LITIGATION: "复议、诉讼",
        Keeps.AUDIT: "审计、检查",
        Keeps.INQUIRY: "信息公开、查阅",
        Keeps.OTHER: "其他事由",
        Keeps.PARCEL: "快件还在途",
        Keeps.CLAIM: "快件索赔、投诉未答复",
        Keeps.FOLLOW_UP: "快件跟进未了结",
        Keeps.MISDELIVERY: "错寄未结案",
        Keeps.PIECE: "保管件未归还",
        Keeps.CHECK: "证照待核",
        Keeps.REVIEW: "有行为待复核",
        Keeps.DISAGREEMENT: "分歧未处理",
    },
}
