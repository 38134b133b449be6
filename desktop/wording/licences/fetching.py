"""Names of sources, and what is refused of consents, codes, sources and categories."""

from __future__ import annotations

from desktop.wording import _

REGISTER = "register"
TABLE_REASONS: dict[str, str] = {
    "empty": _("清单是空的"),
    "no_column": _("没有这一列"),
    "cell_empty": _("没有填"),
    "not_a_day": _("不是日期，请写成 2026-02-12"),
    "no_category": _("不是电子证照类别，也不是数据共享项"),
    "no_status": _("不是有效、注销、撤销、吊销、暂扣、过期之一"),
    "reversed": _("早于有效期起"),
    "twice": _("在清单里出现两次"),
}
REFUSALS: dict[str, str] = {
    "consent_missing": _(
        "没有持有人对这次调取的同意，不能查询。请先按 F4 征得同意（口头、书面、亮证码或授权）。"
    ),
    "consent_incomplete": _("同意要写明用途、证照类别和持有人的证件号码。请先填申请人。"),
    "source_address": _(
        "地址「{address}」不能用：须以 https:// 开头（本机回环地址可用 http://），不带账号、参数。"
    ),
    "credential_missing": _("还没有设置电子证照来源的密钥，请同时填写密钥。"),
    "no_source": _("没有设置电子证照来源，读不了亮证码。请收验证件，或请主管在「大厅」设置来源。"),
    "code_used": _("这个亮证码已经用过，请申请人刷新后再出示。"),
    "code_expired": _("这个亮证码已过期，请申请人刷新后再出示。"),
    "code_unknown": _("不认识这个亮证码，请申请人核对出示的是哪个应用的码，刷新后再扫。"),
    "code_unanswered": _(
        "亮证码没有读到（{why}）。可请申请人刷新后再扫，或按 F4 征得同意后按证件号码调取。"
    ),
    "code_other_holder": _(
        "亮证码是「{name}」的，与已填的申请人不是同一人，没有采用。请核对申请人。"
    ),
    "licence_table": _("第 {row} 行 {column} {value}：{reason}。一行也没有入库，请改好后再导入。"),
    "category_incomplete": _("请填写类别名称，不超过 {most} 个字。"),
    "category_id": _("类别编号 {id} 不能用：只用字母和数字，且不能与数据共享项相同。"),
    "category_known": _("「{name}」已是类别 {id} 的名称，请换一个名称或修改 {id}。"),
}


def source_name(source: str) -> str:
    """`本厅证照库`, or the host of an outside source."""
    return _("本厅证照库") if source == REGISTER else source
