"""Themes that nobody wrote: items that share questions and documents, in stages.

Drawn from a seeded `Random`: whole catalogues, many of them, fast.
"""

from __future__ import annotations

from random import Random

from desktop.domain.guidance.catalogue import Catalogue, Member, Stage, Theme
from desktop.domain.guidance.condition import Chosen, Not
from desktop.domain.guidance.item import (
    InstantTerms,
    Limit,
    LimitVariant,
    Material,
    Question,
    ServiceItem,
)
from desktop.domain.guidance.terms import (
    ItemType,
    LimitKind,
    Necessity,
    QuestionKind,
    Unit,
)

KEYS = ("BL", "LEASE", "MAP", "PLAN", "RULES", "ID")
OPTIONS = ("甲", "乙", "丙")
QUESTIONS = ("q_site", "q_kind", "q_agent")
ITEMS = ("A1", "A2", "A3", "A4", "A5")
STRANGER = "ZZ9"
"""A member that the catalogue does not know."""


def made(chance: Random) -> tuple[Theme, Catalogue]:
    """A theme with its catalogue; some members unknown, some answers that nobody asked for."""
    known = {id: _item(chance, id) for id in ITEMS}
    orders = chance.sample(range(1, 6), chance.randint(0, 4))
    stages = tuple(
        Stage(order, "并联", tuple(_member(chance) for _ in range(chance.randint(0, 3))))
        for order in orders
    )
    return Theme("ZT99", "没见过的主题", stages), Catalogue(items=known)


def _member(chance: Random) -> Member:
    answers = {
        chance.choice((*QUESTIONS, "q_none")): tuple(
            chance.sample((*OPTIONS, "丁"), chance.randint(1, 2))
        )
        for _ in range(chance.randint(0, 2))
    }
    return Member(chance.choice((*ITEMS, STRANGER)), answers, chance.random() < 0.5, None)


def _item(chance: Random, id: str) -> ServiceItem:
    asked = tuple(_question(chance, name) for name in QUESTIONS if chance.random() < 0.6)
    keys = chance.sample((*KEYS, f"APPLY_{id}"), chance.randint(0, 5))
    variants = tuple(
        LimitVariant(LimitKind.COMMITMENT, Chosen(q.id, q.options[:1]), 9, Unit.WORKING_DAY)
        for q in asked[:1]
        if chance.random() < 0.5
    )
    return ServiceItem(
        id=id,
        name=f"事项{id}",
        type=ItemType.LICENCE,
        questions=asked,
        materials=tuple(_material(chance, key, asked) for key in keys),
        commitment_limit=Limit(chance.choice((None, 0, 3, 20)), Unit.WORKING_DAY),
        limit_variants=variants,
        instant_terms=InstantTerms(chance.random() < 0.5),
        produces=tuple(chance.sample(KEYS, chance.randint(0, 2))),
    )


def _question(chance: Random, name: str) -> Question:
    options = OPTIONS[: chance.randint(2, 3)]
    text = chance.choice(("住所？", "哪一类？"))
    multi = chance.random() < 0.3
    return Question(name, text, QuestionKind.CHOICE, multi, options, options[:1])


def _material(chance: Random, key: str, asked: tuple[Question, ...]) -> Material:
    atoms = [Chosen(q.id, (option,)) for q in asked for option in q.options]
    return Material(
        key,
        f"材料{key}",
        copies=chance.choice((None, 1, 2, 3)),
        necessity=chance.choice(tuple(Necessity)),
        e_licence=chance.choice((None, None, "E1", "E2")),
        condition=chance.choice((None, *atoms, *(Not(atom) for atom in atoms))),
    )
