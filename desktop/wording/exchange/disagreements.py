"""Refusals about disagreements and the hall a case belongs to."""

from __future__ import annotations

from desktop.wording import _

REFUSALS: dict[str, str] = {
    "two_checkers_or_reason": _(
        "对实质内容的核查应当由两人以上进行（{article}）。请写另一人的姓名；本厅只有一人的，写明理由，"
        "联网后由主管复核。"
    ),
    "main_hall_only": _("这一项由主厅的主管设置，分厅不能自己改。"),
    "no_disagreement": _("没有这一处分歧，可能刚随联网交换变化了。请回到列表再看。"),
    "disagreement_settled": _("这一处分歧已由 {clerk} 处理过，不能再改；有新情况请写进办件更正。"),
    "case_of_other_hall": _(
        "办件 {case} 属于「{hall}」，本厅不能替它办理。要接过来办，请该厅办理移交；只是代收材料的，登记后"
        "随交接单送过去即可。"
    ),
    "hand_over_pending": _("办件 {case} 已移交「{hall}」（移交单 {sheet}），等对方接收。"),
    "hand_over_nowhere": _("没有这个大厅，或它还没有加入联网中心。请先联网一次再选。"),
    "hand_over_ended": _("办件 {case} 已经结束，不必移交。"),
    "not_handed_here": _("这个办件没有移交给本厅，不能接收。请核对移交单。"),
    "no_case_key": _(
        "本厅没有打开「{subject}」个人信息的钥匙，不能在上面写个人信息。请由所属大厅办理，或先移交。"
    ),
    "own_case_collected": _("办件 {case} 就是本厅的，请直接补收材料。"),
    "done_missing": _("请写明已经怎样处理，例如：已告知申请人以先受理的为准，收回另一份文书。"),
}
RUNS_ON = _(
    "自接收大厅签收之时起，所列办件归接收大厅办理；原收件日、受理日和办理期限不变，继续计算。"
    "申请人手中的凭证和编号仍然有效。"
)
