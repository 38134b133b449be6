"""Keys of the pages of halls together."""

from __future__ import annotations

from desktop.ui.keys.key import Context, Key, tabs
from desktop.wording import _

_G = Context.DISAGREEMENTS

DISAGREEMENTS: tuple[Key, ...] = (
    *tabs(_G, 3),
    Key("Return", _G, "open", _("打开选中的一行"), _("Enter 打开")),
    Key("F5", _G, "take_case", _("接收移交给本厅的办件"), _("F5 接收移交")),
    Key("F7", _G, "open_case", _("打开有关的办件")),
    Key("F9", _G, "save_form", _("保存处理：以哪个为准、怎样处理、理由（主管）")),
)
