"""Sentences of 销毁清单 and of the answers to a person (个人信息保护法 44–47)."""

from __future__ import annotations

from datetime import date

from desktop.domain.cases.papers import PaperKind
from desktop.domain.supervision.retention.facts import HeldCase
from desktop.wording import _

SUBTITLES: dict[PaperKind, str] = {
    PaperKind.DESTRUCTION: _("保存期届满，销毁个人信息的密钥；日志不删减"),
    PaperKind.PERSON_SEES: _("应本人请求提供（个人信息保护法第四十五条）"),
    PaperKind.PERSON_CORRECTS: _("应本人请求核实（个人信息保护法第四十六条）"),
}
HOLDERS: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.DESTRUCTION: (_("大厅存档"), _("档案主管留存")),
    PaperKind.PERSON_SEES: (_("交本人"), _("大厅存档")),
    PaperKind.PERSON_CORRECTS: (_("交本人"), _("大厅存档")),
}
SIGNERS: dict[PaperKind, tuple[str, str]] = {
    PaperKind.DESTRUCTION: (_("监销人（签字）"), _("签字时刻")),
    PaperKind.PERSON_SEES: (_("本人（签字）"), _("签收时刻")),
    PaperKind.PERSON_CORRECTS: (_("本人（签字）"), _("签收时刻")),
}
DESTROYED = _(
    "上列办件的个人信息均以各办件自己的密钥加密；密钥已销毁，姓名、证件号码、联系方式、地址和所交材料中的"
    "信息无法再读出。日志的条目、次序和哈希链没有改动，现有 {entries} 条，件数和统计不变。"
)
BACKUPS = _(
    "含有上述密钥的备份最迟于 {day} 全部过期；在此之前，本机恢复备份的自动重新清除，在别处恢复的应当按本清单重新清除。"
)
PRIVACY_OF_DESTRUCTION = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "依第十九条、第四十七条销毁。本单只载办件编号、事项和日期，不载任何人的姓名、证件和联系方式。"
)
PRIVACY_OF_PERSON = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "本文书依第四十四条至第四十六条、第五十条，仅为答复本人请求而出具，请求和答复加密存档。对答复有异议的，可以向本机关投诉，也可以依法向人民法院"
    "提起诉讼。"
)
SEEN = _(
    "经核实身份，本厅系统中与您有关的个人信息如下。证件号码已作掩码，需要复制的，可在窗口一并办理。"
)
NOTHING = _("经核实身份并查找，本厅系统中没有与您有关的个人信息。")
PURPOSE = _(
    "处理目的：为履行法定职责办理、送达所列事项（个人信息保护法第十三条第一款第三项）。"
    "接收方：承办机构、寄递承运人（仅收件人姓名、电话、地址），不提供给其他单位。"
)
PARTS: dict[str, str] = {
    "name": _("姓名"),
    "id_number": _("证件号码"),
    "phone": _("电话"),
    "address": _("地址"),
    "legal_representative": _("法定代表人"),
    "delivery": _("寄递地址"),
    "form": _("申请表"),
    "note": _("备注"),
    "materials": _("材料清单"),
}
THINGS: dict[str, str] = {
    "parcel": _("快件"),
    "licence": _("证照登记"),
    "address": _("地址簿"),
    "visit": _("接待记录"),
    "draft": _("未办完的草稿"),
    "query": _("电子证照查询"),
    "case": _("办件"),
    "look": _("查看记录"),
}
ROLES = {"applicant": _("申请人"), "agent": _("代理人")}
PARTIES: dict[str, str] = {
    "applicant": _("申请人"),
    "agent": _("代理人"),
    "sender": _("寄件人"),
    "receiver": _("收件人"),
}


def field_text(field: str) -> str:
    """`applicant.phone` as 申请人电话."""
    party, _dot, part = field.rpartition(".")
    return PARTIES.get(party, party) + PARTS.get(part, part)


def until_text(one: HeldCase, day_text: str) -> str:
    """When it may go."""
    if one.open:
        return _("在办，办结后起算")
    return day_text or _("永久")


def counts_text(held: dict[str, int]) -> str:
    """`办件 3、快件 1`."""
    return "、".join(f"{THINGS.get(kind, kind)} {n}" for kind, n in held.items() if n) or _("无")


def day_or_empty(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""
