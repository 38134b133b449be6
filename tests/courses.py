"""Cases brought on by those who may: accepted, reviewed, decided, made; with the clerks for it.

For every ring: the services do the acts, so what they refuse cannot be brought about here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop.domain.cases.case import Case
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.handling.entries import Conclusion, Decided, Produced, Reviewed
from desktop.domain.handling.steps import review_steps
from desktop.services.cases import acts
from desktop.services.handling import decision, delivery, review
from desktop.services.office import Office
from tests.offices import CLERK, whole

APPROVER = Clerk(code="0720", name="钱审", role=Role.APPROVER)
CHIEF = Clerk(code="0730", name="孙批", role=Role.CHIEF)
TECHNICAL = Clerk(code="0740", name="周测", role=Role.TECHNICAL)
RESULT = "JY11115000000001"


def accepted(office: Office, item: str = "SP01", **more: Any) -> Case:
    """已受理 with every material; `more` are fields of the draft."""
    return acts.finish(office, CLERK, whole(office, item, **more)).case


def reviewed(office: Office, item: str = "SP01", **more: Any) -> Case:
    """Every step of the pack passed, by two persons."""
    return review_all(office, accepted(office, item, **more))


def review_all(office: Office, case: Case) -> Case:
    """The same of a case that was accepted."""
    for step in review_steps(office.item(case.item)):
        told = Reviewed(
            step=step.name,
            organ=office.station.organ,
            conclusion=Conclusion.PASSED,
            reviewed_on=office.today(),
            persons=("吴同行（0721）",),
            substantive=step.substantive,
            opinion="符合规定",
        )
        case = review.review(office, APPROVER, case.number, told).case
    return case


def decided(office: Office, item: str = "SP01", granted: bool = True, **more: Any) -> Case:
    """准予, or 不予 with reason, article and remedies, by the chief representative."""
    return decide_on(office, reviewed(office, item, **more), granted)


def decide_on(office: Office, case: Case, granted: bool = True) -> Case:
    """The same of a case that was reviewed."""
    told = Decided(
        granted=granted,
        decided_on=office.today(),
        handler="钱审（0720）",
        signer="",
        article="食品安全法 第三十五条",
        reasons="" if granted else "经营场所不符合要求",
        review_organ=office.station.review_organ,
        court=office.station.court,
    )
    return decision.decide(office, CHIEF, case.number, told).case


def result(on: date, number: str = RESULT, **more: Any) -> Produced:
    """What 制证 would tell of a result of that day."""
    told: dict[str, Any] = {
        "name": "食品经营许可证", "number": number, "issued_on": on, "valid_from": on,
        "valid_until": on.replace(year=on.year + 5), **more,
    }  # fmt: skip
    return Produced(**told)


def produced(office: Office, item: str = "SP01", number: str = RESULT, **more: Any) -> Case:
    """准予 and made: it waits for its owner."""
    case = decided(office, item, **more)
    return delivery.produce(office, CLERK, case.number, result(office.today(), number)).case
