"""The steps of the pack that are reviewed, and which move brings a case on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import waiting
from desktop.domain.cases.moves import Move, Stage
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.authority import final_move

_BEFORE, _AFTER = "受理", ("决定", "制证", "出具", "送达", "拨付")
_ON_SITE = ("核查", "检查", "实地")


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """A step of the pack between 受理 and 决定; `substantive` where it looks at the place itself."""

    name: str
    substantive: bool


def review_steps(item: ServiceItem | None) -> tuple[ReviewStep, ...]:
    """What has to be reviewed: the pack's steps after 受理 and before 决定; one where it has none."""
    names = [step.name for step in item.steps] if item else []
    first = next((n for n, name in enumerate(names) if name.startswith(_BEFORE)), -1)
    found: list[ReviewStep] = []
    for name in names[first + 1 :]:
        if name.startswith(_AFTER):
            break
        found.append(ReviewStep(name, any(word in name for word in _ON_SITE)))
    return tuple(found) or (ReviewStep("审查", False),)


def open_steps(case: Case, item: ServiceItem | None) -> tuple[ReviewStep, ...]:
    """Steps that nobody has reviewed yet."""
    done = {one.step for one in case.course.reviews}
    return tuple(step for step in review_steps(item) if step.name not in done)


def next_move(case: Case, item: ServiceItem | None) -> Move | None:
    """What F9 stands for: the move that brings the case on; None where nothing is left to do."""
    match case.stage:
        case Stage.RECEIVED | Stage.CORRECTING:
            return final_move(case.authority, bool(item and item.instant and not waiting(case)))
        case Stage.ACCEPTED | Stage.REVIEWING:
            undecided = case.stage is Stage.ACCEPTED or open_steps(case, item)
            return Move.REVIEW if undecided else Move.DECIDE
        case Stage.SUSPENDED:
            return Move.RESUME
        case Stage.DECIDED:
            granted = case.course.decided is not None and case.course.decided.granted
            return Move.PRODUCE if granted else Move.DELIVER
        case Stage.PRODUCED:
            return Move.DELIVER
    return None
