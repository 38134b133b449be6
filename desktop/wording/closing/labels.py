"""Checks, figures, what is in a clerk's hands; usual reasons; refusals."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.halls.entries import SecretChange
from desktop.domain.supervision.closing.checks import Check
from desktop.domain.supervision.closing.entries import Holding
from desktop.domain.supervision.closing.figures import Figure
from desktop.wording import _

CLOSING: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Check: {
        Check.DRAFT: _("草稿未办完"),
        Check.PRINT: _("文书未确认"),
        Check.INTAKE: _("收件未受理"),
        Check.PARCEL: _("快件未交出"),
        Check.PICKUP: _("上门取件未完"),
        Check.ARRIVAL: _("到件未认领"),
        Check.PIECE: _("原件未归还"),
        Check.HANDED: _("移交未接收"),
        Check.UNSENT: _("记录未同步"),
        Check.DISAGREEMENT: _("分歧未处理"),
        Check.EXPORT: _("日志未导出"),
    },
    Figure: {
        Figure.RECEIVED: _("收件"),
        Figure.ACCEPTED: _("受理"),
        Figure.SETTLED: _("当场办结"),
        Figure.COLLECTED: _("代收"),
        Figure.CORRECTED: _("补正告知"),
        Figure.REFUSED: _("不予受理"),
        Figure.DECIDED: _("决定"),
        Figure.CLOSED: _("办结"),
        Figure.SENT: _("快递寄出"),
        Figure.ARRIVED: _("快递收到"),
    },
    Holding: {
        Holding.DRAFT: _("草稿"),
        Holding.CASE: _("在办办件"),
        Holding.PIECE: _("保管的原件"),
        Holding.PRINT: _("未确认的文书"),
        Holding.PARCEL: _("未交出的快件"),
    },
    SecretChange: {
        SecretChange.RESET: _("主管重置为一次性密码"),
        SecretChange.CHANGED: _("本人改密码"),
    },
}
PER_ACT = _("按行为计次，与看板按件计可能不同；受理、决定、办结都含当场办结")
"""How the figures of a day are counted."""
USUAL: Mapping[Check, tuple[str, ...]] = {
    Check.DRAFT: (_("等申请人补材料"), _("申请人改日再来"), _("明日办理")),
    Check.PRINT: (_("打印机故障，明日补打"), _("已打好，忘记确认"), _("申请人改日领取")),
    Check.INTAKE: (_("在五个工作日内审核"), _("等申请人补正"), _("等承办机构意见")),
    Check.PARCEL: (_("承运人未来揽收"), _("过了揽收时间，明日交"), _("等一并寄出")),
    Check.PICKUP: (_("承运人改期"), _("等承运人回复"), _("明日再约")),
    Check.ARRIVAL: (_("联系不上寄件人"), _("等办件编号"), _("明日认领")),
    Check.PIECE: (_("已约申请人来取"), _("联系不上申请人"), _("随快递寄回")),
    Check.HANDED: (_("明日接收"), _("等原件送到"), _("与移出大厅核对中")),
    Check.UNSENT: (_("网络中断"), _("中心维护"), _("改用交换包")),
    Check.DISAGREEMENT: (_("等对方大厅核实"), _("明日处理"), _("已报上级")),
    Check.EXPORT: (_("共享文件夹不可用"), _("明日自动补导"), _("已另行导出")),
}
"""Reasons by the digit that chooses them."""
REFUSALS: Mapping[str, str] = {
    "export_time_wrong": _("导出时刻「{given}」不对，请写成 17:00 这样。"),
    "day_wrong": _("日期「{given}」不对，请写成 2026-11-25 这样。"),
    "folder_missing": _("请写明文件夹的完整路径。"),
    "folder_gone": _("找不到文件夹 {folder}。请接好移动盘或连上共享，会自动再试。"),
    "shift_to_oneself": _("不能交给自己，请选另一位接班人。"),
    "shift_to_nobody": _("请选接班人。"),
    "unknown_clerk": _("没有工号为 {clerk} 的工作人员。"),
    "reset_oneself": _("自己的密码请在大厅页修改；重置要由另一位主管来做。"),
    "password_once": _("这是一次性密码：登录时先设好自己的新密码，才能使用。"),
    "password_same": _("新密码要和原来的不一样。"),
    "on_leave": _("登记了 {first} 至 {last} 休假。确实要登录，请再按一次 Enter。"),
}
