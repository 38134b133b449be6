"""Words of custody: labels, acts in one sentence, refusals, and the sentences of its papers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.cases.papers import PaperKind
from desktop.domain.custody.alarm import Turn, Urgency
from desktop.domain.custody.entries import (
    AloneReviewed,
    Counted,
    CustodyRuleSet,
    Found,
    PaperRefused,
    ParcelOpened,
    ParcelSealed,
    ParcelUnsealed,
    PieceKind,
    PieceMoved,
    PieceRegistered,
)
from desktop.domain.custody.misdelivery import (
    DataKind,
    Follow,
    Harm,
    Misdelivered,
    MisdeliveryFollowed,
)
from desktop.domain.custody.moves import Motion, Whereabouts
from desktop.wording import _

CUSTODY: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Whereabouts: {
        Whereabouts.APPLICANT: "申请人处",
        Whereabouts.WINDOW: "窗口",
        Whereabouts.BAG: "已封袋",
        Whereabouts.COURIER: "快递途中",
        Whereabouts.HALL: "到厅",
        Whereabouts.BACK_OFFICE: "后台",
        Whereabouts.RETURNED: "已归还",
        Whereabouts.ASTRAY: "误投他人",
        Whereabouts.LOST: "丢失",
    },
    Motion: {
        Motion.TAKE_IN: "窗口收下",
        Motion.ARRIVE: "寄达大厅",
        Motion.MAKE: "制成",
        Motion.TO_WINDOW: "送到窗口",
        Motion.TO_BACK_OFFICE: "送后台",
        Motion.SEAL: "封入袋中",
        Motion.UNSEAL: "拆封取出",
        Motion.SEND: "交承运人",
        Motion.GIVE_BACK: "归还申请人",
        Motion.STRAY: "误投",
        Motion.LOSE: "登记丢失",
        Motion.FIND: "找到",
    },
    PieceKind: {PieceKind.ORIGINAL: "原件", PieceKind.RESULT: "结果文书"},
    Found: {
        Found.AS_TOLD: "相符",
        Found.MISSING: "缺少",
        Found.EXTRA: "多出",
        Found.OTHER_COUNT: "份页不符",
        Found.DAMAGED: "破损",
    },
    DataKind: {
        DataKind.IDENTITY: "身份信息",
        DataKind.CONTACT: "联系方式",
        DataKind.ADDRESS: "住址",
        DataKind.PROPERTY: "财产、账户",
        DataKind.HEALTH: "健康信息",
        DataKind.MINOR: "未成年人信息",
        DataKind.OTHER: "其他个人信息",
    },
    Harm: {Harm.AVERTED: "已有效避免", Harm.SLIGHT: "轻微", Harm.GRAVE: "较大"},
    Follow: {
        Follow.TOLD: "告知个人",
        Follow.REPORTED: "报告监管部门",
        Follow.RECALLED: "召回件已回",
        Follow.RESENT: "另行补寄",
        Follow.CLOSED: "结案",
    },
    Urgency: {Urgency.OVERDUE: "已逾期", Urgency.SOON: "将到期", Urgency.QUIET: "正常"},
    Turn: {
        Turn.WINDOW: "窗口办",
        Turn.BACK_OFFICE: "后台办",
        Turn.CARRIER: "催承运人",
        Turn.SUPERVISOR: "主管处置",
    },
}
ACTS: dict[str, str] = {
    "piece.registered": _("登记保管件"),
    "piece.moved": _("保管件流转"),
    "shipment.sealed": _("封袋"),
    "shipment.unsealed": _("拆封"),
    "shipment.paper_refused": _("拒装错件"),
    "shipment.opened": _("开拆清点"),
    "shipment.alone_reviewed": _("复核单人封拆"),
    "shipment.misdelivered": _("登记错寄"),
    "shipment.misdelivery_followed": _("处置错寄"),
    "hall.custody_rule_set": _("设置封拆规则"),
}
REFUSALS: dict[str, str] = {
    "no_such_motion": _("这一件现在在「{at}」，不能「{motion}」。"),
    "motion_of_parcel": _("「{motion}」由封袋、交接、开拆自动记录，不能手工登记。"),
    "unknown_piece": _("没有编号为 {piece} 的保管件，请重扫标签。"),
    "nothing_to_register": _("办件 {case} 没有可登记的原件，或已登记过。"),
    "wrong_paper": _("{scanned} 不属于这个包裹，不能装入。请核对面单，放回它自己的办件。"),
    "scanned_already": _("「{name}」已经扫过，没有重复计入。"),
    "papers_not_scanned": _("还没扫到：{names}。全部扫到才能封袋；确实不寄的，先按 F8 更正内件。"),
    "nothing_to_seal": _("快件 {shipment} 还没有内件，请先按 F8 更正补上。"),
    "bag_missing": _("请扫描或输入封签号。"),
    "bag_in_use": _("封签号 {bag} 已用于快件 {shipment}，请换一个新袋。"),
    "parcel_sealed": _("快件 {shipment} 已封袋（封签 {bag}），要改内件请先拆封并写明理由。"),
    "parcel_not_sealed": _("快件 {shipment} 装有原件或证照，本厅规定先封袋（Ctrl+E）再交承运人。"),
    "parcel_open": _("快件 {shipment} 没有封袋，不用拆封。"),
    "opened_already": _("快件 {shipment} 已经开拆清点过，记录不能改写。"),
    "parcel_not_here": _("快件 {shipment} 还没有到大厅，不能开拆清点。"),
    "counted_without_name": _("多出的一项要写明是什么，份数页数不能小于零。"),
    "damage_untold": _("「{name}」破损，请写明损坏的情况。"),
    "second_is_first": _("第二人不能是本人，请另一位工作人员签名。"),
    "second_missing": _(
        "本厅规定两人在场：请第二人输入工号和 PIN，或写明单人办理的理由（事后复核）。"
    ),
    "second_needed": _("本厅规定两人在场，不得单人办理：请第二人输入工号和 PIN。"),
    "misdelivery_incomplete": _("错寄处置记录还缺：{part}。"),
    "persons_must_be_told": _("只有措施能有效避免危害时才可以不告知个人，请改为告知。"),
    "misdelivered_already": _("快件 {shipment} 的错寄已登记，请在原记录上继续处置。"),
    "not_sent_out": _("快件 {shipment} 还没有寄出，不算错寄。"),
    "no_misdelivery": _("快件 {shipment} 没有登记错寄。"),
    "step_done": _("「{step}」已登记过，或已结案。"),
    "before_finding": _("{on} 早于发现错寄的日子 {found}，请核对。"),
    "misdelivery_open": _("还不能结案，尚未完成：{steps}。"),
    "resend_unknown": _("补寄的快件 {shipment} 不存在，请先新建。"),
}
PARTS: dict[str, str] = {
    "kinds": _("信息种类"),
    "to": _("误收人"),
    "owner": _("材料所属的人"),
    "cause": _("原因"),
    "consequence": _("可能造成的危害"),
    "measures": _("补救措施"),
    "relief": _("个人可采取的减轻措施"),
    "contact": _("联系方式"),
}
SUBTITLES: dict[PaperKind, str] = {
    PaperKind.COUNT: _("开拆时当场清点，与寄件清单逐项对照"),
    PaperKind.MISDELIVERY: _("个人信息保护法第五十七条处置记录，保存不少于三年"),
}
HOLDERS: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.COUNT: (_("附卷存档"), _("通知寄件人")),
    PaperKind.MISDELIVERY: (_("附卷存档"), _("信息保护负责人留存")),
    PaperKind.MISDELIVERY_NOTICE: (_("交本人"), _("附卷存档")),
}
SIGNERS: dict[PaperKind, tuple[str, str]] = {
    PaperKind.HANDOVER: (_("揽收员（签字）"), _("揽收时刻")),
    PaperKind.COUNT: (_("清点人（签字）"), _("签字时刻")),
    PaperKind.MISDELIVERY: (_("负责人（签字）"), _("签字时刻")),
}
HANDED_OVER = _("上列快件经双方当面清点，数量、封装与本单所载一致；差异已在「差异」栏注明。")
PRIVACY_OF_PARCELS = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "为送达文书和退还材料，向承运人提供寄递所必需的收件人信息；本单收件人已作掩码，承运人不得移作他用，"
    "提供情况的记录保存三年以上。收件人有权查阅、更正本人信息并提出投诉。"
)
PRIVACY = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "本记录依该法第五十五条至第五十七条制作，含个人信息的部分加密保存；个人信息保护影响评估和处理情况记录"
    "自本日起保存不少于三年。"
)
COUNTED = _(
    "上列各项在开拆时当场逐件清点，所载与实物一致；差异已逐项注明。清点人和在场人签字后，"
    "一联附卷，一联通知寄件人。"
)
ARTICLE_57 = _(
    "依据《中华人民共和国个人信息保护法》第五十七条，发生个人信息泄露的，应当立即采取补救措施，"
    "并通知履行个人信息保护职责的部门和个人。"
)
NOTICE_LEAD = _(
    "您好：本机关寄送文书时发生错寄，可能使您的个人信息被他人知悉，谨此致歉，并依据《中华人民共和国"
    "个人信息保护法》第五十七条告知如下。"
)


def label_of(member: StrEnum) -> str:
    return _(CUSTODY[type(member)][member])


def registered(told: PieceRegistered) -> str:
    parcel = _("，随快件 {n}").format(n=told.shipment) if told.shipment else ""
    return f"{label_of(told.kind)}：{told.name}，{label_of(told.motion)}{parcel}"


def moved(told: PieceMoved) -> str:
    parts = [label_of(told.motion), _parcel(told.shipment), _bag(told.bag), _by(told.second)]
    return "；".join(part for part in parts if part)


def sealed(told: ParcelSealed) -> str:
    inside = _("保管件 {n} 件").format(n=len(told.pieces))
    parts = [_bag(told.bag), inside, _by(told.second), _alone(told.alone)]
    return "；".join(part for part in parts if part)


def unsealed(told: ParcelUnsealed) -> str:
    parts = [_bag(told.bag), _("理由：{text}").format(text=told.reason), _by(told.second)]
    return "；".join(part for part in (*parts, _alone(told.alone)) if part)


def refused(told: PaperRefused) -> str:
    return _("{number}（办件 {case}）不属于本包裹，未装入").format(
        number=told.number, case=told.case or "—"
    )


def opened(told: ParcelOpened) -> str:
    odd = [line for line in told.counted if line.found is not Found.AS_TOLD]
    found = "、".join(map(counted_text, odd)) or _("与清单相符")
    broken = "" if told.intact else _("封签破损")
    parts = [_("{n} 项").format(n=len(told.counted)), found, broken, _bag(told.bag)]
    return "；".join(part for part in (*parts, _by(told.second), _alone(told.alone)) if part)


def reviewed(told: AloneReviewed) -> str:
    return _("意见：{text}").format(text=told.note)


def rule_set(told: CustodyRuleSet) -> str:
    yes, no = _("是"), _("否")
    pairs = (
        (_("原件须封袋"), told.sealing_required),
        (_("封袋须两人"), told.two_to_seal),
        (_("开拆须两人"), told.two_to_open),
        (_("可单人并说明理由"), told.alone_allowed),
    )
    return "；".join(f"{words}：{yes if on else no}" for words, on in pairs)


def misdelivered(told: Misdelivered) -> str:
    kinds = "、".join(map(label_of, told.kinds))
    return _("内件 {n} 项；{kinds}；危害{harm}").format(
        n=len(told.contents), kinds=kinds, harm=label_of(told.harm)
    )


def followed(told: MisdeliveryFollowed) -> str:
    resend = _("，补寄快件 {n}").format(n=told.resend) if told.resend else ""
    return f"{label_of(told.step)} {told.on.isoformat()}{resend}"


def counted_text(line: Counted) -> str:
    """`食品经营许可证（缺少）`."""
    return f"{line.name}（{label_of(line.found)}）"


def _parcel(number: str) -> str:
    return _("快件 {n}").format(n=number) if number else ""


def _bag(bag: str) -> str:
    return _("封签 {bag}").format(bag=bag) if bag else ""


def _by(second: str) -> str:
    return _("第二人 {code}").format(code=second) if second else ""


def _alone(reason: str) -> str:
    return _("单人办理：{text}").format(text=reason) if reason else ""


SENTENCES = (
    registered, moved, sealed, unsealed, refused, opened, reviewed, rule_set, misdelivered,
    followed,
)  # fmt: skip
