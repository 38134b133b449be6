"""Every member of the domain's enums → its Chinese label, for screens, papers and exports alike.

Tables by type: members of different enums may be equal as text (`Way.COURIER`,
`Channel.COURIER`). A test asks a label of every member; the catalogue's own enums are their
labels already.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.cases.draft import Channel, Way
from desktop.domain.cases.entries import RefusalGround
from desktop.domain.cases.missing import Place
from desktop.domain.cases.moves import Move, Stage
from desktop.domain.cases.naming.papers import TITLES
from desktop.domain.cases.papers import Outcome, PaperKind
from desktop.domain.cases.tick import Check, Fault, Kept
from desktop.domain.courier.carriers import CARRIERS, ContentKind, Direction
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.roles import Right, Role
from desktop.domain.identity.documents import Field, IdKind
from desktop.domain.identity.party import PartyKind, Power, Presence
from desktop.domain.identity.person_id import Holder
from desktop.domain.identity.verdict import Level
from desktop.wording import _
from desktop.wording.advice import ADVICE
from desktop.wording.arrivals.labels import ARRIVALS
from desktop.wording.billing.words import BILLING
from desktop.wording.carrying import CARRYING
from desktop.wording.closing.labels import CLOSING
from desktop.wording.custody import CUSTODY
from desktop.wording.exchange.labels import EXCHANGE
from desktop.wording.handling.course_labels import COURSE
from desktop.wording.licences.labels import LICENCES
from desktop.wording.parcels.labels import PARCELS
from desktop.wording.supervision.members import LABELS as OVERSIGHT
from desktop.wording.themes.labels import THEMES
from desktop.wording.troubles.labels import TROUBLES

LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    **ADVICE,
    **TROUBLES,
    **CARRYING,
    **CLOSING,
    **BILLING,
    **EXCHANGE,
    Stage: {
        Stage.DRAFT: "草稿",
        Stage.RECEIVED: "已收件",
        Stage.CORRECTING: "待补正",
        Stage.ACCEPTED: "已受理",
        Stage.REVIEWING: "审查中",
        Stage.SUSPENDED: "暂停计时",
        Stage.DECIDED: "已决定",
        Stage.PRODUCED: "待送达",
        Stage.CLOSED: "已办结",
        Stage.COLLECTED: "已代收",
        Stage.REFUSED: "不予受理",
        Stage.WITHDRAWN: "已撤回",
        Stage.TERMINATED: "已终止",
        Stage.TRANSFERRED: "已转办",
    },
    Move: {
        Move.RECEIVE: "收件",
        Move.SUPPLEMENT: "补收材料",
        Move.ACCEPT: "受理",
        Move.SETTLE: "当场办结",
        Move.COLLECT: "代收",
        Move.NOTIFY: "补正告知",
        Move.REFUSE: "不予受理",
        Move.WITHDRAW: "撤回",
        Move.REVIEW: "审查",
        Move.SUSPEND: "特别程序",
        Move.RESUME: "恢复计时",
        Move.COMMISSION: "委托技术审查",
        Move.OPINE: "技术意见",
        Move.EXTEND: "延期",
        Move.DECIDE: "决定",
        Move.PRODUCE: "制证",
        Move.DELIVER: "送达",
        Move.TERMINATE: "终止",
        Move.REVOKE: "撤销受理",
        Move.TRANSFER: "转办",
        Move.AMEND: "更正",
        Move.REISSUE: "补办",
    },
    Check: {
        Check.UNCHECKED: "未核",
        Check.RECEIVED: "已收",
        Check.EXEMPT: "免交",
        Check.PENDING: "待补",
        Check.DEFECT: "不符",
    },
    Kept: {
        Kept.KEPT: "留存",
        Kept.SEEN: "验后退还",
        Kept.COPY: "复印",
        Kept.ELECTRONIC: "电子",
    },
    Fault: {
        Fault.MISSING: "缺",
        Fault.EXPIRED: "过期",
        Fault.UNSIGNED: "未签章",
        Fault.UNCLEAR: "不清",
        Fault.INCONSISTENT: "不一致",
        Fault.FORM: "形式不符",
    },
    Way: {Way.UNASKED: "未选", Way.PICKUP: "窗口自取", Way.COURIER: "免费寄递"},
    Channel: {
        Channel.COUNTER: "窗口",
        Channel.COURIER: "寄递",
        Channel.LATE_ENTRY: "补录",
    },
    Place: {
        Place.QUESTION: "情形",
        Place.MATERIAL: "材料",
        Place.CHANNEL: "渠道",
        Place.PRESENCE: "谁来办",
        Place.APPLICANT: "申请人",
        Place.AGENT: "代理人",
        Place.DELIVERY: "怎么拿结果",
    },
    RefusalGround: {
        RefusalGround.NOT_NEEDED: "依法不需要取得许可",
        RefusalGround.NO_JURISDICTION: "依法不属于本机关职权范围",
        RefusalGround.NOT_MET: "其他法定不予受理情形",
    },
    PaperKind: {kind: TITLES[kind] for kind in PaperKind},
    Outcome: {
        Outcome.RENDERED: "已生成",
        Outcome.SPOOLED: "已送打印机",
        Outcome.CONFIRMED: "已打印",
        Outcome.FAILED: "打印失败",
        Outcome.SAVED: "已存为文件",
    },
    Direction: {
        Direction.INBOUND: "寄入（申请人→大厅）",
        Direction.OUTBOUND: "寄出（大厅→申请人）",
    },
    ContentKind: {
        ContentKind.MATERIAL: "申请材料",
        ContentKind.NOTICE: "通知、决定书",
        ContentKind.LICENCE: "证照",
        ContentKind.RETURNED: "退还原件",
    },
    ShipmentStage: {
        ShipmentStage.WAITING: "待揽收",
        ShipmentStage.PICKED_UP: "已揽收",
        ShipmentStage.IN_TRANSIT: "在途",
        ShipmentStage.OUT_FOR_DELIVERY: "派送中",
        ShipmentStage.SIGNED: "已签收",
        ShipmentStage.REJECTED: "拒收",
        ShipmentStage.RETURNING: "退回中",
        ShipmentStage.RETURNED: "已退回",
        ShipmentStage.TROUBLE: "疑难",
        ShipmentStage.LOST: "丢失",
        ShipmentStage.CANCELLED: "已取消",
    },
    SignedBy: {SignedBy.SELF: "本人签收", SignedBy.OTHER: "代签", SignedBy.LOCKER: "投柜"},
    Authority: {
        Authority.ACCEPT: "受理",
        Authority.COLLECT: "代收",
        Authority.ADVISE: "咨询",
    },
    Role: {
        Role.CLERK: "工作人员",
        Role.SUPERVISOR: "主管",
        Role.APPROVER: "审批人员",
        Role.CHIEF: "首席代表",
        Role.TECHNICAL: "技术审查人员",
    },
    Right: {
        Right.LOOK: "查看办件",
        Right.SERVE: "接待、收件、受理和补正告知",
        Right.SHIP: "寄递",
        Right.REFUSE: "不予受理",
        Right.REVIEW: "审查和特别程序",
        Right.TECHNICAL: "技术审查",
        Right.DECIDE: "作出决定",
        Right.EXTEND: "延长期限",
        Right.TURN: "撤销受理和转办",
        Right.OVERSEE: "事后复核",
        Right.EXPORT_LOG: "导出日志",
        Right.EXPORT_PERSONAL: "导出未掩码的个人信息",
        Right.MANAGE_CLERKS: "管理工作人员",
        Right.MANAGE_ITEMS: "管理事项",
        Right.MANAGE_CALENDAR: "管理日历",
        Right.MANAGE_HUB: "管理大厅联网",
        Right.CARRIER_EXCEPTION: "公文改由快递企业寄递",
        Right.COVERAGE: "设定免费寄递范围和例外",
        Right.RECONCILE: "对账",
        Right.PURGE: "清除个人信息",
        Right.END_LICENCE: "终止证照",
    },
    **COURSE,
    **CUSTODY,
    **THEMES,
    **ARRIVALS,
    **LICENCES,
    **PARCELS,
    **OVERSIGHT,
    PartyKind: {PartyKind.PERSON: "自然人", PartyKind.ORGANISATION: "法人或其他组织"},
    Power: {
        Power.HAND_IN: "递交、补正材料",
        Power.COLLECT: "领取文书和结果",
        Power.SIGN: "签收、签字",
        Power.CONSENT: "作出承诺和同意",
    },
    Presence: {
        Presence.UNASKED: "未选",
        Presence.SELF: "本人办理",
        Presence.AGENT: "委托代理人",
    },
    IdKind: {
        IdKind.RESIDENT_ID: "居民身份证",
        IdKind.TEMPORARY_ID: "临时居民身份证",
        IdKind.HOUSEHOLD_REGISTER: "居民户口簿",
        IdKind.PASSPORT: "护照",
        IdKind.HK_MACAO_PERMIT: "港澳居民来往内地通行证",
        IdKind.TAIWAN_PERMIT: "台湾居民来往大陆通行证",
        IdKind.HK_MACAO_TAIWAN_RESIDENCE: "港澳台居民居住证",
        IdKind.FOREIGN_RESIDENCE: "外国人永久居留身份证",
        IdKind.OTHER: "其他证件",
        IdKind.USCC: "统一社会信用代码",
    },
    Field: {
        Field.NAME: "姓名",
        Field.LATIN_NAME: "外文姓名",
        Field.NUMBER: "证件号码",
        Field.NATIONALITY: "国籍",
        Field.EXPIRY: "有效期至",
    },
    Holder: {
        Holder.CITIZEN: "中国公民",
        Holder.HK_MACAO_TAIWAN: "港澳台居民",
        Holder.FOREIGNER: "外国人",
    },
    Level: {Level.OK: "通过", Level.WARN: "请核对", Level.ERROR: "有误"},
}

CARRIER_NAMES: Mapping[str, str] = {carrier.code: carrier.name for carrier in CARRIERS}


def label(member: object) -> str:
    """The label of an enum's member; anything without a table is its own label."""
    if not isinstance(member, StrEnum):
        return str(member)
    return _(LABELS.get(type(member), {}).get(member, str(member)))


def carrier_label(code: str) -> str:
    """The carrier's name; a code that is not known stands for itself."""
    return _(CARRIER_NAMES.get(code, code)) if code else ""
