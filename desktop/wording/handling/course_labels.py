"""Labels of the enums of `desktop.domain.handling`; `labels` takes them in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.handling.alert import Alert
from desktop.domain.handling.changes import Finding, ReissueGround, TerminationGround
from desktop.domain.handling.duties import Duty
from desktop.domain.handling.endings import Mandate
from desktop.domain.handling.entries import Clock, Conclusion, DeliveryWay, Relation
from desktop.domain.handling.oversight import Why

COURSE: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Conclusion: {
        Conclusion.PASSED: "符合",
        Conclusion.CONDITIONAL: "附条件符合",
        Conclusion.FAILED: "不符合",
    },
    DeliveryWay: {
        DeliveryWay.COUNTER: "当面送达",
        DeliveryWay.COURIER: "寄递送达",
        DeliveryWay.ELECTRONIC: "电子送达",
    },
    Relation: {
        Relation.SELF: "本人",
        Relation.REPRESENTATIVE: "法定代表人（负责人）",
        Relation.AGENT: "代理人",
        Relation.FAMILY: "同住成年家属",
        Relation.STAFF: "单位收件人员",
    },
    Mandate: {
        Mandate.SERVES: "收件时的授权含领取",
        Mandate.NONE: "收件时没有授权此人领取",
        Mandate.NOT_COLLECT: "授权不含领取",
        Mandate.EXPIRED: "收件时的授权已到期",
        Mandate.OTHER: "收件时授权的不是此人",
    },
    Clock: {
        Clock.NOTICE: "补正告知期限",
        Clock.CORRECTION: "补正",
        Clock.DECISION: "法定办理期限",
        Clock.PROMISE: "承诺办理期限",
        Clock.TECHNICAL: "技术审查期限",
        Clock.PROCEDURE: "特别程序",
        Clock.DELIVERY: "送达期限",
    },
    TerminationGround: {
        TerminationGround.APPLICANT_GONE: "申请人死亡或者终止",
        TerminationGround.MATTER_GONE: "申请事项已无从办理",
        TerminationGround.LAW_CHANGED: "依据的规定已修改或者废止",
        TerminationGround.NOT_SUPPLIED: "容缺材料逾期未补交",
        TerminationGround.OTHER: "其他依法终止的情形",
    },
    ReissueGround: {
        ReissueGround.LOST: "遗失",
        ReissueGround.DAMAGED: "损毁",
        ReissueGround.AMENDED: "更正",
    },
    Finding: {
        Finding.PROPER: "属实合理",
        Finding.REMINDED: "提醒",
        Finding.IMPROPER: "不当，纠正",
    },
    Why: {
        Why.ADDED: "再次告知又添内容",
        Why.LATE: "超过五个工作日才告知",
        Why.ALONE: "应两人而单人审查",
    },
    Duty: {
        Duty.ANSWER: "受理或告知补正",
        Duty.ACCEPT: "受理补齐件",
        Duty.DECIDE: "作出决定",
        Duty.PROMISE: "兑现承诺期限",
        Duty.PROCEDURE: "特别程序到期",
        Duty.TECHNICAL: "技术审查意见",
        Duty.DEFERRED: "容缺材料补交",
        Duty.NORMAL: "撤回承诺后补交",
        Duty.DELIVER: "颁发、送达",
    },
    Alert: {
        Alert.OVERDUE: "已超期",
        Alert.RED: "紧急",
        Alert.AMBER: "将到期",
        Alert.GREEN: "正常",
        Alert.PAUSED: "暂停计时",
    },
}
