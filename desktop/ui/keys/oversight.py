"""Keys of 复核·督办 and of 保存期."""

from __future__ import annotations

from desktop.ui.keys.key import Context, Key, tabs
from desktop.wording import _

_R, _K = Context.REVIEW, Context.RETENTION

OVERSIGHT: tuple[Key, ...] = (
    *tabs(_R, 3),
    Key("Return", _R, "open", _("打开选中的一行"), _("Enter 打开")),
    Key("F3", _R, "next_kind", _("只看下一种；看完一遍回到全部"), _("F3 换种类")),
    Key("F4", _R, "give_work", _("改派：把办件或草稿交给另一人，写明理由"), _("F4 改派")),
    Key("F6", _R, "see_case", _("打开有关的办件"), _("F6 办件")),
    Key("F8", _R, "release_draft", _("释放别人挂起、占着的草稿；先说会丢什么")),
    Key("F9", _R, "save_form", _("保存复核；开着一问时：照办")),
    *tabs(_K, 4),
    Key("Return", _K, "open", _("打开选中的一行：办件、清单、年限"), _("Enter 打开")),
    Key("Space", _K, "tick", _("选中或去掉这一行"), _("空格 选")),
    Key("Ctrl+A", _K, "choose_all", _("选中列出的全部，再按一次全不选"), _("Ctrl+A 全选")),
    Key("F2", _K, "print_papers", _("打印选中的销毁清单")),
    Key("F4", _K, "hold_case", _("暂停清除一件，或解除"), _("F4 暂停清除")),
    Key("F6", _K, "person_asks", _("本人查阅、更正个人信息"), _("F6 本人查阅")),
    Key("F8", _K, "stop_purge", _("停在下一件之前；没做完的以后接着办")),
    Key("F9", _K, "save_form", _("销毁选中的；开着一问时：照办")),
)
