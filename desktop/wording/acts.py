"""Each kind of entry → its act's name; each payload → one sentence of detail.

Histories and logs share them. A sentence never holds personal data: the log has columns for the
applicant, masked or not, and everything else personal stays in the case.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from desktop.domain.advice.entries import ConsultationLogged, Shown
from desktop.domain.cases import entries as cases
from desktop.domain.cases.papers import PaperIssued, PaperPrinted
from desktop.domain.cases.tick import Check
from desktop.domain.days import entries as days
from desktop.domain.halls import entries as halls
from desktop.domain.packs import entries as packs
from desktop.domain.supervision.entries import LogExported
from desktop.wording import _, carrying, custody
from desktop.wording import courier as parcels
from desktop.wording.arrivals import acts as arrivals
from desktop.wording.billing import words as billing
from desktop.wording.closing import acts as closing
from desktop.wording.days import rule_detail, year_detail
from desktop.wording.exchange import acts as exchange
from desktop.wording.guidance import promises
from desktop.wording.guidance.packs import PARTS, proposed, rule_set, settled
from desktop.wording.guidance.savings import summary
from desktop.wording.handling import acts as course
from desktop.wording.labels import label
from desktop.wording.licences import acts as licensing
from desktop.wording.papers import HAND_IN, day_text, due_text
from desktop.wording.parcels import addresses, coverage, messages
from desktop.wording.supervision import oversight
from desktop.wording.themes import acts as themes
from desktop.wording.troubles import acts as troubles

ACTS: dict[str, str] = {
    "station.opened": _("启用本机"),
    **closing.ACTS,
    "authority.set": _("设置办理权限"),
    "item.published": _("发布事项"),
    "part.published": _("发布目录资料"),
    "hall.publishing_rule_set": _("设置发布复核"),
    "items.proposed": _("提交事项包待复核"),
    "items.proposal_settled": _("复核事项包"),
    "calendar.published": _("发布日历"),
    "calendar.rule_set": _("设置计日规则"),
    "visit.started": _("接待开始"),
    "visit.ended": _("接待结束"),
    "consultation.logged": _("咨询"),
    "case.received": _("收件"),
    "case.supplemented": _("补收材料"),
    "case.accepted": _("受理"),
    "case.settled": _("当场办结"),
    "case.collected": _("代收"),
    "case.correction_noticed": _("补正告知"),
    "case.refused": _("不予受理"),
    "case.withdrawn": _("撤回"),
    "case.revealed": _("查看个人信息"),
    "case.purged": _("清除个人信息"),
    **course.ACTS,
    **parcels.ACTS,
    **troubles.ACTS,
    **custody.ACTS,
    **arrivals.ACTS,
    **carrying.ACTS,
    **billing.ACTS,
    **themes.ACTS,
    **addresses.ACTS,
    **coverage.ACTS,
    **promises.ACTS,
    "paper.issued": _("出具文书"),
    "paper.printed": _("打印文书"),
    **licensing.ACTS,
    **exchange.ACTS,
    "log.exported": _("导出日志"),
    **oversight.ACTS,
}
OUTCOMES = {"served": _("已办理"), "advised": _("已咨询"), "left": _("离开")}


def act_name(kind: str) -> str:
    """The act's name; a kind that this release does not know stands for itself."""
    return ACTS.get(kind, kind)


@singledispatch
def detail(payload: Any) -> str:
    """One sentence on what was done; empty for a payload this release does not know."""
    return ""


for _say in (
    *course.SENTENCES,
    *parcels.SENTENCES,
    *troubles.SENTENCES,
    *custody.SENTENCES,
    *arrivals.SENTENCES,
    *carrying.SENTENCES,
    *billing.SENTENCES,
    *licensing.SENTENCES,
    *promises.SENTENCES,
    *themes.SENTENCES,
    *exchange.SENTENCES,
    *closing.SENTENCES,
    *oversight.SENTENCES,
    addresses.saved,
    addresses.removed,
    coverage.coverage_set,
    messages.prepared,
):
    detail.register(_say)


@detail.register
def _station(told: halls.StationOpened) -> str:
    after = _("，接续 {device}").format(device=told.follows) if told.follows else ""
    return (
        _("{hall} {window}，设备 {device}").format(
            hall=told.hall_name, window=told.window, device=told.device
        )
        + after
    )


@detail.register
def _authority(told: halls.AuthoritySet) -> str:
    organ = _("，代 {organ} 收").format(organ=told.organ) if told.organ else ""
    return f"{told.item}：{label(told.authority)}{organ}"


@detail.register
def _item(told: halls.ItemPublished) -> str:
    first = _("，{day} 起").format(day=told.in_force_from) if told.in_force_from else ""
    last = _("，至 {day} 止").format(day=told.in_force_until) if told.in_force_until else ""
    return _("{item}，来源 {source}").format(item=told.item, source=told.source) + first + last


@detail.register
def _part(told: packs.PartPublished) -> str:
    return _("{part} {id}，来源 {source}").format(
        part=PARTS[told.part], id=told.id, source=told.source
    )


detail.register(packs.PublishingRuleSet, rule_set)
detail.register(packs.ItemsProposed, proposed)
detail.register(packs.ProposalSettled, settled)
detail.register(days.YearPublished, year_detail)
detail.register(days.CountingRuleSet, rule_detail)


@detail.register
def _visit(told: cases.VisitStarted) -> str:
    ticket = _("，排队号 {ticket}").format(ticket=told.ticket) if told.ticket else ""
    return _("{window} 窗口").format(window=told.window) + ticket


@detail.register
def _visit_over(told: cases.VisitEnded) -> str:
    inside = _("，办件 {cases}").format(cases="、".join(told.cases)) if told.cases else ""
    return OUTCOMES.get(told.outcome, told.outcome) + inside


@detail.register
def _consulted(told: ConsultationLogged) -> str:
    subject = f"{told.id} {told.name}" if told.shown is not Shown.NOTHING else label(told.shown)
    minutes = _("{n} 分钟").format(n=told.minutes) if told.minutes else ""
    parts = [f"{label(told.by)}：{subject}", label(told.answered), minutes]
    return "；".join(part for part in parts if part)


@detail.register
def _received(told: cases.CaseReceived) -> str:
    counted = _("材料共列 {listed} 项、应交 {due} 项、收到 {n} 项").format(
        listed=told.listed, due=told.to_submit, n=_handed_in(told.lines)
    )
    waybill = _("，运单 {waybill}").format(waybill=told.waybill) if told.waybill else ""
    saved = _("；减免：{ledger}").format(ledger=summary(told.savings)) if told.savings else ""
    return f"{label(told.channel)}{waybill}；{counted}{saved}"


@detail.register
def _supplemented(told: cases.CaseSupplemented) -> str:
    names = "、".join(
        line.name + ("" if line.tick.check is Check.RECEIVED else f"（{label(line.tick.check)}）")
        for line in told.lines
    )
    return f"{label(told.channel)}：{names or _('材料无变化')}"


@detail.register
def _accepted(told: cases.CaseAccepted) -> str:
    parts = [_("受理日 {day}").format(day=day_text(told.accepted_on))]
    if told.statutory.due:
        parts.append(_("法定至 {due}").format(due=due_text(told.statutory)))
    if told.promised.due:
        parts.append(_("承诺至 {due}").format(due=due_text(told.promised)))
    if told.silent:
        parts.append(_("逾期未告知补正，自收到之日起视为受理"))
    if told.deferred:
        until = day_text(told.deferred_until)
        parts.append(_("容缺 {n} 项，补至 {day}").format(n=len(told.deferred), day=until))
    return "；".join(parts)


@detail.register
def _settled(told: cases.CaseSettled) -> str:
    return _("{day}当场办结：{result}").format(
        day=day_text(told.accepted_on), result=told.result or _("无结果文书")
    )


@detail.register
def _collected(told: cases.CaseCollected) -> str:
    return _("代 {organ} 收").format(organ=told.organ)


@detail.register
def _noticed(told: cases.CorrectionNoticed) -> str:
    found = "、".join(f"{one.name}（{label(one.fault)}）" for one in told.defects)
    again = (_("再次告知，") if told.second else "") + (_("逾期告知，") if told.late else "")
    until = _("，约定 {day}").format(day=day_text(told.by)) if told.by else ""
    way = HAND_IN.get(told.hand_in, told.hand_in)
    return _("{again}{n} 项：{found}；{way}{until}").format(
        again=again, n=len(told.defects), found=found, way=way, until=until
    )


@detail.register
def _refused(told: cases.CaseRefused) -> str:
    parts = [label(told.ground), told.article]
    if told.competent_organ:
        parts.append(_("主管机关 {organ}").format(organ=told.competent_organ))
    return "；".join(part for part in parts if part)


@detail.register
def _withdrawn(told: cases.CaseWithdrawn) -> str:
    return _("{reason}；退还 {n} 项").format(reason=told.reason, n=len(told.returned))


@detail.register
def _revealed(told: cases.PersonalRevealed) -> str:
    return _("查看 {field}，理由：{reason}").format(field=told.field, reason=told.reason)


@detail.register
def _purged(told: cases.CasePurged) -> str:
    return _("理由：{reason}").format(reason=told.reason)


@detail.register
def _issued(told: PaperIssued) -> str:
    return f"{label(told.kind)} {told.number}（{told.page}）"


@detail.register
def _printed(told: PaperPrinted) -> str:
    again = _("，补打第 {n} 次").format(n=told.reprint) if told.reprint else ""
    message = f"：{told.message}" if told.message else ""
    return (
        _("{outcome}，{n} 份").format(outcome=label(told.outcome), n=told.copies) + again + message
    )


@detail.register
def _exported(told: LogExported) -> str:
    shown = _("，未掩码，理由：{reason}").format(reason=told.reason) if told.personal else ""
    return (
        _("{first} 至 {last}，{format}，{rows} 行，sha256 {sha}").format(
            first=day_text(told.first),
            last=day_text(told.last),
            format=told.format,
            rows=told.rows,
            sha=told.sha256[:16],
        )
        + shown
    )


def _handed_in(lines: Iterable[cases.SheetLine]) -> int:
    return sum(line.tick.check is Check.RECEIVED for line in lines)
