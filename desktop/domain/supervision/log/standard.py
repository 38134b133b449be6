"""GB/T 39046-2020: cases as its tables 5, 6, 7, 8 and 15 have them, by their names and codes.

Moments are `YYYYMMDDThhmmss`, days `YYYYMMDD` (GB/T 7408). What the hall does not know stays empty:
the national 实施编码 of an item among it, so the hall's own stands as 地方实施编码. Codes are those of
the standard's annex A; a value without a code there has none here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Channel, Way
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.days import BEIJING
from desktop.domain.handling.entries import Conclusion
from desktop.domain.identity.documents import DOCUMENTS

ITEM_TYPES = {
    "行政许可": "01", "行政处罚": "02", "行政强制": "03", "行政征收": "04", "行政给付": "05",
    "行政检查": "06", "行政确认": "07", "行政奖励": "08", "行政裁决": "09", "其他行政权力": "10",
    "公共服务": "20",
}  # fmt: skip
"""A.1"""
CHANNELS = {Channel.COUNTER: "1", Channel.COURIER: "4", Channel.LATE_ENTRY: "1"}
"""A.5: 1 窗口申请, 4 快递申请."""
INSTANT, PROMISED = "1", "2"
"""A.6: 即办件, 承诺件."""
OTHER_PROCEDURE = "2"
"""A.7: 1 延长审批, 2 除延长审批之外."""
ACTIONS = {Conclusion.PASSED: "通过", Conclusion.FAILED: "退回"}
"""业务动作; anything else is 其他."""

APPLY, ACCEPT, HANDLE, END, POST = "表5", "表6", "表7", "表8", "表15"
TITLES = {
    APPLY: "表5 办事申请信息", ACCEPT: "表6 受理信息", HANDLE: "表7 办理信息",
    END: "表8 办结信息", POST: "表15 物流信息",
}  # fmt: skip
FIELDS: dict[str, tuple[str, ...]] = {
    APPLY: (
        "办件编号", "实施编码", "地方实施编码", "事项名称", "事项类型代码", "办件类型代码",
        "申请者名称", "申请者证件类型代码", "申请者证件号码", "联系人姓名", "联系人证件号码",
        "联系人手机号码", "通讯地址", "法定代表人", "申报来源", "办理形式代码", "申请时间",
        "材料名称", "是否收取", "收取方式", "收取数量", "收取时间",
    ),
    ACCEPT: (
        "办件编号", "受理单位", "受理人员", "受理时间", "受理文书编号", "承诺办结时间",
        "办件类型代码",
    ),
    HANDLE: (
        "办件编号", "环节名称", "业务动作", "处理人", "处理意见", "开始时间", "结束时间", "处理单位",
        "状态代码", "特别程序种类", "特别程序种类代码", "特别程序开始日期", "启动理由或依据",
        "特别程序结束日期", "特别程序结果",
    ),
    END: (
        "办件编号", "办理人", "办结时间", "结果证照名称", "结果证照编号", "结果描述", "有效期限",
        "发证单位", "是否快递寄送结果", "是否收费",
    ),
    POST: (
        "办件编号", "物流单号", "寄送单位", "寄送日期", "寄送人", "接收单位", "接收人", "接收日期",
    ),
}  # fmt: skip
Line = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardCase:
    """What one case says, masked where it is to be. `paper` is the number of the 受理通知书,
    `fee` 1, 0 or empty where nobody knows, `instant` 即办件: settled at the counter.
    """

    case: Case
    organ: str
    accepted_at: datetime | None
    accepted_by: str
    paper: str
    fee: str
    instant: bool
    parcels: tuple[Shipment, ...]


def moment(at: datetime | None) -> str:
    """`20261123T101405`; empty for none."""
    return f"{at.astimezone(BEIJING):%Y%m%dT%H%M%S}" if at else ""


def day(on: date | None) -> str:
    """`20261123`; empty for none."""
    return f"{on:%Y%m%d}" if on else ""


def tables(told: StandardCase) -> dict[str, list[Line]]:
    """The case's lines of each table; a table that has nothing of it yet is empty."""
    made = {
        APPLY: list(_apply(told)), ACCEPT: list(_accept(told)), HANDLE: list(_handle(told)),
        END: list(_end(told)), POST: [_post(told, one) for one in told.parcels],
    }  # fmt: skip
    return {
        table: [{name: line.get(name, "") for name in FIELDS[table]} for line in lines]
        for table, lines in made.items()
    }


def _kind(told: StandardCase) -> str:
    return INSTANT if told.instant else PROMISED


def _apply(told: StandardCase) -> Iterator[Line]:
    """A line per material, as the standard lists them; one without where there are none."""
    case, who, agent = told.case, told.case.applicant, told.case.agent
    head = {
        "办件编号": case.number, "地方实施编码": case.item, "事项名称": case.item_name,
        "事项类型代码": ITEM_TYPES.get(case.item_type, ""), "办件类型代码": _kind(told),
        "申请者名称": who.name, "申请者证件号码": who.id_number,
        "申请者证件类型代码": DOCUMENTS[who.id_kind].code or "" if who.id_number else "",
        "联系人姓名": agent.name if agent else who.name,
        "联系人证件号码": agent.id_number if agent else who.id_number,
        "联系人手机号码": agent.phone if agent else who.phone,
        "通讯地址": who.address, "法定代表人": who.legal_representative,
        "申报来源": "政务大厅", "办理形式代码": CHANNELS[case.channel],
        "申请时间": moment(case.received_at),
    }  # fmt: skip
    for line in case.lines:
        taken = line.tick.check == "received"
        yield head | {
            "材料名称": line.name, "是否收取": "1" if taken else "0",
            "收取方式": ("快递" if case.channel is Channel.COURIER else "窗口") if taken else "",
            "收取数量": str(line.tick.copies) if taken else "",
            "收取时间": moment(case.received_at) if taken else "",
        }  # fmt: skip
    if not case.lines:
        yield head


def _accept(told: StandardCase) -> Iterator[Line]:
    case = told.case
    if case.accepted_on is not None:
        yield {
            "办件编号": case.number, "受理单位": told.organ, "受理人员": told.accepted_by,
            "受理时间": moment(told.accepted_at), "受理文书编号": told.paper,
            "承诺办结时间": day(case.due.due), "办件类型代码": _kind(told),
        }  # fmt: skip


def _handle(told: StandardCase) -> Iterator[Line]:
    """Steps of the review, then each special procedure."""
    course, number = told.case.course, told.case.number
    for one in course.reviews:
        yield {
            "办件编号": number, "环节名称": one.step, "处理单位": one.organ, "状态代码": "2",
            "业务动作": ACTIONS.get(one.conclusion, "其他"), "处理人": "、".join(one.persons),
            "结束时间": day(one.reviewed_on),
        }  # fmt: skip
    for stop in course.suspensions:
        yield {
            "办件编号": number, "环节名称": "特别程序", "业务动作": "其他",
            "处理单位": told.organ, "状态代码": "2" if stop.ended else "1",
            "特别程序种类": stop.started.procedure.value, "特别程序种类代码": OTHER_PROCEDURE,
            "特别程序开始日期": day(stop.started.starts_on),
            "启动理由或依据": stop.started.basis or stop.started.reason,
            "特别程序结束日期": day(stop.ended.ends_on) if stop.ended else "",
            "特别程序结果": stop.ended.result if stop.ended else "",
        }  # fmt: skip


def _end(told: StandardCase) -> Iterator[Line]:
    case = told.case
    decided, made = case.course.decided, case.course.produced
    if case.closed_at is None and decided is None:
        return
    granted = "" if decided is None else "准予" if decided.granted else "不予"
    yield {
        "办件编号": case.number, "办理人": decided.handler if decided else case.clerk,
        "办结时间": moment(case.closed_at) or day(decided.decided_on if decided else None),
        "结果证照名称": made.name if made else "", "结果证照编号": made.number if made else "",
        "结果描述": granted or case.result, "有效期限": day(made.valid_until) if made else "",
        "发证单位": told.organ if made else "",
        "是否快递寄送结果": "1" if case.delivery.way is Way.COURIER else "0",
        "是否收费": told.fee,
    }  # fmt: skip


def _post(told: StandardCase, parcel: Shipment) -> Line:
    """The hall stands as a unit; a person as who sends or takes it."""
    out = parcel.direction is Direction.OUTBOUND
    here, there = told.organ, parcel.receiver.name if out else parcel.sender.name
    signed = next((at for step, at in parcel.history if step is ShipmentStage.SIGNED), None)
    return {
        "办件编号": told.case.number, "物流单号": parcel.waybill,
        "寄送单位": here if out else "", "寄送人": "" if out else there,
        "寄送日期": moment(parcel.picked_at), "接收单位": "" if out else here,
        "接收人": there if out else "", "接收日期": moment(signed),
    }  # fmt: skip
