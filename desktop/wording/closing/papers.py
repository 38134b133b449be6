"""What stands on the papers of the office's own: 对账确认单, 办件移交单, 日结单, 交班单."""

from __future__ import annotations

from desktop.domain.cases.papers import PaperKind
from desktop.wording import _

SUBTITLES: dict[PaperKind, str] = {
    PaperKind.RECONCILIATION: _("逐单核对，一式两份"),
    PaperKind.HALL_HANDOVER: _("一式两份，办理期限继续计算"),
    PaperKind.DAY_CLOSING: _("当日办理情况和结转事项"),
    PaperKind.SHIFT: _("移交人、接班人当面核对"),
}
HOLDERS: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.RECONCILIATION: (_("大厅留存"), _("承运人留存")),
    PaperKind.HALL_HANDOVER: (_("移出大厅留存"), _("接收大厅留存")),
    PaperKind.DAY_CLOSING: (_("大厅存档"),),
    PaperKind.SHIFT: (_("大厅存档"), _("接班人留存")),
}
SIGNERS: dict[PaperKind, tuple[str, str]] = {
    PaperKind.RECONCILIATION: (_("承运人代表（签字）"), _("签字时刻")),
    PaperKind.HALL_HANDOVER: (_("接收人（签字）"), _("接收时刻")),
    PaperKind.DAY_CLOSING: (_("日结人（签字）"), _("签字时刻")),
    PaperKind.SHIFT: (_("接班人（签字）"), _("签字时刻")),
}
PRIVACY_OF_OFFICE = _(
    "个人信息告知（《个人信息保护法》第十七条、第三十五条）　处理者：{organ}；联系方式：{contact}。"
    "本单不载申请人的姓名、证件和联系方式，仅供内部管理，存档备查。"
)
AGAIN = _("本日第 {n} 次日结，前一次日结单照旧有效；办理数字以本单为准。")
COUNTED = _(
    "按行为发生的时刻计入当日，按行为计次，与看板按件计可能不同；受理、决定、办结都含当场办结；"
    "转办生成的新办件不计收件；快递按件数计。"
)
CARRIED = _("上列事项结转下一工作日，办完之前每日列明。")
PASSED_ON = _("上列各项自接班人核对确认时起由接班人负责；接班人以本人密码或锁屏 PIN 确认。")
