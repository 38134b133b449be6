"""Sentences of the papers, and dates, limits and people as papers write them. Articles of 行政许可法
stand in sentences that a paper prints for 行政许可 alone (`is_licence`).
"""

from __future__ import annotations

from datetime import date, datetime

from desktop.domain.cases.entries import SheetLine, Term
from desktop.domain.cases.naming.papers import title
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.cases.tick import Check, Kept
from desktop.domain.courier.entries import Content
from desktop.domain.days import BEIJING
from desktop.domain.identity.documents import DOCUMENTS, IdKind
from desktop.domain.identity.masking import mask_number, mask_phone
from desktop.domain.identity.party import Agent, Party
from desktop.wording import _, custody
from desktop.wording.closing import papers as office
from desktop.wording.labels import label
from desktop.wording.licences.used import receipt_text
from desktop.wording.supervision import retention
from desktop.wording.troubles import letters

LICENCE = "行政许可"

SUBTITLES: dict[PaperKind, str] = {
    PaperKind.ADVANCE: _("尚未收取任何材料，不作为收件或者受理凭证"),
    PaperKind.RECEIPT: _("仅证明收到材料，不代表受理"),
    PaperKind.CORRECTION: _("一次性告知全部补正内容"),
    PaperKind.COLLECTION: _("仅证明代为收取材料，不代表受理"),
    PaperKind.THEME: _("一次告知、一次受理、一次送达"),
    PaperKind.LEDGER: _("计入与不计入期限的日子逐日列明"),
    PaperKind.DEFERRAL: _("一次性告知，一式两份"),
    PaperKind.SUPPORT: _("仅为测算，不是决定，也不是应得额"),
    **letters.SUBTITLES,
    **custody.SUBTITLES,
    **office.SUBTITLES,
    **retention.SUBTITLES,
}
HOLDERS: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.HANDOVER: (_("大厅留存"), _("承运人留存")),
    **office.HOLDERS,
    PaperKind.SPOT: (_("窗口存档"), _("交申请人")),
    PaperKind.DELIVERY: (_("附卷存档"), _("交受送达人")),
    PaperKind.MATERIALS: (_("窗口留存"), _("承办机构留存")),
    PaperKind.FORM: (_("随申请材料提交"),),
    PaperKind.DEFERRAL: (_("交申请人"), _("窗口存档")),
    PaperKind.DEFERRAL_PROMISE: (_("附卷存档"),),
    PaperKind.COMMITMENT: (_("附卷存档"),),
    **letters.HOLDERS,
    **custody.HOLDERS,
    **retention.HOLDERS,
}
HOLDER_OF_OTHERS = (_("交申请人"), _("窗口存档"), _("承办机构留存"))
SIGNERS: dict[PaperKind, tuple[str, str]] = {
    PaperKind.SPOT: (_("申请人（签字）"), _("签字时刻")),
    PaperKind.MATERIALS: (_("接收人（签字）"), _("接收时刻")),
    PaperKind.DEFERRAL_PROMISE: (_("承诺人（签字）"), _("签字时刻")),
    PaperKind.COMMITMENT: (_("承诺人（签字）"), _("签字时刻")),
    **letters.SIGNERS,
    **custody.SIGNERS,
    **office.SIGNERS,
    **retention.SIGNERS,
}
SIGNER_OF_OTHERS = (_("签收人（签字）"), _("签收时刻"))

SEAL = _("未加盖专用印章无效")
PREVIEW = _("预览—无效")
END = _("（以下空白）")
NONE = _("无")

ACCEPTED_BY_LAW = _(
    "申请事项属于本机关职权范围，申请材料齐全、符合法定形式。依据《中华人民共和国行政许可法》"
    "第三十二条第一款第（五）项的规定，决定予以受理。"
)
ACCEPTED = _("申请事项属于本机关职权范围，申请材料齐全、符合规定形式，予以受理。")
DEFERRED_BY_LAW = _(
    "申请事项属于本机关职权范围，主要申请材料齐全、符合法定形式，其余材料经申请人书面承诺容缺后补。依据"
    "《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，决定予以受理。"
)
DEFERRED = _(
    "申请事项属于本机关职权范围，主要申请材料齐全、符合规定形式，其余材料经申请人书面承诺容缺后补，"
    "予以受理。"
)
SILENT_BY_LAW = _(
    "本机关收到申请材料后，未在五个工作日内一次告知需要补正的全部内容。依据《中华人民共和国行政许可法》"
    "第三十二条第一款第（四）项的规定，自收到申请材料之日（{day}）起即为受理，办理期限自该日起算；"
    "现以本通知书书面确认。"
)
SETTLED_BY_LAW = _(
    "申请材料齐全、符合法定形式，能够当场作出决定。依据《中华人民共和国行政许可法》"
    "第三十四条第二款的规定，当场作出书面决定。"
)
SETTLED = _("申请材料齐全、符合规定形式，能够当场办结，已当场办理完毕。")
CORRECT_BY_LAW = _(
    "提交的申请材料不齐全或者不符合法定形式。依据《中华人民共和国行政许可法》第三十二条第一款"
    "第（四）项的规定，现将需要补正的全部内容一次告知，共 {count} 项。"
)
CORRECT = _(
    "提交的申请材料不齐全或者不符合规定形式。现将需要补正的全部内容一次告知，共 {count} 项。"
)
CORRECTED_BY_LAW = _(
    "按照本告知书提交全部补正材料的，本机关依据《中华人民共和国行政许可法》第三十二条第一款"
    "第（五）项的规定予以受理。"
)
CORRECTED = _("按照本告知书提交全部补正材料的，本机关予以受理。")
SECOND = _("本告知书为再次告知，此前已作过补正告知。")
REFUSED = _("经审查，决定不予受理。")
NOT_NEEDED_BY_LAW = _(
    "申请事项依法不需要取得行政许可。依据《中华人民共和国行政许可法》第三十二条第一款"
    "第（一）项的规定，即时告知不受理。"
)
NOT_NEEDED = _("申请事项依法不需要办理，即时告知不受理。")
REMEDIES = _(
    "不服本决定的，可以自知道或者应当知道本决定之日起六十日内向{organ}申请行政复议，"
    "也可以自知道或者应当知道本决定之日起六个月内向{court}提起行政诉讼。"
)
REVIEW_ORGAN = _("有管辖权的行政复议机关")
COURT = _("有管辖权的人民法院")
DEEMED = _(
    "本机关至 {due} 仍未一次告知需要补正的全部内容的，自收到申请材料之日（{received}）起即为受理"
    "（《中华人民共和国行政许可法》第三十二条第一款第（四）项，期限为五个工作日）。"
)
COLLECTED = _(
    "本大厅受托代为收取上列材料并转送{organ}，由其依法决定是否受理；是否受理以{organ}出具的"
    "书面凭证为准。"
)
PRIVACY = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "为履行法定职责、办理和送达本事项，处理姓名或名称、证件种类及号码、联系方式、地址和所交材料中的"
    "信息，保存至档案管理规定的期限届满。您有权查阅、复制、更正本人信息，并可就处理活动提出询问、投诉。"
)
PRIVACY_OF_MATERIALS = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "本单不载申请人的姓名、证件和联系方式；随单移送的材料仅供办理所列事项使用，承办机构应当妥善保管，"
    "不得移作他用。"
)
PRIVACY_OF_ADVANCE = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "打印本清单不收集您的个人信息；收件时为办理本事项收集必需的信息，并另行在收件凭证上告知。"
)
BY_COURIER = _("本大厅提供双向免费寄递：材料可寄交本大厅，办理结果可寄到您指定的地址。")

KEPT_AS: dict[Kept, str] = {
    Kept.KEPT: _("留存"),
    Kept.SEEN: _("验后退还"),
    Kept.COPY: _("留复印件，退原件"),
    Kept.ELECTRONIC: _("电子留存"),
}
REASONS: dict[str, str] = {
    "licence_held": _("已持有电子证照，由本机关调取核验，免予提交"),
    "shared": _("通过政务数据共享获得，免予提交"),
    "committed": _("按告知承诺办理，由申请人书面承诺代替，免予提交"),
    "condition_not_met": _("本情形不需要"),
    "deferrable": _("可容缺后补"),
    "optional": _("非必要材料，可不提交"),
}
HAND_IN: dict[str, str] = {"counter": _("窗口提交"), "courier": _("免费寄递到本大厅")}


def is_licence(facts: PaperFacts) -> bool:
    """Whether articles of 行政许可法 may be cited."""
    return facts.item_type == LICENCE


def title_of(facts: PaperFacts) -> str:
    """The paper's own title: a decision on 行政许可 says so, a form is called as its material."""
    return facts.form.title if facts.form else _(title(facts.kind, facts.item_type))


def cited(facts: PaperFacts, article: str) -> str:
    """The article that was given; one of 行政许可法 binds 行政许可 alone."""
    return "" if "行政许可法" in article and not is_licence(facts) else article.strip()


def day_text(day: date | None) -> str:
    """`2026年11月23日`; empty for no day."""
    return _("{0}年{1}月{2}日").format(day.year, day.month, day.day) if day else ""


def moment_text(moment: str | datetime) -> str:
    """A moment as Beijing wall time to the minute; what is no ISO text stands as it is."""
    if isinstance(moment, str):
        known = _moment(moment)
        return moment_text(known) if known else moment
    wall = moment.astimezone(BEIJING) if moment.tzinfo else moment
    return f"{day_text(wall.date())} {wall:%H:%M}"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def day_of(moment: str) -> str:
    """The day of a moment, in Beijing."""
    return moment_text(moment).split(" ")[0]


def term_text(term: Term) -> str:
    """`20 个工作日，至 2026年12月21日（暂按推算）`."""
    if term.value is None:
        return _("法律、法规未规定期限") if term.due is None else day_text(term.due)
    if term.value == 0:
        return _("当场办结")
    unit = term.unit if term.unit == "日" else f"个{term.unit}"
    until = _("，自受理之日起算，至 {due}").format(due=due_text(term)) if term.due else ""
    return f"{term.value} {unit}{until}"


def procedures_text(known: tuple[str, ...]) -> str:
    """特别程序 as known at acceptance; what is not known yet is not denied (许可法 45)."""
    if not known:
        return _("受理时没有已知的；需要时另行书面告知所需时间")
    return _("本事项可能有：{names}；需要时另行书面告知所需时间").format(names="、".join(known))


def due_text(term: Term) -> str:
    """The due day; a provisional one says so."""
    return day_text(term.due) + (_("（暂按推算）") if term.provisional else "")


def document_text(kind: IdKind, number: str) -> str:
    """Kind and number, masked; an organisation's credit code is public."""
    if not number:
        return ""
    public = DOCUMENTS[kind].organisation
    return f"{label(kind)}　{number if public else mask_number(number)}"


def party_text(party: Party) -> str:
    """Name in full and document masked, as on the applicant's own papers."""
    parts = [party.name, document_text(party.id_kind, party.id_number)]
    return "\n".join(part for part in parts if part) or NONE


def agent_text(agent: Agent | None) -> str:
    """The agent with powers and term of the mandate; 无 where the applicant came alone."""
    if agent is None:
        return _("无（本人办理）")
    powers = "、".join(label(power) for power in agent.powers)
    until = _("至 {day}").format(day=day_text(agent.until)) if agent.until else _("仅限本次事项")
    number = document_text(agent.id_kind, agent.id_number)
    who = "　".join(part for part in (agent.name, number) if part)
    return f"{who}\n" + _("权限：{powers}；期限：{until}").format(powers=powers, until=until)


def receiver_text(facts: PaperFacts) -> str:
    """Where the result is sent: the receiver in full, the telephone masked."""
    told = facts.delivery
    return "　".join(part for part in (told.receiver, mask_phone(told.phone), told.address) if part)


def form_text(line: SheetLine) -> str:
    """原件, 复印件 or 电子 as it was taken in."""
    return _("电子") if line.tick.kept is Kept.ELECTRONIC else line.type


def spared_text(line: SheetLine) -> str:
    """Why the material need not be handed in: the e-licence that was used, the clerk's own words."""
    if line.licence is not None:
        return receipt_text(line.licence)
    return line.tick.note or REASONS.get(line.reason.partition(":")[0], _("依规定免予提交"))


def way_to_get(line: SheetLine) -> str:
    """The special way to a material: given, spared by an e-licence, or to follow later."""
    kind, _colon, licence = line.reason.partition(":")
    if line.how:
        return line.how
    if licence:
        return _("有对应电子证照的，可免交")
    return REASONS[kind] if kind in ("deferrable", "optional") else "—"


def open_text(line: SheetLine) -> str:
    """What is still wrong with a material that is not in."""
    tick = line.tick
    if tick.check is Check.DEFECT and tick.fault:
        return label(tick.fault) + (f"：{tick.note}" if tick.note else "")
    if tick.check is Check.PENDING:
        return _("待补") + (f"：{tick.note}" if tick.note else "")
    return _("未交（非必要材料）") if line.need == "optional" else _("未交")


def content_text(content: Content) -> str:
    """One line of a parcel: name, copies, pages."""
    pages = _(" {n} 页").format(n=content.pages) if content.pages else ""
    original = _("（原件）") if content.original else ""
    return f"{content.name}{original} " + _("{n} 份").format(n=content.copies) + pages


def holder_text(kind: PaperKind, copy: int, copies: int) -> str:
    """联次: which copy this is and who keeps it."""
    holder = (HOLDERS.get(kind, HOLDER_OF_OTHERS))[: max(copy, 1)][-1]
    return _("第 {n} 联（共 {all} 联）· {holder}").format(n=copy, all=copies, holder=holder)
