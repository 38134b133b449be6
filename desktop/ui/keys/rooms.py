"""Keys of the pages beside the intake: cases, delivery, log, licences, hall, papers, policies,
items, entry; those around parcels are in `parcels`.

F9 finishes what a page is about, F2 prints, Ctrl+1 … choose a tab: the same on every page.
"""

from __future__ import annotations

from desktop.ui.keys.halls import EXCHANGE
from desktop.ui.keys.key import Context, Key, tabs
from desktop.ui.keys.parcels import PARCELS
from desktop.wording import _

_C, _L = Context.CASES, Context.LOG
_H, _P, _E = Context.HALL, Context.PAPERS, Context.ENTRY
_Z = Context.LICENCES
_D = Context.DELIVERY
_T = Context.THEMES
_S = Context.POLICIES
_I = Context.ITEMS


CASES: tuple[Key, ...] = (
    *tabs(_C, 7),
    Key("Ctrl+F", _C, "find", _("搜索办件：编号、姓名、事项，两个字也行"), _("Ctrl+F 搜索")),
    Key("Return", _C, "open", _("打开选中的一行"), _("Enter 打开")),
    Key("F2", _C, "print_papers", _("打印或补打选中的文书")),
    Key("Shift+F2", _C, "print_form", _("打印收件时的申请表")),
    Key("Ctrl+B", _C, "custody", _("保管：登记这件的原件，看它们在哪里")),
    Key("P", _C, "print_terms", _("在「期限」里：打印办理期限计算表")),
    Key("F3", _C, "notify", _("补正告知（一次告全）")),
    Key("F4", _C, "more", _("更多：特别程序、延期、转办、更正……")),
    Key("F5", _C, "ship", _("寄递：为这件办件建快递")),
    Key("F6", _C, "supplement", _("补收材料")),
    Key("F7", _C, "refuse", _("不予受理")),
    Key("F8", _C, "withdraw", _("申请人撤回")),
    Key("F9", _C, "finish", _("下一步：受理、审查、决定、制证送达；在「待复核」里：保存")),
    Key("Up", _C, "up", _("更多：上一条")),
    Key("Down", _C, "down", _("更多：下一条")),
    Key("Space", _C, "tick", _("补收时：收到，到下一项")),
    Key("N", _C, "exempt", _("补收时：免交")),
    Key("X", _C, "fault", _("补收时：不符，再按换原因")),
    Key("K", _C, "kept", _("补收时：换收取方式")),
)

DELIVERY: tuple[Key, ...] = (
    *tabs(_D, 4),
    Key("Ctrl+F", _D, "find", _("找要出的件：编号、姓名、事项，可扫码"), _("Ctrl+F 搜索")),
    Key("Return", _D, "open", _("打开选中的一行"), _("Enter 打开")),
    Key("F2", _D, "print_papers", _("打印刚出的文书；打开一件时是它的决定书")),
    Key("F5", _D, "ship", _("免费寄递，或再次寄递")),
    Key("F8", _D, "make_again", _("送达前更正证照编号、有效期")),
    Key("F9", _D, "finish", _("制证、送达；出交接单、清点签收")),
    Key("Space", _D, "tick", _("选中或去掉这一行")),
)

LOG: tuple[Key, ...] = (
    *tabs(_L, 4),
    Key("Return", _L, "open", _("统计：看它数的行；行：看记录；记录：打开办件"), _("Enter 打开")),
    Key("F3", _L, "narrow", _("筛选：大厅、窗口、经办人、事项、行为，各可选几个"), _("F3 筛选")),
    Key("Ctrl+0", _L, "clear_filter", _("不筛选，全部都看")),
    Key("Ctrl+F", _L, "find", _("筛选里：到输入框")),
    Key("Space", _L, "tick", _("筛选里：选中或去掉这一行")),
    Key("F4", _L, "month_report", _("到月报"), _("F4 月报")),
    Key("F5", _L, "board", _("到看板"), _("F5 看板")),
    Key("F6", _L, "close_day", _("日结、交班、定时导出")),
    Key("F7", _L, "review", _("到复核·督办（主管）"), _("F7 复核")),
    Key("F8", _L, "retention", _("到保存期（主管）"), _("F8 保存期")),
    Key("F9", _L, "save_form", _("导出；开着导出时：开始；筛选里：看结果"), _("F9 导出")),
    Key("Shift+F9", _L, "cancel_export", _("取消正在进行的导出")),
    Key("Ctrl+S", _L, "keep_profile", _("导出里：把筛选、视图、格式和文件夹存为方案")),
    Key("Ctrl+R", _L, "drop_profile", _("导出里：删去方案")),
)

LICENCES: tuple[Key, ...] = (
    *tabs(_Z, 4),
    Key("Ctrl+F", _Z, "find", _("搜索证照：编号、名称、持有人"), _("Ctrl+F 搜索")),
    Key("Return", _Z, "open", _("打开选中的证照"), _("Enter 打开")),
    Key("F5", _Z, "add_licence", _("登记既有证照"), _("F5 登记")),
    Key("F6", _Z, "open_case", _("打开这件证照的办件")),
    Key("F7", _Z, "verify_licences", _("待核：向来源再查一遍"), _("F7 再查")),
    Key("F8", _Z, "end_licence", _("终止：注销、撤销、失效，或登记有误（主管）")),
    Key("F9", _Z, "save_form", _("保存")),
)

THEMES: tuple[Key, ...] = (
    *tabs(_T, 3),
    Key("Return", _T, "open", _("打开选中的一行"), _("Enter 打开")),
    Key("F2", _T, "print_papers", _("打印主题办理方案（不收件也能打）"), _("F2 打印方案")),
    Key("F4", _T, "send_together", _("一并送达：各事项的结果一次取走，或装一个快递")),
    Key("F5", _T, "begin_theme", _("开始办这件事：一次问清、一次收齐"), _("F5 开始")),
    Key("F6", _T, "open_case", _("打开选中事项的办件")),
    Key("F8", _T, "withdraw", _("撤回一件事；办理中：不办了，删去草稿")),
    Key("F9", _T, "finish", _("一次受理；在办的一件事：开始下一阶段")),
    Key("Ctrl+E", _T, "answers", _("改情形")),
    Key("Ctrl+Y", _T, "why", _("为什么：本情形不需要哪些材料")),
    Key("Ctrl+Z", _T, "undo", _("撤销上一步，并说明撤销了什么")),
)

HALL: tuple[Key, ...] = (
    *tabs(_H, 7),
    Key("Ctrl+F", _H, "find", _("搜索事项")),
    Key("F5", _H, "add_new", _("新增工作人员；日历：导入一年；事项表格：看怎样读")),
    Key(
        "F6", _H, "edit_year", _("日历：修改选中的一年；事项表格：导出全部事项；工作人员：重置密码")
    ),
    Key("F7", _H, "edit_day", _("日历：记下这一天；事项表格：出办事指南；工作人员：登录记录")),
    Key("F8", _H, "drop_year", _("日历：不要这些改动；事项表格：到事项目录")),
    Key("F9", _H, "save_form", _("保存；日历：发布")),
)

PAPERS: tuple[Key, ...] = (
    Key("F2", _P, "print_papers", _("打印列出的文书"), _("F2 打印")),
    Key("F6", _P, "save_pdf", _("存为文件"), _("F6 存为文件")),
    Key("F7", _P, "printed_badly", _("没打好，可以再打，不算补打")),
    Key("F9", _P, "printed_well", _("都打好了")),
    Key("+", _P, "zoom_in", _("放大"), _("+ 放大")),
    Key("-", _P, "zoom_out", _("缩小"), _("- 缩小")),
)

POLICIES: tuple[Key, ...] = (
    *tabs(_S, 2),
    Key("Ctrl+F", _S, "find", _("搜索政策；经营范围：到输入框"), _("Ctrl+F 搜索")),
    Key("F2", _S, "print_papers", _("打印政策测算单（测算，不是决定）")),
    Key("F5", _S, "register_firm", _("经营范围：到公司设立登记")),
    Key("Ctrl+J", _S, "consult", _("记下问了这项政策的咨询"), _("Ctrl+J 记咨询")),
    Key("F6", _S, "apply_item", _("到申报事项；经营范围：到选中的许可、备案"), _("F6 去办")),
)

ITEMS: tuple[Key, ...] = (
    *tabs(_I, 2),
    Key("Ctrl+F", _I, "find", _("搜索事项：编号、名称、首字母"), _("Ctrl+F 搜索")),
    Key("Return", _I, "open", _("打开选中的事项，或待复核的事项包"), _("Enter 打开")),
    Key("F5", _I, "import_pack", _("导入事项包（主管）"), _("F5 导入")),
    Key("F8", _I, "decline_pack", _("退回待复核的事项包（主管）")),
    Key("F9", _I, "save_form", _("发布，或提交复核（主管）")),
)

ENTRY: tuple[Key, ...] = (
    Key("Return", _E, "enter", _("登录、解锁")),
    Key("F2", _E, "print_papers", _("打印恢复码")),
    Key("F8", _E, "other_clerk", _("换人登录")),
    Key("F9", _E, "save_form", _("完成设置")),
)

ROOMS: tuple[Key, ...] = (
    *CASES, *DELIVERY, *PARCELS, *LOG, *LICENCES, *THEMES, *HALL, *PAPERS, *POLICIES, *ITEMS, *ENTRY,
    *EXCHANGE,
)  # fmt: skip
