"""复核·督办, 保存期: names of acts, their sentences, refusals."""

from __future__ import annotations

from desktop.domain.supervision.retention import entries as retention
from desktop.domain.supervision.retention.rows import Hold
from desktop.domain.supervision.review import entries as review
from desktop.wording import _
from desktop.wording.labels import label

ACTS: dict[str, str] = {
    "act.reviewed": _("复核行为"),
    "case.assigned": _("改派"),
    "draft.handled": _("改派、释放草稿"),
    "case.hold_set": _("暂停清除"),
    "retention.set": _("设置保存期"),
    "retention.approved": _("批准销毁"),
    "person.asked": _("本人查阅、更正"),
}
REFUSALS: dict[str, str] = {
    "no_retention_terms": _("没有保存期的数据（resources/supervision/retention.json），不能清除。"),
    "retention_years": _("「{item}」保存 {years} 年不行：0（永久）到 {most} 年。"),
    "retention_backups": _("备份保存 {days} 日不行：1 到 {most} 日。"),
    "nothing_to_destroy": _("没有选中要销毁的办件。"),
    "too_many_to_destroy": _("一份清单最多 {most} 件，选了 {count} 件。请分几份办。"),
    "not_to_destroy": _("办件 {case} 现在不能销毁：保存期未满、有暂停清除的事由，或不属本厅。"),
    "destruction_unconfirmed": _("请照样输入「{words}」以确认。销毁后谁也恢复不了。"),
    "not_on_list": _("办件 {case} 不在销毁清单 {list} 上。"),
    "destruction_issued": _("销毁清单 {list} 已出（{paper}），不能再按它销毁，请另拟一份。"),
    "first_needed": _("本厅规定两人销毁：请写明第一人工号（--first），由本人输入密码。"),
    "unknown_destruction": _("没有编号为 {number} 的销毁清单。"),
    "case_purged": _("办件 {case} 的个人信息已经清除。"),
    "person_unproved": _("请写明怎样核实了本人身份，例如「查验身份证原件」。"),
    "person_unnamed": _("请输入证件号码；没有号码的，输入姓名和他的一个办件编号。"),
    "person_not_in_case": _(
        "办件 {case} 的申请人和代理人都不是这个人（姓名或证件号码不符），请核对。"
    ),
    "correction_untold": _("请写明哪里有误、应当是什么。"),
    "given_already": _("已经在{clerk}名下，没有变动。"),
    "unknown_clerk": _("没有工号为「{clerk}」的在岗工作人员。"),
    "cannot_take_cases": _("{clerk}不在窗口办件，不能接手。"),
}
PARTS: dict[str, str] = {
    "answers": _("情形的回答"),
    "ticks": _("材料的勾选"),
    "form": _("申请表的填写"),
    "applicant": _("申请人信息"),
    "delivery": _("寄递地址"),
}


def hold_text(one: Hold) -> str:
    """Why it is kept, and what that is about."""
    return f"{label(one.why)}（{one.told}）"


def years_text(years: int) -> str:
    return _("{n} 年").format(n=years) if years else _("永久")


def lost_text(lost: tuple[tuple[str, int], ...]) -> str:
    """`材料的勾选 5 处、申请表的填写 3 处`."""
    return "、".join(_("{part} {n} 处").format(part=PARTS.get(p, p), n=n) for p, n in lost)


def _looked(told: review.ActLookedAt) -> str:
    return _("{finding}：{note}").format(finding=label(told.finding), note=told.note)


def _assigned(told: review.CaseAssigned) -> str:
    return _("{before} → {to}：{reason}").format(before=told.before, to=told.to, reason=told.reason)


def _handled(told: review.DraftHandled) -> str:
    if told.to:
        return _("草稿 {before} → {to}：{reason}").format(
            before=told.before, to=told.to, reason=told.reason
        )
    lost = lost_text(told.lost) or _("无")
    return _("释放 {before} 的草稿：{reason}；未保存的：{lost}").format(
        before=told.before, reason=told.reason, lost=lost
    )


def _held(told: retention.HoldSet) -> str:
    if not told.held:
        return _("解除暂停清除")
    return _("暂停清除：{ground}").format(ground=label(told.ground))


def _set(told: retention.RetentionSet) -> str:
    own = "、".join(f"{item} {years_text(n)}" for item, n in sorted(told.years.items()))
    two = _("两人") if told.two_persons else _("一人")
    return _("另定：{own}；销毁{two}；备份 {days} 日；{reason}").format(
        own=own or _("无"), two=two, days=told.backup_days, reason=told.reason
    )


def _approved(told: retention.DestructionApproved) -> str:
    by = told.second or (_("单人，理由：{why}").format(why=told.alone) if told.alone else _("无"))
    return _("{n} 件：{reason}；第二人 {by}").format(n=len(told.cases), reason=told.reason, by=by)


def _asked(told: retention.PersonAsked) -> str:
    wish = label(told.wish)
    outcome = label(told.outcome)
    return _("{wish}：{outcome}；办件 {n} 件；文书 {paper}").format(
        wish=wish, outcome=outcome, n=told.held.get("case", 0), paper=told.paper
    )


SENTENCES = (_looked, _assigned, _handled, _held, _set, _approved, _asked)
