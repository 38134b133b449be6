"""Keys of the pages of halls together."""

from __future__ import annotations

from desktop.ui.keys.key import Context, Key, tabs
from desktop.wording import _

_X = Context.EXCHANGE

EXCHANGE: tuple[Key, ...] = (
    *tabs(_X, 2),
    Key("Return", _X, "open", _("打开选中的一行的办件"), _("Enter 打开")),
    Key("F2", _X, "print_papers", _("打印注册码、恢复码")),
    Key("F3", _X, "issue_code", _("大厅与设备：给新设备发注册码（主管）")),
    Key("F4", _X, "copy_code", _("复制注册码")),
    Key("F5", _X, "sync_now", _("立即与中心交换"), _("F5 立即交换")),
    Key("F6", _X, "write_bundle", _("写交换包：没有网络时存到文件夹或光盘"), _("F6 写交换包")),
    Key("F7", _X, "take_bundle", _("收交换包；文件也可以拖进来"), _("F7 收交换包")),
    Key("F8", _X, "revoke_device", _("大厅与设备：停用选中的设备（主管）")),
    Key("F10", _X, "set_alone", _("大厅与设备：选中的大厅可否单人办理（主厅主管）")),
    Key("F9", _X, "save_form", _("加入中心；发码；开着一问时：照办")),
)

_G = Context.DISAGREEMENTS

DISAGREEMENTS: tuple[Key, ...] = (
    *tabs(_G, 3),
    Key("Return", _G, "open", _("打开选中的一行"), _("Enter 打开")),
    Key("F5", _G, "take_case", _("接收移交给本厅的办件"), _("F5 接收移交")),
    Key("F7", _G, "open_case", _("打开有关的办件")),
    Key("F9", _G, "save_form", _("保存处理：以哪个为准、怎样处理、理由（主管）")),
)
