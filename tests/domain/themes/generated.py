"""Themes that nobody wrote: items that share questions and documents, in stages."""

from __future__ import annotations

from hypothesis import strategies as st

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


def questions() -> st.SearchStrategy[tuple[Question, ...]]:
    def one(id: str, text: str, multi: bool, size: int) -> Question:
        return Question(id, text, QuestionKind.CHOICE, multi, OPTIONS[:size], OPTIONS[:1])

    made = st.builds(
        one,
        st.sampled_from(QUESTIONS),
        st.sampled_from(["住所？", "哪一类？"]),
        st.booleans(),
        st.integers(2, 3),
    )
    return st.lists(made, max_size=3, unique_by=lambda q: q.id).map(tuple)


def materials(asked: tuple[Question, ...], id: str) -> st.SearchStrategy[tuple[Material, ...]]:
    atoms = [Chosen(q.id, (option,)) for q in asked for option in q.options]
    conditions = [None, *atoms, *(Not(atom) for atom in atoms)]
    made = st.builds(
        lambda key, copies, need, licence, condition: Material(
            key,
            f"材料{key}",
            copies=copies,
            necessity=need,
            e_licence=licence,
            condition=condition,
        ),
        st.sampled_from([*KEYS, f"APPLY_{id}"]),
        st.sampled_from([None, 1, 2, 3]),
        st.sampled_from(Necessity),
        st.sampled_from([None, None, "E1", "E2"]),
        st.sampled_from(conditions),
    )
    return st.lists(made, max_size=5, unique_by=lambda m: m.key).map(tuple)


@st.composite
def items(draw: st.DrawFn, id: str) -> ServiceItem:
    asked = draw(questions())
    variants = tuple(
        LimitVariant(LimitKind.COMMITMENT, Chosen(q.id, q.options[:1]), 9, Unit.WORKING_DAY)
        for q in asked[:1]
        if draw(st.booleans())
    )
    return ServiceItem(
        id=id,
        name=f"事项{id}",
        type=ItemType.LICENCE,
        questions=asked,
        materials=draw(materials(asked, id)),
        commitment_limit=Limit(draw(st.sampled_from([None, 0, 3, 20])), Unit.WORKING_DAY),
        limit_variants=variants,
        instant_terms=InstantTerms(draw(st.booleans())),
        produces=draw(st.lists(st.sampled_from(KEYS), max_size=2).map(tuple)),
    )


@st.composite
def themes(draw: st.DrawFn) -> tuple[Theme, Catalogue]:
    """A theme with its catalogue; some members unknown, some answers that nobody asked for."""
    known = {id: draw(items(id)) for id in ITEMS}
    member = st.builds(
        Member,
        st.sampled_from([*ITEMS, STRANGER]),
        st.dictionaries(
            st.sampled_from([*QUESTIONS, "q_none"]),
            st.lists(st.sampled_from([*OPTIONS, "丁"]), min_size=1, max_size=2).map(tuple),
            max_size=2,
        ),
        st.booleans(),
        st.none(),
    )
    stages = draw(st.lists(st.lists(member, max_size=3).map(tuple), max_size=3))
    orders = draw(st.permutations(range(1, len(stages) + 1)))
    made = tuple(Stage(o, "并联", m) for o, m in zip(orders, stages, strict=True))
    return Theme("ZT99", "没见过的主题", made), Catalogue(items=known)
