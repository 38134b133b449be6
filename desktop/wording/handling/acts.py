"""Acts between 受理 and 办结, each in one sentence for histories and logs (`wording.acts` knows
them by their argument's type). And under which article each clock runs, which is 行政许可法's for 行政许可 alone.
"""

from __future__ import annotations

from desktop.domain.cases.entries import Term
from desktop.domain.guidance.terms import ItemType
from desktop.domain.handling import batches, changes
from desktop.domain.handling import entries as handling
from desktop.domain.handling.entries import Clock
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.papers import day_text, due_text

ACTS: dict[str, str] = {
    "case.procedure_started": _("特别程序开始"),
    "case.procedure_ended": _("特别程序结束"),
    "case.technical_requested": _("委托技术审查"),
    "case.technical_given": _("出具技术意见"),
    "case.reviewed": _("审查"),
    "case.extended": _("延长期限"),
    "case.decided": _("作出决定"),
    "case.produced": _("制证"),
    "case.delivered": _("送达办结"),
    "case.due_changed": _("到期日重算"),
    "case.overdue_explained": _("逾期说明"),
    "case.terminated": _("终止办理"),
    "case.acceptance_revoked": _("撤销受理"),
    "case.transferred": _("转办"),
    "case.amended": _("更正"),
    "case.reissued": _("补办"),
    "case.contact_set": _("指定联系人"),
    "case.act_reviewed": _("复核"),
    "materials.handed_over": _("移送材料"),
    "materials.taken_over": _("清点材料"),
}

ARTICLES: dict[Clock, str] = {
    Clock.NOTICE: _("行政许可法第三十二条第一款第四项、第八十二条"),
    Clock.CORRECTION: _("行政许可法第三十二条第一款第四项、第五项"),
    Clock.DECISION: _("行政许可法第四十二条、第八十二条"),
    Clock.PROMISE: _("优化营商环境条例第三十六条"),
    Clock.TECHNICAL: _("审批与技术审查相分离：技术审查自有期限"),
    Clock.PROCEDURE: _("行政许可法第四十五条"),
    Clock.DELIVERY: _("行政许可法第四十四条、第八十二条"),
}
OTHERWISE: dict[Clock, str] = {
    **ARTICLES,
    Clock.NOTICE: "",
    Clock.CORRECTION: _("一次性告知（优化营商环境条例第三十六条）"),
    Clock.DECISION: _("本事项规定的办理期限"),
    Clock.PROCEDURE: _("本事项规定的不计入期限的程序"),
    Clock.DELIVERY: _("本事项规定的送达期限"),
}


def article(clock: Clock, item_type: str) -> str:
    """On what the clock rests."""
    return (ARTICLES if item_type == ItemType.LICENCE else OTHERWISE)[clock]


FIELDS: dict[str, str] = {
    "applicant.kind": _("申请人类型"),
    "applicant.name": _("申请人名称"),
    "applicant.id_kind": _("证件类型"),
    "applicant.id_number": _("证件号码"),
    "applicant.nationality": _("国籍"),
    "applicant.phone": _("电话"),
    "applicant.address": _("地址"),
    "applicant.legal_representative": _("法定代表人（负责人）"),
    "delivery.way": _("领取方式"),
    "delivery.receiver": _("收件人"),
    "delivery.phone": _("收件电话"),
    "delivery.address": _("收件地址"),
}
"""What 更正 may put right, as papers and the log name it."""


def amount(term: Term) -> str:
    """`5 个工作日`, `20 日`, `3 个月`; empty for no limit."""
    if term.value is None:
        return ""
    return f"{term.value} {term.unit}" if term.unit == "日" else f"{term.value} 个{term.unit}"


def procedure_started(told: handling.ProcedureStarted) -> str:
    needed = amount(told.needed)
    return _("{kind}自 {day} 起，需要 {needed}，预计至 {due}").format(
        kind=told.procedure, day=day_text(told.starts_on), needed=needed, due=due_text(told.needed)
    )


def procedure_ended(told: handling.ProcedureEnded) -> str:
    parts = [_("至 {day} 止（首尾两日均不计）").format(day=day_text(told.ends_on)), told.result]
    if told.statutory.due:
        parts.append(_("法定至 {due}").format(due=due_text(told.statutory)))
    return "；".join(parts)


def technical_requested(told: handling.TechnicalRequested) -> str:
    return _("第 {n} 件，委托 {to}：{subject}，至 {due}").format(
        n=told.number, to=told.to, subject=told.subject, due=due_text(told.due)
    )


def technical_given(told: handling.TechnicalGiven) -> str:
    return _("第 {n} 件：{conclusion}").format(n=told.number, conclusion=label(told.conclusion))


def reviewed(told: handling.Reviewed) -> str:
    parts = [f"{told.step}：{label(told.conclusion)}", "、".join(told.persons)]
    if told.substantive:
        parts.append(_("实质核查"))
    return "；".join(part for part in parts if part)


def extended(told: handling.Extended) -> str:
    return _("延长 {by}，至 {due}；{approver}批准；{reason}").format(
        by=amount(told.by), due=due_text(told.statutory), approver=told.approver, reason=told.reason
    )


def decided(told: handling.Decided) -> str:
    result = _("准予") if told.granted else _("不予")
    parts = [f"{day_text(told.decided_on)}{result}", told.article]
    parts.append(
        _("经办 {handler}，签发 {signer}").format(handler=told.handler, signer=told.signer)
    )
    if told.delivery.due:
        parts.append(_("送达至 {due}").format(due=due_text(told.delivery)))
    return "；".join(part for part in parts if part)


def produced(told: handling.Produced) -> str:
    until = day_text(told.valid_until) if told.valid_until else _("长期")
    return _("{name} {number}，有效期至 {until}").format(
        name=told.name, number=told.number, until=until
    )


def delivered(told: handling.Delivered) -> str:
    parts = [label(told.way), "、".join(told.papers)]
    if told.way is handling.DeliveryWay.COUNTER:
        parts.append(_("领取人：{who}").format(who=label(told.relation)))
    if told.waybill:
        parts.append(_("运单 {waybill}").format(waybill=told.waybill))
    if told.returned:
        parts.append(_("退还原件 {n} 项").format(n=len(told.returned)))
    return "；".join(part for part in parts if part)


def due_changed(told: handling.DueChanged) -> str:
    return _("{clock}：{before} → {after}；{reason}").format(
        clock=label(told.clock),
        before=due_text(told.before),
        after=due_text(told.after),
        reason=told.reason,
    )


def overdue_explained(told: handling.OverdueExplained) -> str:
    until = _("，将于 {day} 前办结").format(day=day_text(told.until)) if told.until else ""
    return (
        _("{clock}应于 {due} 届满：{reason}").format(
            clock=label(told.clock), due=day_text(told.due), reason=told.reason
        )
        + until
    )


def terminated(told: changes.Terminated) -> str:
    return _("{ground}；{reason}；退还 {n} 项").format(
        ground=label(told.ground), reason=told.reason, n=len(told.returned)
    )


def acceptance_revoked(told: changes.AcceptanceRevoked) -> str:
    return "；".join(part for part in (told.reason, told.article) if part)


def transferred(told: changes.Transferred) -> str:
    where = told.to_case or told.organ
    return _("转到 {where}；{reason}；材料 {n} 项随转").format(
        where=where, reason=told.reason, n=len(told.carried)
    )


def amended(told: changes.Amended) -> str:
    names = "、".join(FIELDS.get(name, name) for name in told.fields)
    return f"{names}；{told.reason}"


def reissued(told: changes.Reissued) -> str:
    return f"{label(told.ground)}；{told.reason}"


def contact_set(told: changes.ContactSet) -> str:
    return f"{told.name} {told.phone}".strip()


def act_reviewed(told: changes.ActReviewed) -> str:
    return f"{label(told.finding)}；{told.note}"


def materials_handed_over(told: batches.MaterialsHandedOver) -> str:
    return _("移送 {to}，{n} 件办件").format(to=told.to, n=len(told.lines))


def materials_taken_over(told: batches.MaterialsTakenOver) -> str:
    parts = [_("清点人 {by}").format(by=told.by)]
    if told.missing:
        parts.append(_("缺 {n} 件").format(n=len(told.missing)))
    if told.differences:
        parts.append(_("差异：{text}").format(text=told.differences))
    return "；".join(parts)


SENTENCES = (
    procedure_started, procedure_ended, technical_requested, technical_given, reviewed, extended,
    decided, produced, delivered, due_changed, overdue_explained, terminated, acceptance_revoked,
    transferred, amended, reissued, contact_set, act_reviewed, materials_handed_over,
    materials_taken_over,
)  # fmt: skip
