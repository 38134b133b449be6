"""The checklist as it stands on the screen: what the situation needs, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.cases.draft import Answers, Draft
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.guidance.checklist import Checklist, ChecklistLine, Need, resolve
from desktop.domain.guidance.condition import questions_of
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.question_order import most_left, next_question, order
from desktop.domain.identity.party import AGENT_QUESTION, agent_answer


@dataclass(frozen=True, slots=True)
class Row:
    """One material that this situation asks for, numbered as the keys 1–9 tick it."""

    number: int
    line: ChecklistLine
    tick: Tick

    @property
    def key(self) -> str:
        return self.line.material.key

    @property
    def check(self) -> Check:
        """A spared material is 免交 without anybody's tick."""
        if self.tick.check is Check.UNCHECKED and self.line.need is Need.EXEMPT:
            return Check.EXEMPT
        return self.tick.check

    @property
    def deferrable(self) -> bool:
        """容缺 is offered only where the item allows it."""
        return self.line.need is Need.DEFERRABLE

    @property
    def open(self) -> bool:
        """Still stands between the applicant and 受理."""
        if self.check in (Check.RECEIVED, Check.EXEMPT):
            return False
        if self.check is Check.PENDING:
            return not self.deferrable
        if self.check is Check.UNCHECKED:
            return self.line.need is not Need.OPTIONAL
        return True


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows` to look at, `apart` the materials this situation does not need, each with why."""

    item: ServiceItem
    checklist: Checklist
    rows: tuple[Row, ...]
    apart: tuple[ChecklistLine, ...]

    @property
    def open_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.open)

    @property
    def defects(self) -> tuple[Row, ...]:
        """What a correction notice must name, all at once: the open rows (许可法 32(4))."""
        return self.open_rows

    @property
    def asked(self) -> tuple[str, ...]:
        """Questions to put to a person, in the order in which the fewest decide: answered ones
        that matter here, the next one, and what else may still decide.
        """
        return order(self.item, self.given)

    @property
    def next_question(self) -> str:
        """The question to put now; empty when the checklist stands."""
        return next_question(self.item, self.given) or ""

    @property
    def most_left(self) -> int:
        """How many questions are left at most."""
        return most_left(self.item, self.given)

    @property
    def given(self) -> Answers:
        """What a person answered; the rest of the answers are defaults."""
        unanswered = self.checklist.unanswered
        return {k: v for k, v in self.checklist.answers.items() if k not in unanswered}

    @property
    def to_hand_in(self) -> tuple[Row, ...]:
        """What must be handed in now, after what was spared at the counter."""
        return tuple(
            row
            for row in self.rows
            if row.line.need is Need.SUBMIT and row.check is not Check.EXEMPT
        )

    @property
    def spared(self) -> tuple[Row, ...]:
        """免交: by an e-licence, a shared record, or at the counter."""
        return tuple(row for row in self.rows if row.check is Check.EXEMPT)

    @property
    def at_once(self) -> bool:
        """Whether it can be settled at the counter: an 即办件 with nothing that follows later."""
        return self.item.instant and not any(row.check is Check.PENDING for row in self.rows)

    def row(self, key: str) -> Row | None:
        return next((row for row in self.rows if row.key == key), None)


def given_answers(item: ServiceItem, draft: Draft) -> Answers:
    """What a person answered of the item's questions; 谁来办 answers its agent question, where that
    offers 是 and 否.
    """
    asked = {question.id: question.options for question in item.questions}
    agent = {
        name: chosen
        for name, chosen in agent_answer(draft.presence).items()
        if set(chosen) <= set(asked.get(name, ()))
    }
    told = {**draft.answers, **agent}
    return {name: chosen for name, chosen in told.items() if name in asked}


def _of_the_applicant(checklist: Checklist, draft: Draft, fetched: set[str]) -> Checklist:
    """What was fetched is the applicant's: it spares no document of the agent's, which is what a
    material is that is asked for only where an agent comes.
    """
    item = checklist.item
    answers = given_answers(item, draft)
    without = resolve(item, answers, draft.licences - fetched, draft.committed)
    lines = tuple(
        without.line(line.material.key)
        if _agents(line) and line.reason.licence in fetched
        else line
        for line in checklist.lines
    )
    return replace(checklist, lines=lines)


def _agents(line: ChecklistLine) -> bool:
    return AGENT_QUESTION in questions_of(line.material.condition)


def lay_out(item: ServiceItem, draft: Draft) -> Sheet:
    """Resolve the item for this draft's situation and lay the ticks beside it."""
    checklist = resolve(item, given_answers(item, draft), draft.licences, draft.committed)
    fetched = {answer.category for answer in draft.evidence.answers}
    if fetched:
        checklist = _of_the_applicant(checklist, draft, fetched)
    needed = [line for line in checklist.lines if line.need is not Need.NOT_APPLICABLE]
    rows = tuple(
        Row(number, line, draft.tick(line.material.key)) for number, line in enumerate(needed, 1)
    )
    apart = tuple(line for line in checklist.lines if line.need is Need.NOT_APPLICABLE)
    return Sheet(item, checklist, rows, apart)
