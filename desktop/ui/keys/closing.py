"""Keys of 日结, 交班 and 定时导出."""

from __future__ import annotations

from desktop.ui.keys.key import Context, Key, tabs
from desktop.wording import _

_C = Context.CLOSING
USUAL = 3
"""So many usual reasons stand behind digits."""

CLOSING: tuple[Key, ...] = (
    *tabs(_C, 3),
    Key("Return", _C, "open", _("打开选中的一行，去办完它"), _("Enter 打开")),
    *(Key(str(n), _C, f"reason_{n}", _("日结：选常用的结转理由")) for n in range(1, USUAL + 1)),
    Key("F2", _C, "print_papers", _("打印最近的日结单")),
    Key("F3", _C, "write_reason", _("日结：写结转理由")),
    Key("F4", _C, "carry_rest", _("日结：没写理由的一并结转（明日续办）"), _("F4 其余结转")),
    Key("F8", _C, "stop_schedule", _("定时导出：停止")),
    Key("F9", _C, "save_form", _("日结；确认交班；保存定时导出"), _("F9 日结")),
)
