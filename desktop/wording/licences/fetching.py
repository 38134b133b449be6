"""What is said of a fetched licence: on the line it spares, in the panel, on papers."""

from __future__ import annotations

from desktop.wording import _

REGISTER = "register"
REFUSALS: dict[str, str] = {
    "consent_missing": _(
        "没有持有人对这次调取的同意，不能查询。请先按 F4 征得同意（口头、书面、亮证码或授权）。"
    ),
    "consent_incomplete": _("同意要写明用途、证照类别和持有人的证件号码。请先填申请人。"),
    "category_incomplete": _("请填写类别名称，不超过 {most} 个字。"),
    "category_id": _("类别编号 {id} 不能用：只用字母和数字，且不能与数据共享项相同。"),
    "category_known": _("「{name}」已是类别 {id} 的名称，请换一个名称或修改 {id}。"),
}


def source_name(source: str) -> str:
    """`本厅证照库`, or the host of an outside source."""
    return _("本厅证照库") if source == REGISTER else source
