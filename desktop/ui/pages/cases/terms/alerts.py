"""How the state of a term looks: glyph, word and tone, on lists and in the case alike."""

from __future__ import annotations

from datetime import date

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import OPEN, Stage
from desktop.domain.cases.rows import CaseRow
from desktop.domain.handling.alert import Alert, alert
from desktop.domain.handling.entries import Clock
from desktop.domain.handling.ledger import Section
from desktop.services.handling.duties import Watched
from desktop.services.office import Office
from desktop.ui.widgets.alerts import ALERTS
from desktop.wording import _
from desktop.wording.labels import label as word

Look = tuple[str, str, str]
"""Glyph, word, token of the theme."""

NEAR = 300
"""Days within which a day of the month tells its year by itself."""
WEEKDAYS = _("一二三四五六日")
_STOPPED = (Clock.DECISION, Clock.PROMISE)
"""What a special procedure stops (许可法 45); every other clock runs on."""


def left_text(told: Watched) -> str:
    """How far off it is, in working days. Past its day but not by a working day: 已过到期日."""
    if told.alert is Alert.OVERDUE:
        late = _("已超 {n} 个工作日").format(n=-told.left)
        return late if told.left else _("已过到期日")
    return _("还剩 {n} 个工作日").format(n=told.left) if told.left else _("今天到期")


def day_text(day: date, today: date) -> str:
    """`12-21`; with its year once it could be taken for another year's."""
    return f"{day:%m-%d}" if abs((day - today).days) < NEAR else f"{day:%Y-%m-%d}"


def of_row(office: Office, row: CaseRow) -> Alert | None:
    """The state of the term to decide; None where it does not run, or no longer."""
    return running(office, row.stage, row.accepted_on, row.due)


def running(office: Office, stage: Stage, start: date | None, due: date | None) -> Alert | None:
    """The same of a stage and the days of a term."""
    if start is None or due is None:
        return None
    if stage not in (Stage.ACCEPTED, Stage.REVIEWING, Stage.SUSPENDED):
        return None
    return alert(office.calendar, start, due, office.today(), stage is Stage.SUSPENDED)


def of_section(office: Office, case: Case, section: Section) -> Look:
    """The verdict on a clock that was met, the state of one that runs."""
    if section.met is not None:
        return _verdict(section)
    if case.stage not in OPEN:
        return "○", _("随办件终结"), "quiet"
    if section.term.due is None:  # of all clocks only 补正 has no term
        return "‖", _("补正中"), "warn"
    paused = case.stage is Stage.SUSPENDED and section.clock in _STOPPED
    told = alert(office.calendar, section.start, section.term.due, office.today(), paused)
    return ALERTS[told][0], word(told), ALERTS[told][1]


def _verdict(section: Section) -> Look:
    match section.in_time:
        case True:
            return "✓", _("按期"), "good"
        case False:
            return "×", _("逾期"), "bad"
    return "○", _("已结束"), "quiet"
