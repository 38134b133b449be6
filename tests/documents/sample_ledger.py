"""A case that had everything: a correction, a holiday, an expert review, an extension; its clocks.

Folded from entries by the rules themselves, over the calendar of autumn 2026.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop.domain.cases.entries import (
    CaseAccepted,
    CaseReceived,
    CaseSupplemented,
    CorrectionNoticed,
    Term,
)
from desktop.domain.cases.folding.case_fold import fold
from desktop.domain.cases.terms import term
from desktop.domain.days import BEIJING
from desktop.domain.days.working_days import OffDay, WorkCalendar, YearDays
from desktop.domain.guidance.terms import Procedure
from desktop.domain.halls.authority import Authority
from desktop.domain.handling.course import Suspension
from desktop.domain.handling.entries import (
    Conclusion,
    Decided,
    Extended,
    ProcedureEnded,
    ProcedureStarted,
    Reviewed,
    TechnicalGiven,
    TechnicalRequested,
)
from desktop.domain.handling.ledger import ledger
from desktop.domain.trust.entry import Fact
from tests.documents.samples import LINES, RECEIPT, SHOP
from tests.domain.told import fact

NUMBER = "KFQ-20260914-A07-0003"
RECEIVED, NOTICED, ACCEPTED = date(2026, 9, 14), date(2026, 9, 16), date(2026, 9, 18)
TODAY = date(2026, 11, 23)
CALENDAR = WorkCalendar(
    [
        YearDays(
            2026,
            True,
            (
                OffDay(date(2026, 9, 25), "中秋节", True),
                *(OffDay(date(2026, 9, day), "中秋节", False) for day in (26, 27)),
                *(OffDay(date(2026, 10, day), "国庆节", day < 4) for day in range(1, 8)),
            ),
            ((date(2026, 9, 20), "国庆节"), (date(2026, 10, 10), "国庆节")),
        )
    ]
)
DAYS = "工作日"
SPAN = (date(2026, 10, 9), date(2026, 10, 20))
EXTENSION = Term(value=10, unit=DAYS)


def of(days: int, start: date, extension: Term | None = None, suspended: bool = False) -> Term:
    spans = (SPAN,) if suspended else ()
    limit = Term(value=days, unit=DAYS)
    return term(limit, start, CALENDAR, spans, extension or Term())


STARTED = ProcedureStarted(
    procedure=Procedure.EXPERT_REVIEW,
    reason="经营项目含生食类制售，需要专家评审加工流程的风险",
    starts_on=SPAN[0],
    needed=of(8, SPAN[0] - timedelta(days=1)),
    basis="食品经营许可和备案管理办法 第二十条",
    statutory=of(20, ACCEPTED, suspended=True),
    promised=of(10, ACCEPTED, suspended=True),
)
EXTENDED = Extended(
    by=EXTENSION,
    reason="经营场所跨两栋建筑，须会同消防部门核对平面布局，二十个工作日内不能作出决定。",
    approver="局长　赵某某",
    extended_on=date(2026, 10, 26),
    before=of(20, ACCEPTED, suspended=True),
    statutory=of(20, ACCEPTED, EXTENSION, suspended=True),
)
ASKED = TechnicalRequested(
    number=1,
    to="北京某食品安全技术中心",
    subject="冷食加工间的空气洁净度",
    asked_on=date(2026, 9, 21),
    due=of(5, date(2026, 9, 21)),
)
GIVEN = TechnicalGiven(
    number=1,
    conclusion=Conclusion.CONDITIONAL,
    given_on=date(2026, 9, 30),
    opinion="洁净度符合要求，须加装一处回风过滤。",
)
REVIEWED = (
    Reviewed(
        step="现场核查",
        organ="经开区行政审批局现场核查科",
        conclusion=Conclusion.PASSED,
        reviewed_on=date(2026, 10, 22),
        persons=("王敏（1007）", "赵某（1013）"),
        substantive=True,
        opinion="布局与图纸一致。",
    ),
    Reviewed(
        step="审查",
        organ="经开区行政审批局",
        conclusion=Conclusion.PASSED,
        reviewed_on=date(2026, 11, 18),
        persons=("王敏（1007）",),
    ),
)
DECIDED = Decided(
    granted=True,
    decided_on=date(2026, 11, 20),
    handler="王敏（1007）",
    signer="周首席（1002）",
    article="食品经营许可和备案管理办法 第二十二条",
    conditions="生食类制售限在一层冷食加工间；六个月内加装回风过滤装置并书面报告。",
    review_organ="北京经济技术开发区管理委员会",
    court="北京市大兴区人民法院",
    delivery=of(10, date(2026, 11, 20)),
)


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=BEIJING)


FACTS: tuple[Fact, ...] = (
    fact(
        CaseReceived(
            item=RECEIPT.item,
            item_name=RECEIPT.item_name,
            item_type=RECEIPT.item_type,
            item_approved=True,
            visit="v1",
            window="A07",
            authority=Authority.ACCEPT,
            channel=RECEIPT.channel,
            answers={},
            situation=RECEIPT.situation,
            lines=LINES,
            listed=14,
            to_submit=8,
            deemed=of(5, RECEIVED),
            applicant=SHOP,
        ),
        at(RECEIVED),
    ),
    fact(CorrectionNoticed(defects=(), taken_home=(), kept=(), by=None), at(NOTICED)),
    fact(CaseSupplemented(lines=()), at(ACCEPTED)),
    fact(
        CaseAccepted(
            accepted_on=ACCEPTED, statutory=of(20, ACCEPTED), promised=of(10, ACCEPTED)
        ),
        at(ACCEPTED, 11),
    ),
    fact(ASKED, at(ASKED.asked_on)),
    fact(GIVEN, at(GIVEN.given_on)),
    fact(STARTED, at(SPAN[0])),
    fact(
        ProcedureEnded(
            ends_on=SPAN[1], result="专家评审通过", statutory=STARTED.statutory,
            promised=STARTED.promised,
        ),
        at(SPAN[1]),
    ),
    fact(REVIEWED[0], at(REVIEWED[0].reviewed_on)),
    fact(EXTENDED, at(EXTENDED.extended_on)),
    fact(REVIEWED[1], at(REVIEWED[1].reviewed_on)),
    fact(DECIDED, at(DECIDED.decided_on)),
)  # fmt: skip
CASE = fold(NUMBER, FACTS)
assert CASE is not None
SECTIONS = ledger(CASE, FACTS, CALENDAR, TODAY)
SUSPENSION = Suspension(STARTED)
