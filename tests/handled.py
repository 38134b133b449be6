"""Cases brought on by those who may, day after day: what the screens of terms have to show."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Defect
from desktop.domain.cases.lines import defect_of, open_lines
from desktop.domain.cases.tick import Fault
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Procedure, Unit
from desktop.domain.handling.changes import Transferred
from desktop.domain.handling.entries import (
    Conclusion,
    Decided,
    Delivered,
    DeliveryWay,
    Produced,
    Reviewed,
    TechnicalGiven,
)
from desktop.domain.handling.steps import review_steps
from desktop.services.cases import acts
from desktop.services.handling import decision, delivery, review, turns
from desktop.services.office import Office
from tests.courses import APPROVER, CHIEF, RESULT, TECHNICAL
from tests.offices import CLERK, Clock, whole

OPINION = "疏散宽度、安全出口数量和耐火等级均符合要求，竣工图与现场一致；" * 8


class Handled:
    """The days go on as the case does; the clock stands where the last act left it."""

    def __init__(self, office: Office, clock: Clock, item: str = "SP01") -> None:
        self.office, self.clock, self.item = office, clock, item

    def received(self) -> Case:
        draft = replace(whole(self.office, self.item), ticks={})
        return acts.receive(self.office, CLERK, draft).case

    def noticed(self, case: Case, lines: slice = slice(None)) -> Case:
        """补正告知 of the lines that are open."""
        defects = [defect_of(line) for line in open_lines(case)][lines]
        return acts.notify(self.office, CLERK, case.number, defects).case

    def noticed_again(self, case: Case) -> Case:
        """Two lines, and once more with a third: a supervisor has to look at it."""
        self.noticed(case, slice(2))
        more = defect_of(open_lines(case)[2], demand="换成在有效期内的")
        told: list[Defect] = [replace(more, fault=Fault.EXPIRED)]
        return acts.notify(self.office, CLERK, case.number, told).case

    def accepted(self) -> Case:
        return acts.finish(self.office, CLERK, whole(self.office, self.item)).case

    def suspended(self) -> Case:
        """检验, asked for on the second day, still running."""
        case = self.accepted()
        self.clock.on(days=1)
        return self._suspend(case.number)

    def examined(self) -> Case:
        """Technical review asked and answered, 检验 begun and ended, every step reviewed."""
        office, case = self.office, self.accepted()
        number = case.number
        self.clock.on(days=1)
        limit = Limit(5, Unit.WORKING_DAY)
        review.commission(office, APPROVER, number, "区建设工程检测中心", "消防设计", limit)
        self._suspend(number)
        self.clock.on(days=2)
        told = TechnicalGiven(
            number=1, conclusion=Conclusion.CONDITIONAL, given_on=office.today(), opinion=OPINION
        )
        review.give_opinion(office, TECHNICAL, number, told)
        review.end_procedure(office, APPROVER, number, "检验合格")
        self.clock.on(days=1)
        return self._review(number)

    def extended(self) -> Case:
        number = self.examined().number
        return review.extend(
            self.office, CHIEF, number, 5, "案情复杂，需补充核实", "管委会主任"
        ).case

    def decided(self, granted: bool = True) -> Case:
        number = self.extended().number
        told = Decided(
            granted=granted, decided_on=self.office.today(), handler="钱审（0720）", signer="",
            article="食品安全法 第三十五条", reasons="" if granted else "经营场所不符合要求",
        )  # fmt: skip
        return decision.decide(self.office, CHIEF, number, told).case

    def produced(self) -> Case:
        number, today = self.decided().number, self.office.today()
        told = Produced(
            name="食品经营许可证", number=RESULT, issued_on=today, valid_from=today,
            valid_until=today.replace(year=today.year + 5),
        )  # fmt: skip
        return delivery.produce(self.office, CLERK, number, told).case

    def delivered(self) -> Case:
        number = self.produced().number
        told = Delivered(
            way=DeliveryWay.COUNTER, delivered_on=self.office.today(), receiver="李晓敏",
            papers=("准予决定书", "食品经营许可证"), checked="居民身份证", place="7 号窗口",
        )  # fmt: skip
        return delivery.deliver(self.office, CLERK, number, told).case

    def transferred(self, to: str = "SP07") -> tuple[Case, Case]:
        """The case that was accepted by mistake, and the one that took the matter over."""
        old = self.accepted()
        told = Transferred(
            reason="面积不足 60 平方米", transferred_on=self.office.today(), to_item=to
        )
        new = turns.transfer(self.office, CHIEF, old.number, told).case
        return acts.load(self.office, old.number), new

    def _suspend(self, number: str) -> Case:
        needed = Limit(10, Unit.WORKING_DAY)
        return review.start_procedure(
            self.office, APPROVER, number, Procedure.INSPECTION, needed, "现场抽样送检"
        ).case

    def _review(self, number: str) -> Case:
        office = self.office
        for step in review_steps(office.item(self.item)):
            told = Reviewed(
                step=step.name, organ=office.station.organ, conclusion=Conclusion.PASSED,
                reviewed_on=office.today(), persons=("吴同行（0721）",),
                substantive=step.substantive, opinion="经营场所与图纸一致，符合规定",
            )  # fmt: skip
            review.review(office, APPROVER, number, told)
        return acts.load(office, number)
