"""Keys of 看板 and 月报. Arrows move between marks; the chart that has the focus takes them."""

from __future__ import annotations

from desktop.ui.keys.key import Context, Key, tabs
from desktop.wording import _

_B, _M = Context.BOARD, Context.MONTH

FIGURES: tuple[Key, ...] = (
    *tabs(_B, 4),
    Key("Return", _B, "open", _("看板：打开选中的数字，再按打开选中的一行"), _("Enter 打开")),
    Key("F2", _B, "print_papers", _("打印看板，一张 A4"), _("F2 打印")),
    Key("F4", _B, "month_report", _("到月报"), _("F4 月报")),
    Key("Return", _M, "open", _("月报：到选中事项的数字，再按打开"), _("Enter 打开")),
    Key("F5", _M, "board", _("到看板"), _("F5 看板")),
    Key("F6", _M, "month_before", _("上一个月"), _("F6 上月")),
    Key("F7", _M, "month_after", _("下一个月"), _("F7 下月")),
    Key("F9", _M, "save_form", _("月报存为文件"), _("F9 存为文件")),
)
