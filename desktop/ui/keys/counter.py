"""Keys of the window and of the intake page."""

from __future__ import annotations

from desktop.ui.keys.key import Context, Key
from desktop.wording import _

DIGITS = "123456789"
_W, _I, _S, _Q = Context.WINDOW, Context.INTAKE, Context.SEARCH, Context.QUESTION
_L, _F = Context.CHECKLIST, Context.FAULT

WINDOW: tuple[Key, ...] = (
    Key("F1", _W, "help", _("帮助：此处能用的键"), _("F1 帮助")),
    Key("F12", _W, "lock", _("锁屏"), _("F12 锁屏")),
    Key("Ctrl+K", _W, "palette", _("命令、事项、办件，首字母即可"), _("Ctrl+K 命令")),
    Key("F11", _W, "exchange", _("联网：发件箱、交换包、大厅与设备")),
    Key("Esc", _W, "back", _("退一步，不丢数据")),
    Key("Ctrl+=", _W, "larger", _("字大一号")),
    Key("Ctrl+-", _W, "smaller", _("字小一号")),
    Key("Ctrl+T", _W, "theme", _("换配色：浅色、深色、高对比")),
)

INTAKE: tuple[Key, ...] = (
    Key("F2", _I, "print_list", _("打印办事清单（不收件）；在“申请表”里打印申请表")),
    Key("Shift+F2", _I, "print_both", _("打印中英对照的办事清单"), _("Shift+F2 中英清单")),
    Key("F3", _I, "notify", _("补正告知（一次告全）")),
    Key("F4", _I, "read_licence", _("读证：征得同意，调取电子证照")),
    Key("F5", _I, "ship", _("寄递")),
    Key("F6", _I, "receive", _("收件（未受理）")),
    Key("F7", _I, "refuse", _("不予受理")),
    Key("F8", _I, "hold", _("挂起；手上没有办件时取回")),
    Key("F9", _I, "finish", _("受理、当场办结或代收，按大厅对事项的权限")),
    Key("Ctrl+E", _I, "answers", _("改情形")),
    Key("Ctrl+Y", _I, "why", _("为什么：本情形不需要哪些材料")),
    Key("Ctrl+G", _I, "commit", _("告知承诺：申请人自愿选用或改回一般程序")),
    Key("Ctrl+Z", _I, "undo", _("撤销上一步，并说明撤销了什么")),
    Key("Ctrl+J", _I, "advise", _("记一次咨询：问了什么、给看了什么"), _("Ctrl+J 记咨询")),
    Key("Ctrl+1", _I, "step_sheet", _("到“要交什么”")),
    Key("Ctrl+2", _I, "step_who", _("到“谁来办”")),
    Key("Ctrl+3", _I, "step_delivery", _("到“怎么拿结果”")),
    Key("Ctrl+4", _I, "step_form", _("到“申请表”，Enter 到下一处空缺")),
)

SEARCH: tuple[Key, ...] = (
    Key("Up", _S, "up", _("上一条")),
    Key("Down", _S, "down", _("下一条"), _("↑↓ 选择")),
    Key("Return", _S, "take", _("开始办理选中的事项"), _("Enter 开始")),
)

QUESTION: tuple[Key, ...] = (
    *(Key(digit, _Q, f"option_{digit}", _("选第几项")) for digit in DIGITS),
    Key("Return", _Q, "confirm", _("用建议的答案；多选时选完确认"), _("Enter 确认")),
    Key("Backspace", _Q, "previous", _("回上一问"), _("退格 上一问")),
)

FORM: tuple[Key, ...] = (
    Key("Return", Context.FORM, "next_gap", _("到下一处空缺"), _("Enter 下一处空缺")),
    Key("Shift+Return", Context.FORM, "new_line", _("在多行的栏里换行")),
)

CHECKLIST: tuple[Key, ...] = (
    *(Key(d, _L, f"digit_{d}", _("勾选第几项；十项以上按两位数字")) for d in "0" + DIGITS),
    Key("Space", _L, "tick", _("勾选，到下一项"), _("空格 勾选")),
    Key("N", _L, "exempt", _("免交"), _("N 免交")),
    Key("B", _L, "defer", _("容缺后补（仅允许容缺的材料）"), _("B 容缺")),
    Key("X", _L, "fault", _("不符，再按数字选原因"), _("X 不符")),
    Key("K", _L, "kept", _("换收取方式：留存、验后退还、复印、电子"), _("K 收取方式")),
    Key("+", _L, "more_copies", _("多一份；容缺的材料：推后一天")),
    Key("-", _L, "fewer_copies", _("少一份；容缺的材料：提前一天")),
    Key("P", _L, "pages", _("填页数"), _("P 页数")),
    Key("/", _L, "search", _("回到搜索"), _("/ 搜索")),
    Key("Return", _L, "next", _("下一步"), _("Enter 下一步")),
)

FAULT: tuple[Key, ...] = tuple(
    Key(digit, _F, f"fault_{digit}", _("选不符的原因")) for digit in DIGITS[:6]
)

_R = Context.RESULT
RESULT: tuple[Key, ...] = (
    Key("P", _R, "print_result", _("预览、打印文书"), _("P 打印")),
    Key("A", _R, "another", _("同一人再办一件"), _("A 再办一件")),
    Key("S", _R, "ship_result", _("寄递结果"), _("S 寄递")),
    Key("N", _R, "next_person", _("下一位"), _("N 下一位")),
)

COUNTER = (*WINDOW, *INTAKE, *SEARCH, *QUESTION, *FORM, *CHECKLIST, *FAULT, *RESULT)
