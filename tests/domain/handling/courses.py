"""Cases on their way, from the real catalogue, for the rules that come after acceptance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from desktop.domain.cases import acts, terms
from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.folding.case_fold import fold as fold_case
from desktop.domain.days import BEIJING
from desktop.domain.guidance.item import Limit, ServiceItem
from desktop.domain.guidance.terms import Procedure, Unit
from desktop.domain.handling import acts as rules
from desktop.domain.handling.entries import Conclusion, Decided, Reviewed
from desktop.domain.handling.steps import review_steps
from desktop.domain.trust.entry import Fact
from tests.domain.guidance.shipped import catalogue, work_calendar
from tests.domain.told import NUMBER, draft, fact, received

CALENDAR = work_calendar()
SP01 = catalogue().items["SP01"]
DAY = date(2026, 3, 2)
"""A Monday; twenty working days on is 30 March (the worked example)."""


def at(day: date) -> datetime:
    return datetime.combine(day, time(10, 0), BEIJING)


class Course:
    """A case whose entries are told one by one; `case` is what they come to."""

    def __init__(self, item: str = "SP01", on: date = DAY) -> None:
        self.item: ServiceItem = catalogue().items[item]
        self.facts: list[Fact] = [received(draft(item), at(on))]

    @property
    def case(self) -> Case:
        found = fold_case(NUMBER, self.facts)
        assert found is not None
        return found

    def tell(self, payload: Any, on: date, recorded: date | None = None) -> Course:
        told = fact(payload, at(on), at(recorded or on))
        id = f"{len(self.facts):032x}"
        self.facts.append(replace(told, entry=replace(told.entry, id=id)))
        return self

    def accept(self, on: date = DAY, days: int | None = None) -> Course:
        """受理; `days` working days in place of the item's own limit."""
        due = terms.terms(self.item, self.case.answers, on, CALENDAR)
        if days is not None:
            due = (terms.term(Limit(days, Unit.WORKING_DAY), on, CALENDAR), Term())
        return self.tell(acts.accepted(self.case, on, *due), on)

    def suspend(self, on: date, days: int = 5, **more: Any) -> Course:
        told = {"reason": "评审", "basis": "某法 第一条", **more}
        payload = rules.procedure_started(
            self.case, Procedure.EXPERT_REVIEW, Limit(days, Unit.WORKING_DAY), on, calendar=CALENDAR,
            **told,
        )  # fmt: skip
        return self.tell(payload, on)

    def resume(self, on: date, recorded: date | None = None) -> Course:
        payload = rules.procedure_ended(self.case, on, "通过", CALENDAR)
        return self.tell(payload, on, recorded)

    def review(self, on: date = DAY) -> Course:
        for step in review_steps(self.item):
            told = Reviewed(
                step=step.name, organ="某局", conclusion=Conclusion.PASSED, reviewed_on=on,
                persons=("王", "赵"), substantive=step.substantive, opinion="符合",
            )  # fmt: skip
            self.tell(rules.reviewed(self.case, told, review_steps(self.item)), on)
        return self

    def decide(self, on: date = DAY, **more: Any) -> Course:
        limit = terms.delivery_limit(self.item)
        delivery = terms.term(limit, on, CALENDAR)
        told = Decided(**{
            "granted": True, "decided_on": on, "handler": "王", "signer": "首席",
            "delivery": delivery, **more,
        })  # fmt: skip
        return self.tell(rules.decided(self.case, told, review_steps(self.item)), on)
