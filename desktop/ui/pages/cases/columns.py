"""Columns of the lists of the 办件 page, and how stages look."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import date, datetime

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.rows import CaseRow, DraftRow, PaperRow
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.rows import ShipmentRow
from desktop.domain.days import BEIJING
from desktop.domain.trust.entry import Fact
from desktop.services.cases.acts import Done
from desktop.services.office import Office
from desktop.ui.pages.cases.terms.alerts import of_row
from desktop.ui.pages.cases.terms.statement import short
from desktop.ui.pages.papers.sheets import status
from desktop.ui.widgets.alerts import ALERTS
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name, detail
from desktop.wording.labels import label as word
from desktop.wording.papers import form_text

TONES: dict[Stage, tuple[str, str]] = {
    Stage.DRAFT: ("○", "quiet"),
    Stage.RECEIVED: ("○", "info"),
    Stage.CORRECTING: ("▲", "warn"),
    Stage.ACCEPTED: ("●", "good"),
    Stage.REVIEWING: ("●", "info"),
    Stage.SUSPENDED: ("‖", "info"),
    Stage.DECIDED: ("◆", "info"),
    Stage.PRODUCED: ("◆", "good"),
    Stage.COLLECTED: ("●", "good"),
    Stage.REFUSED: ("×", "bad"),
    Stage.WITHDRAWN: ("×", "quiet"),
    Stage.TERMINATED: ("×", "quiet"),
    Stage.TRANSFERRED: ("→", "quiet"),
    Stage.CLOSED: ("✓", "good"),
}
"""Glyph and token of a stage: it is told by form, word and colour."""
UNSYNCED = "◐"
"""Before a case's number: 未同步."""
WAYS = {Direction.INBOUND: _("寄入"), Direction.OUTBOUND: _("寄出")}
CHECKS: dict[Check, tuple[str, str]] = {
    Check.UNCHECKED: ("○", "warn"),
    Check.RECEIVED: ("✓", "good"),
    Check.EXEMPT: ("–", "info"),
    Check.PENDING: ("▲", "warn"),
    Check.DEFECT: ("×", "bad"),
}


def stage_text(stage: Stage) -> str:
    """`● 已受理`."""
    return f"{TONES[stage][0]} {word(stage)}"


def told(done: Done) -> tuple[str, ...] | tuple[str, tuple[str, str]]:
    """What an act made of the case, and the button that prints its papers, where it has any."""
    words = _("{number} 现在是「{stage}」。").format(
        number=done.case.number, stage=word(done.case.stage)
    )
    if not done.papers:
        return (words,)
    return words, ("print", _("F2 打印 {n} 份文书").format(n=len(done.papers)))


def moment(at: datetime | None) -> str:
    """`11-23 10:41` in Beijing; another year's with its year, without the time of day."""
    if at is None:
        return ""
    there = at.astimezone(BEIJING)
    this_year = there.year == datetime.now(BEIJING).year
    return f"{there:%m-%d %H:%M}" if this_year else f"{there:%Y-%m-%d}"


def due_text(due: date | None, provisional: bool) -> str:
    """`暂按推算` where the year has no notice of holidays yet."""
    if due is None:
        return "—"
    return f"{due:%Y-%m-%d}" + (_("（暂按推算）") if provisional else "")


def tick_text(tick: Tick) -> str:
    """State of a material in words: `✓ 已收·留存`, `× 不符·过期`."""
    more = ""
    if tick.check is Check.RECEIVED:
        more = "·" + word(tick.kept)
    elif tick.fault is not None:
        more = "·" + word(tick.fault)
    return f"{CHECKS[tick.check][0]} {word(tick.check)}{more}"


def _recorded(fact: Fact) -> str:
    """The time of day where it is the same day's, else the whole moment."""
    happened, there = fact.happened_at.astimezone(BEIJING), fact.recorded_at.astimezone(BEIJING)
    told = f"{there:%H:%M}" if there.date() == happened.date() else moment(there)
    return told + (_(" 补录") if fact.late else "")


def _received(row: CaseRow) -> str:
    return moment(row.received_at) + (_(" 补录") if row.late else "")


PARCELS: tuple[Column, ...] = (
    Column(_("快递编号"), lambda row: row.number, 12),
    Column(_("方向"), lambda row: WAYS[row.direction], 3),
    Column(_("运单号"), lambda row: row.waybill or _("待填")),
    Column(_("状态"), lambda row: word(row.stage), 4),
)
PAPERS: tuple[Column, ...] = (
    Column(_("文书"), lambda row: word(row.kind)),
    Column(_("编号"), lambda row: row.number.removeprefix(f"{row.case}-"), 4),
    Column(_("出具"), lambda row: moment(row.issued_at), 7),
    Column(_("打印"), status, 9),
)
HISTORY: tuple[Column, ...] = (
    Column(_("发生"), lambda fact: moment(fact.happened_at), 7),
    Column(
        _("记录"),
        _recorded,
        6,
        tone=lambda fact: "warn" if fact.late else "",
    ),
    Column(_("经办"), lambda fact: fact.entry.clerk, 3),
    Column(_("行为"), lambda fact: act_name(fact.entry.kind), 7),
    Column(_("内容"), lambda fact: detail(fact.payload)),
)


def materials(case: Callable[[], Case | None], today: Callable[[], date]) -> tuple[Column, ...]:
    """What follows later has its day beside it; one that has passed stands out."""

    def lapsed(line: SheetLine) -> bool:
        by = _follows_by(case(), line)
        return by is not None and by < today()

    def state(line: SheetLine) -> str:
        by = _follows_by(case(), line)
        if by is None:
            return tick_text(line.tick)
        told = _("▲ 容缺·逾期 {day}") if lapsed(line) else _("▲ 容缺·至 {day}")
        return told.format(day=f"{by:%m-%d}")

    def tone(line: SheetLine) -> str:
        return "bad" if lapsed(line) else CHECKS[line.tick.check][1]

    return (
        Column(_("序"), lambda line: str(line.number), 2, right=True),
        Column(_("材料"), lambda line: line.name),
        Column(_("形式"), form_text, 9),
        Column(_("状态"), state, 11, tone=tone),
    )


def _follows_by(case: Case | None, line: SheetLine) -> date | None:
    """The day of a deferred material that has not come."""
    return case.deferred_by.get(line.key) if case and not line.tick.settled else None


def cases(office: Office, waiting: Container[str] = ()) -> tuple[Column, ...]:
    """A case that waits for its decision says how near its due day is; `waiting` are the numbers
    of those with entries that no hub has confirmed yet.
    """

    def number(row: CaseRow) -> str:
        return f"{UNSYNCED} {row.number}" if row.number in waiting else row.number

    def due(row: CaseRow) -> str:
        told = of_row(office, row)
        mark = f"{ALERTS[told][0]} " if told else ""
        return mark + short(row.due, row.provisional)

    def tone(row: CaseRow) -> str:
        told = of_row(office, row)
        return ALERTS[told][1] if told else ""

    return (
        Column(_("办件编号"), number, 13),
        Column(_("事项"), lambda row: row.item_name),
        Column(_("申请人"), lambda row: row.applicant or "—", 4),
        Column(
            _("状态"), lambda row: stage_text(row.stage), 6, tone=lambda row: TONES[row.stage][1]
        ),
        Column(_("收件"), _received, 7),
        Column(_("到期"), due, 9, tone=tone),
    )


def drafts(office: Office) -> tuple[Column, ...]:
    """Drafts say the item by its name, which only the catalogue knows."""

    def name(row: DraftRow) -> str:
        item = office.catalogue.items.get(row.item)
        return item.name if item else row.item

    return (
        Column(_("事项"), name),
        Column(_("申请人"), lambda row: row.applicant or _("未填"), 6),
        Column(_("已勾选"), lambda row: _("{n} 项").format(n=row.ticked), 4),
        Column(_("状态"), lambda row: _("挂起") if row.held else _("在办"), 4),
        Column(_("保存"), lambda row: moment(row.saved_at), 7),
    )


def key_of_line(line: SheetLine) -> str:
    """A material is found again by its key."""
    return line.key


def key_of_fact(fact: Fact) -> str:
    """An entry is found again by its id."""
    return fact.entry.id


def key_of_number(row: CaseRow | PaperRow | ShipmentRow) -> str:
    """Cases, papers and parcels are found again by number."""
    return row.number
