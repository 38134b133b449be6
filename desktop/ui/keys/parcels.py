"""Keys around parcels: the courier page and its levels, custody, bills."""

from __future__ import annotations

from desktop.ui.keys.key import Context, Key, tabs
from desktop.wording import _

_K, _A = Context.COURIER, Context.ARRIVALS
_B, _R = Context.CUSTODY, Context.BILLING

COURIER: tuple[Key, ...] = (
    *tabs(_K, 4),
    Key("Ctrl+F", _K, "find", _("搜索快递：运单号、办件、姓名"), _("Ctrl+F 搜索")),
    Key("Return", _K, "open", _("打开选中的快递"), _("Enter 打开")),
    Key("F2", _K, "print_label", _("打印面单、寄件小票")),
    Key("Shift+F2", _K, "show_applicant", _("给申请人看：大字、白话的进度")),
    Key("F3", _K, "move_parcel", _("登记快递走到哪一步")),
    Key("Shift+F3", _K, "pickup_parcel", _("上门取件：约、取消")),
    Key("F4", _K, "next_step", _("要处理的快件：做下一步"), _("F4 下一步")),
    Key("Shift+F4", _K, "write_letter", _("写函：投诉、查询，索赔，申诉")),
    Key("F5", _K, "new_parcel", _("新建快递"), _("F5 新建")),
    Key("Shift+F5", _K, "resend_parcel", _("补寄：退回、丢失、错投的再寄一次，内件相同")),
    Key("F6", _K, "handover", _("交接单：把待揽收的快件交给承运人"), _("F6 交接单")),
    Key("Shift+F6", _K, "answer_parcel", _("登记承运人或邮政管理部门的答复")),
    Key("F7", _K, "add_case", _("加入一件办件的材料或文书；清点时：多出一项")),
    Key("Shift+F7", _K, "call_parcel", _("跟进：问了谁、说了什么、何时再看")),
    Key("F8", _K, "amend_parcel", _("更正运单号、承运人或内件")),
    Key("Shift+F8", _K, "put_off", _("暂缓：到哪一天再看，写明理由")),
    Key("F9", _K, "save_form", _("保存")),
    Key("Shift+F9", _K, "settle_trouble", _("了结：这个问题怎么结束的")),
    Key("Ctrl+D", _K, "arrivals", _("到件：登记收到的快递，认领待认领的"), _("Ctrl+D 到件")),
    Key("Ctrl+E", _K, "seal_parcel", _("封袋或拆封；寄入、退回的：开拆清点")),
    Key("Ctrl+B", _K, "custody", _("保管：原件都在哪里")),
    Key("Ctrl+L", _K, "reconcile", _("对账：承运人的月账单（主管）")),
    Key("Ctrl+O", _K, "find_address", _("粘贴整段地址，或从地址簿找")),
    Key("Ctrl+S", _K, "keep_address", _("把这个地址存入地址簿")),
    Key("Ctrl+R", _K, "drop_address", _("把地址簿里选中的一条移出，谁也打不开了")),
    Key("Space", _K, "tick", _("选中或去掉这一行")),
    Key("N", _K, "count_missing", _("清点时：缺少，或去掉多出的一项")),
    Key("X", _K, "count_damaged", _("清点时：破损，写明情况")),
    Key("+", _K, "count_more", _("清点时：多一份")),
    Key("-", _K, "count_fewer", _("清点时：少一份")),
)

ARRIVALS: tuple[Key, ...] = (
    *tabs(_A, 2),
    Key("Return", _A, "open", _("打开选中的到件；认领到选中的归处"), _("Enter 认领")),
    Key("F3", _A, "register_parcel", _("登记下一件：到运单号，可直接扫码"), _("F3 登记下一件")),
    Key("F4", _A, "forward_parcel", _("转交其他大厅")),
    Key("F5", _A, "open_draft", _("用这个到件开新件，到接待选事项")),
    Key("F6", _A, "claim_case", _("写办件编号认领，可扫码")),
    Key("F7", _A, "send_back", _("退回寄件人：建好寄回的快递")),
    Key("F8", _A, "unclaim", _("撤销选中的认领")),
    Key("F9", _A, "save_form", _("登记到件；打开时：认领，去收件"), _("F9 登记")),
)

CUSTODY: tuple[Key, ...] = (
    *tabs(_B, 4),
    Key("Ctrl+F", _B, "find", _("搜索保管件：件号、名称、办件、封签"), _("Ctrl+F 搜索")),
    Key("Return", _B, "open", _("打开选中的一行"), _("Enter 打开")),
    Key("F2", _B, "print_papers", _("打印标签"), _("F2 标签")),
    Key("F5", _B, "register_pieces", _("登记办件留下的原件、结果文书"), _("F5 登记")),
    Key("F6", _B, "move_piece", _("登记这一件到了哪里；错寄：登记处置进展")),
    Key("F7", _B, "open_case", _("打开它的办件，或错寄的快件")),
    Key("F8", _B, "misdelivered", _("登记错寄（个人信息保护法第五十七条）"), _("F8 错寄")),
    Key("F9", _B, "save_form", _("保存")),
    Key("Space", _B, "tick", _("选中或去掉这一行")),
)

BILLING: tuple[Key, ...] = (
    *tabs(_R, 8),
    Key("Return", _R, "open", _("打开选中的账单"), _("Enter 打开")),
    Key("F2", _R, "print_papers", _("打印对账确认单")),
    Key("F3", _R, "dispute_line", _("提出争议：请承运人退还多收的"), _("F3 争议")),
    Key("F4", _R, "credit_line", _("承运人已退款：了结争议"), _("F4 已退款")),
    Key("F5", _R, "import_bill", _("导入承运人的月账单，逐单核对"), _("F5 导入")),
    Key("F6", _R, "save_table", _("把全部明细存为表格")),
    Key("F7", _R, "accept_line", _("写明理由认可有差异的行"), _("F7 认可")),
    Key("F9", _R, "save_form", _("对账确认；开着一问时：照办")),
    Key("Space", _R, "tick", _("选中或去掉这一行")),
    Key("Ctrl+A", _R, "choose_all", _("选中这一页还没处理的全部行")),
)

PARCELS = (*COURIER, *ARRIVALS, *CUSTODY, *BILLING)
