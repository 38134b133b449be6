"""The log's columns, its head, and the rules by which it counts."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.advice.entries import Shown
from desktop.domain.halls.roles import STATION
from desktop.domain.savings.saving import Measure
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.views import By
from desktop.domain.supervision.rows import LogFilter
from desktop.wording import _
from desktop.wording.acts import act_name
from desktop.wording.guidance.savings import MEASURES, UNITS
from desktop.wording.labels import label
from desktop.wording.papers import day_text, moment_text

WordsOf = Callable[[By, str], str]
"""What a value that a filter asks for is called."""
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
CHAIN = _("链尾核验（导出时刻各设备日志链的末端）")
DEVICE, SEQUENCE, HASH = _("设备"), _("序号"), _("哈希")
FIGURES = _("统计")
FIGURES_ALONE = _(
    "共 {n} 行，超过 {most} 行不逐行打印；本件只印统计，逐行请看同一范围的 XLSX 或 CSV。"
)
VIEWS: dict[str, str] = {
    "all": _("全部行为"),
    "day": _("日清单"),
    "course": _("收件·受理·决定·超期"),
    "handover": _("交接"),
    "courier": _("快递"),
    "savings": _("减免"),
    "consultations": _("咨询"),
    "gbt39046": _("办件数据 GB/T 39046"),
}
GROUPS: dict[By, str] = {
    By.ROWS: TOTAL,
    By.ACT: _("行为"),
    By.CLERK: _("经办人"),
    By.ITEM: _("事项"),
    By.HALL: _("大厅"),
    By.WINDOW: _("窗口"),
    By.DAY: _("日期"),
    By.LATE: _("补录"),
    By.OVERDUE: _("超期（含未决）"),
    By.SAVED: _("减免"),
    By.SUBJECT: _("问了什么"),
}
DISK_FULL, NO_RIGHT, NO_FOLDER = _("磁盘已满"), _("没有写入权限"), _("文件夹不存在")
RULES_TITLE = _("口径")
RULES: tuple[str, ...] = (
    _("一行为一次行为，逐条列出，不合并、不删减；更正也是新的一行。"),
    _("按发生时刻归日（北京时间），起止两日均计入；记录时刻晚于发生时刻十分钟以上的标为补录。"),
    _("收件不等于受理；受理、当场办结、代收、不予受理、撤回各计其行，同一办件可以有多行。"),
    _("寄递行为逐件计，对申请人一律免费。"),
    _("个人信息默认掩码：姓名只显首尾，证件号码只显后四位；未掩码的导出须写明理由并另行留痕。"),
    _(
        "超期（含未决）：决定晚于到期日的（看板的「超期」），加上截至末日已过到期日仍未决定的；一件计一次，暂停计时的不算。"
    ),
    _(
        "减免按受理、当场办结的办件计，一件只计一次，归行为发生日（看板归受理日）；没有办结的，到场次数是推定。"
    ),
    _("链位为「设备:序号」；文件旁的清单记有统计、校验值和链尾，用「verify 文件」核对。"),
    _("以 = + - @、制表符、回车或换行开头的文字在 CSV 中前加半角单引号，以免被表格软件当作公式。"),
)


def figure_name(figure: Figure) -> str:
    """What is counted, in the words of rows: 「受理」「王小满（0712）」「SP01 食品经营许可」."""
    key, name = figure.key, figure.name
    match figure.by:
        case By.ROWS:
            return _("全部行")
        case By.ACT:
            return act_name(key)
        case By.CLERK:
            return STATION.name if key == STATION.code else f"{name}（{key}）" if name else key
        case By.LATE:
            return _("晚于发生十分钟以上才记录的")
        case By.OVERDUE:
            return _("决定超期，或过期未决定的")
        case By.SAVED:
            return MEASURES[Measure(key)]
        case By.SUBJECT:
            shown, _colon, id = key.partition(":")
            return f"{id} {name}".strip() if id else label(Shown(shown))
    return f"{key} {name}".strip()


def figure_count(figure: Figure) -> str:
    """`36`, or with what was spared counted in: `36 项`."""
    if figure.by is not By.SAVED:
        return str(figure.count)
    return f"{figure.count} {figure.unit or UNITS.get(Measure(figure.key), '')}".strip()


def narrowing(wanted: LogFilter | None, words_of: WordsOf = lambda _by, key: key) -> str:
    """What a filter leaves out is said by what it asks for; empty where it asks for all."""
    if wanted is None:
        return ""
    known = (
        (By.HALL, wanted.halls), (By.WINDOW, wanted.windows), (By.CLERK, wanted.clerks),
        (By.ITEM, wanted.items),
    )  # fmt: skip
    named = [(by, [words_of(by, key) for key in sorted(keys)]) for by, keys in known]
    named.append((By.ACT, sorted(map(act_name, wanted.kinds))))
    parts = [f"{GROUPS[by]} {'、'.join(chosen)}" for by, chosen in named if chosen]
    if wanted.late:
        parts.append(_("仅补录"))
    if wanted.overdue:
        parts.append(_("仅超期（含未决）"))
    if wanted.saved:
        measure, _colon, unit = wanted.saved.partition(":")
        what = MEASURES[Measure(measure)] + (f"（{unit}）" if unit else "")
        parts.append(_("减了{what}的").format(what=what))
    if wanted.subject:
        parts.append(_("问的是 {what}").format(what=wanted.subject.partition(":")[2] or "—"))
    return "；".join(parts)


def narrowed(heading: LedgerHeading) -> str:
    """The same in the head of a file, with the names that its figures know."""
    names = {(one.by, one.key): figure_name(one) for one in heading.figures}
    return narrowing(heading.wanted, lambda by, key: names.get((by, key), key))


def title(heading: LedgerHeading) -> str:
    """`经开区政务服务中心 日志 2026年11月23日 至 2026年11月24日`; one day is said once."""
    days = day_text(heading.first)
    if heading.last != heading.first:
        days += _(" 至 ") + day_text(heading.last)
    view = "" if heading.view.id == "all" else f"　{VIEWS[heading.view.id]}"
    return _("{hall} 日志{view}　{days}").format(hall=heading.hall, view=view, days=days)


def exported(heading: LedgerHeading) -> str:
    """Who exported when, and whether personal data is shown."""
    shown = _("个人信息未掩码") if heading.personal else _("个人信息已掩码")
    told = _("导出：{who}　{at}　{shown}").format(
        who=heading.exported_by, at=moment_text(heading.exported_at), shown=shown
    )
    asked = narrowed(heading)
    return told + (_("　筛选：{what}").format(what=asked) if asked else "")
