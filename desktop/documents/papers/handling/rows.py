"""Rows that several papers of the course share, and the course itself, without which there is no
such paper.
"""

from __future__ import annotations

from typing import TypeVar

from desktop.documents.layout.table import Pair
from desktop.documents.papers import parts
from desktop.domain.cases.entries import Term
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.course import Course
from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.handling.papers import PUT_OFF
from desktop.wording.papers import NONE, cited, day_of, day_text, due_text, is_licence

Stated = TypeVar("Stated")


def course(facts: PaperFacts) -> Course:
    return stated(facts, facts.course)


def stated(facts: PaperFacts, told: Stated | None) -> Stated:
    """What the paper states. Raises `Refusal("paper_without_facts", paper=…)`."""
    if told is None:
        raise Refusal("paper_without_facts", paper=facts.number)
    return told


def last(facts: PaperFacts, told: tuple[Stated, ...]) -> Stated:
    """The last of its kind is what the paper is about."""
    return stated(facts, told[-1] if told else None)


def matter(facts: PaperFacts) -> list[Pair]:
    """申请人, 事项, 收到日 and 受理日: whose case it is and since when."""
    days: Pair = (_("收到日"), day_of(facts.received_at))
    if facts.accepted_on:
        days = (*days, _("受理日"), day_text(facts.accepted_on))
    return [*parts.applicant(facts), *parts.item(facts), days]


def basis(facts: PaperFacts, by_law: str, own: str = "") -> list[Pair]:
    """The article of 行政许可法 for 行政许可 alone, and the provision that was named; for the other
    types, where none was named, what the item itself rests on.
    """
    own = cited(facts, own)
    told = [by_law, own] if is_licence(facts) else [own or "；".join(facts.legal_basis)]
    text = "；".join(part for part in told if part)
    return [(_("依据"), text)] if text else []


def put_off(facts: PaperFacts, statutory: Term, promised: Term) -> list[Pair]:
    """期限顺延后预计到期日; a promise is printed only where the item is 已核定."""
    rows: list[Pair] = []
    if statutory.due:
        rows.append((_("法定到期日"), PUT_OFF.format(due=due_text(statutory))))
    if facts.item_approved and promised.due:
        rows.append((_("承诺到期日"), PUT_OFF.format(due=due_text(promised))))
    return rows


def returned(facts: PaperFacts, name: str, keys: tuple[str, ...]) -> list[Pair]:
    """Materials by name under a label; 无 where there are none."""
    return [(name, parts.names(facts, keys) or NONE)]
