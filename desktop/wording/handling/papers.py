"""Sentences of the papers between 受理 and 办结.

As in `wording.papers`, 行政许可法 stands in sentences that a paper prints for 行政许可 alone; their
other half is named without BY_LAW.
"""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.cases.draft import Way
from desktop.domain.cases.entries import Term
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.changes import Amended
from desktop.domain.handling.entries import Delivered, DeliveryWay, Relation
from desktop.domain.identity.documents import DOCUMENTS, IdKind
from desktop.domain.identity.masking import mask_number, mask_phone
from desktop.domain.identity.party import Party, PartyKind
from desktop.wording import _
from desktop.wording.handling.acts import FIELDS, amount
from desktop.wording.labels import label
from desktop.wording.papers import agent_text, due_text

LAW = "《中华人民共和国行政许可法》"
PROCEDURE_LAW = LAW + _("第四十五条")
EXTENSION_LAW = LAW + _("第四十二条")
DELIVERY_LAW = LAW + _("第四十四条")
SPOT_LAW = LAW + _("第三十二条第一款第（三）项")
OVERDUE_BASIS = _("《优化营商环境条例》第三十六条")

NOT_COUNTED = _(
    "所需时间不计入办理期限：首尾两日均不计，程序结束的次日起继续计算。程序提前或者延后结束的，"
    "到期日随之变动。"
)
PUT_OFF = _("顺延后预计 {due}")
ONCE = _("办理期限只延长一次。")
GRANTED_BY_LAW = _(
    "经审查，申请符合法定条件、标准。依据{law}第三十八条第一款的规定，决定准予行政许可。"
).format(law=LAW)
GRANTED = _("经审查，申请符合规定的条件、标准，决定准予办理。")
DENIED_BY_LAW = _(
    "经审查，申请不符合法定条件、标准。依据{law}第三十八条第二款的规定，决定不予行政许可。"
).format(law=LAW)
DENIED = _("经审查，申请不符合规定的条件、标准，决定不予办理。")
AS_ISSUED = _("编号和有效期以颁发的证件为准")
TERMINATED = _("本机关终止办理，不再就申请作出决定。")
REVOKED = _("本机关撤销{day}作出的受理；受理通知书自本告知书送达之日起不再有效。")
AFTER_REVOKING = _(
    "已收到的申请材料仍在本大厅，无须重新提交；收到材料的日期（{day}）不变。本机关自即日起重新审核："
    "符合规定的予以受理；需要补正的一次告知全部内容；不予受理的，出具书面决定并说明理由。"
)
MOVED_HERE = _(
    "您的申请已转为新的办件 {new} 继续办理。原编号 {old} 继续有效：凭新、原任一编号均可查询、"
    "补交材料和领取结果。"
)
DAY_STAYS = _("收到材料的日期不变，不因转办重新起算。")
MOVED_AWAY = _(
    "您的申请转由下列机关办理。原编号 {old} 继续有效：凭原编号可在本大厅查询转办情况，也可以向接收机关"
    "查询办理进度。"
)
AMENDED = _("其余内容不变，原已出具的文书继续有效。")
MASKED = _("（更正处在掩码部分）")
EMPTY = _("（空）")
SPOT_CORRECTED_BY_LAW = _(
    "申请材料存在可以当场更正的错误，依据{law}的规定，允许申请人当场更正。"
).format(law=SPOT_LAW)
SPOT_CORRECTED = _("申请材料存在可以当场更正的错误，由申请人当场更正。")
SPOT_DONE = _("上列错误已由申请人当场更正，不再列入需要补正的内容。")
COUNTED = _("上列材料经双方当面清点；与本单不一致的，在「清点差异」栏注明。")
BLANK = "＿" * 12


def needed_text(needed: Term, first: str) -> str:
    """`10 个工作日，自 2026年12月1日 至 2026年12月14日`."""
    return _("{amount}，自 {first} 至 {due}").format(
        amount=amount(needed), first=first, due=due_text(needed)
    )


def serve_by(delivery: Term, by_law: bool) -> str:
    """送达期限: its days, the last of them, and the article (许可法 44)."""
    told = _("自作出决定之日起 {amount}内，至 {due}").format(
        amount=amount(delivery), due=due_text(delivery)
    )
    return told + (f"\n{DELIVERY_LAW}" if by_law else "")


def collector_text(told: Delivered) -> str:
    """收件人·关系·证件核验."""
    who = "　".join(part for part in (told.receiver, label(told.relation)) if part)
    return who + (_("\n已核验：{checked}").format(checked=told.checked) if told.checked else "")


def mandate_text(told: Delivered, facts: PaperFacts) -> str:
    """What lets somebody else collect: shown now, else given at the application."""
    if told.mandate:
        return told.mandate
    if told.relation is Relation.AGENT and facts.agent is not None:
        return _("申请时提交的委托：") + agent_text(facts.agent)
    return ""


def signed_for(told: Delivered) -> str:
    """运单签收: a parcel arrives when it is signed for."""
    if told.way is not DeliveryWay.COURIER:
        return ""
    return _("运单 {waybill}，签收人和签收时刻以承运人的签收记录为准").format(waybill=told.waybill)


_MEMBERS: dict[str, type[StrEnum]] = {
    "applicant.kind": PartyKind,
    "applicant.id_kind": IdKind,
    "delivery.way": Way,
}


def change_rows(told: Amended, now: Party) -> list[tuple[str, str, str]]:
    """What, before and after, as the applicant's own paper shows it: name in full, documents and
    telephones masked. Where the mask hides what differs, the row says so.
    """
    was = next((one.before for one in told.changes if one.what == "applicant.id_kind"), now.id_kind)
    rows = []
    for change in told.changes:
        before = _shown(change.what, change.before, IdKind(was))
        after = _shown(change.what, change.after, now.id_kind)
        hidden = MASKED if before == after else ""
        rows.append((FIELDS.get(change.what, change.what), before, after + hidden))
    return rows


def _shown(what: str, value: str, id_kind: IdKind) -> str:
    if not value:
        return EMPTY
    if what in _MEMBERS:
        return label(_MEMBERS[what](value))
    if what == "applicant.id_number":
        return value if DOCUMENTS[id_kind].organisation else mask_number(value)
    return mask_phone(value) if what.endswith(".phone") else value
