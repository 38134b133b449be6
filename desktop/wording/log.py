"""The log's columns, its head, and the rules by which it counts."""

from __future__ import annotations

from desktop.domain.supervision.ledger import LedgerHeading
from desktop.wording import _
from desktop.wording.papers import day_text, moment_text

COLUMN_TITLES: dict[str, str] = {
    "number": _("序号"),
    "happened_at": _("发生时刻"),
    "recorded_at": _("记录时刻"),
    "late": _("补录"),
    "hall": _("大厅"),
    "window": _("窗口"),
    "clerk": _("经办人"),
    "act": _("行为"),
    "case": _("办件编号"),
    "item": _("事项"),
    "applicant": _("申请人"),
    "applicant_id": _("证件号码"),
    "detail": _("内容"),
    "entry": _("链位"),
}
LATE = _("补录")
SHEET_OF_ROWS = _("日志")
SHEET_OF_COUNTS = _("统计与口径")
COUNTED = _("行为")
COUNT = _("行数")
TOTAL = _("合计")
CHAIN = _("链首核验（导出时刻各设备日志链的末端）")
DEVICE, SEQUENCE, HASH = _("设备"), _("序号"), _("哈希")
DISK_FULL, NO_RIGHT, NO_FOLDER = _("磁盘已满"), _("没有写入权限"), _("文件夹不存在")
RULES_TITLE = _("口径")
RULES: tuple[str, ...] = (
    _("一行为一次行为，逐条列出，不合并、不删减；更正也是新的一行。"),
    _("按发生时刻归日（北京时间），起止两日均计入；记录时刻晚于发生时刻十分钟以上的标为补录。"),
    _("收件不等于受理；受理、当场办结、代收、不予受理、撤回各计其行，同一办件可以有多行。"),
    _("寄递行为逐件计，对申请人一律免费。"),
    _("个人信息默认掩码：姓名只显首尾，证件号码只显后四位；未掩码的导出须写明理由并另行留痕。"),
    _("链位为「设备:序号」，与链首哈希一起可用「verify」命令核对日志是否完整、未被改动。"),
    _("以 = + - @、制表符、回车或换行开头的文字在 CSV 中前加半角单引号，以免被表格软件当作公式。"),
)


def title(heading: LedgerHeading) -> str:
    """`经开区政务服务中心 日志 2026年11月23日 至 2026年11月24日`; one day is said once."""
    days = day_text(heading.first)
    if heading.last != heading.first:
        days += _(" 至 ") + day_text(heading.last)
    return _("{hall} 日志　{days}").format(hall=heading.hall, days=days)


def exported(heading: LedgerHeading) -> str:
    """Who exported when, and whether personal data is shown."""
    shown = _("个人信息未掩码") if heading.personal else _("个人信息已掩码")
    return _("导出：{who}　{at}　{shown}").format(
        who=heading.exported_by, at=moment_text(heading.exported_at), shown=shown
    )
