from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.guidance.catalogue import Member, Stage, Theme
from desktop.domain.guidance.checklist import Need
from desktop.domain.guidance.condition import Answers
from desktop.domain.savings.saving import Measure, Rule
from desktop.domain.themes.figures import savings
from desktop.domain.themes.ledger import savings as ledger
from desktop.domain.themes.plan import FORM, FORM_NAME, Plan, joint_checklist, plan
from desktop.domain.themes.questions import OPTIONAL
from tests.domain.guidance.shipped import catalogue
from tests.domain.themes.generated import STRANGER, made

ALL = frozenset(catalogue().e_licences) | frozenset(catalogue().data_shares)


def of(id: str, answers: Answers | None = None, every: bool = False) -> Plan:
    return plan(catalogue().themes[id], catalogue(), answers, every=every)


def names(found: Plan) -> list[str]:
    return [line.line.material.name for line in found.lines]


def test_each_document_once_with_everybody_who_uses_it() -> None:
    found = of("ZT02")
    assert [line.uses for line in found.lines if line.key == "ID_FR"] == [("QY01", "QY07")]
    assert names(found)[0] == FORM_NAME
    assert found.forms == ("公司登记（备案）申请书", "食品经营许可新办申请表", "排水许可申请表")


def test_what_a_member_before_produces_is_not_asked_for() -> None:
    (line,) = of("ZT02").produced
    assert (line.key, line.producer) == ("BL", "QY01")
    assert line.uses == ("QY07", "SP01", "JS03", "XF01")
    assert "BL" not in [line.key for line in of("ZT02").lines]


def test_the_themes_own_answers_are_not_asked_again() -> None:
    found = of("ZT02")
    assert found.joint.given["q_site"] == ("租赁",)
    assert "q_site" not in found.deciding
    assert "LEASE" in [line.key for line in found.lines]


def test_the_same_question_is_put_once_and_another_with_its_id_keeps_apart() -> None:
    found = of("ZT02")
    asked = [question.id for question in found.joint.questions]
    assert asked.count("q_agent") == 1
    assert {"q_sit", "RS03.q_sit"} <= set(asked)
    assert found.joint.names["RS03"]["q_sit"] == "RS03.q_sit"


def test_an_answer_takes_away_what_no_longer_decides() -> None:
    before = of("ZT02").deciding
    question = next(q for q in of("ZT02").joint.questions if q.id == before[1])
    after = of("ZT02", {question.id: question.options[:1]}).deciding
    assert question.id in before
    assert question.id not in after


def test_optional_members_are_a_question() -> None:
    found = of("ZT02")
    assert found.deciding[0] == OPTIONAL
    (name,) = found.joint.questions[0].options
    with_it = of("ZT02", {OPTIONAL: (name,)})
    assert [member.key for member in with_it.members if member.part.optional] == ["JS05"]
    assert OPTIONAL not in of("ZT02", {OPTIONAL: ()}).deciding


def test_an_e_licence_in_hand_spares_for_all() -> None:
    found = plan(catalogue().themes["ZT02"], catalogue(), licences=frozenset({"E2"}))
    spared = {line.key for line in found.lines if line.line.need is Need.EXEMPT}
    assert spared == {"HOLDER_ID", "ID_FR"}


def test_the_ledger_of_the_worked_example() -> None:
    found = plan(catalogue().themes["ZT02"], catalogue(), licences=ALL)
    figures = {figure.measure: figure for figure in ledger(found, {})}
    told = {measure: (figure.before, figure.after) for measure, figure in figures.items()}
    assert told == {
        Measure.SUBMISSIONS: (6, 1),
        Measure.MATERIALS: (24, 14),
        Measure.VISITS: (8, 1),
        Measure.DAYS: (14, 8),
    }
    cuts = {part.rule: part.count for part in figures[Measure.MATERIALS].parts}
    assert cuts == {Rule.ONE_FORM: 2, Rule.PRODUCED: 4, Rule.E_LICENCE: 4}


@pytest.mark.parametrize("theme", catalogue().themes.values(), ids=lambda theme: theme.id)
@pytest.mark.parametrize("every", [False, True])
def test_the_ledger_agrees_with_the_figures(theme: Theme, every: bool) -> None:
    """With every e-licence at hand and nothing answered, as the catalogue computes it."""
    counted = savings(theme, catalogue(), every)
    found = plan(theme, catalogue(), licences=ALL, every=every)
    figures = {figure.measure: (figure.before, figure.after) for figure in ledger(found, {})}
    assert figures == {
        Measure.SUBMISSIONS: (counted.submissions_separate, counted.submissions_theme),
        Measure.MATERIALS: (counted.materials_separate, counted.materials_theme_total),
        Measure.VISITS: (counted.visits_separate_assumed, counted.visits_theme),
        Measure.DAYS: (counted.days_serial, counted.days_critical_path),
    }


def test_unknown_members_are_told_and_left_out() -> None:
    members = (Member("QY07", {}, False, None), Member(STRANGER, {}, False, None))
    found = plan(Theme("ZT99", "试", (Stage(1, "并联", members),)), catalogue())
    assert found.unknown == (STRANGER,)
    assert [member.key for member in found.members] == ["QY07"]


def test_an_item_may_come_twice() -> None:
    stages = tuple(Stage(n, "单项", (Member("QY07", {}, False, None),)) for n in (1, 2))
    found = plan(Theme("ZT99", "试", stages), catalogue())
    assert [member.key for member in found.members] == ["QY07", "QY07#2"]


SEEDS = st.integers(0, 2**32)
"""What is made of a seed is made in the test: hypothesis takes slow drawing for a fault."""


@settings(max_examples=100, deadline=None)
@given(SEEDS, st.frozensets(st.sampled_from(["E1", "E2"])), st.booleans())
def test_what_holds_of_every_theme(seed: int, licences: frozenset[str], every: bool) -> None:
    theme, known = made(Random(seed))
    found = plan(theme, known, {}, licences, every)
    keys = [line.key for line in found.lines]
    assert len(keys) == len(set(keys))
    for group in (found.produced, found.apart):
        assert len({line.key for line in group}) == len(group)
    assert keys.count(FORM) <= 1
    for figure in ledger(found, {}):
        assert 0 <= figure.after <= figure.before
        assert figure.sound
        assert all(part.count > 0 for part in figure.parts)
    for line in found.produced:
        users = [found.member(key) for key in line.uses]
        assert all(found.member(line.producer).order < user.order for user in users)
    assert found.unknown in ((), (STRANGER,))
    checklist = joint_checklist(found)
    assert set(checklist.deciding) <= set(checklist.unanswered)
    counted = savings(theme, known, every)
    assert counted.days_critical_path <= counted.days_serial
    assert counted.materials_theme_total <= counted.materials_separate


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_answering_what_decides_comes_to_an_end(seed: int) -> None:
    chance = Random(seed)
    theme, known = made(chance)
    answers: dict[str, tuple[str, ...]] = {}
    found = plan(theme, known, answers)
    for _ in range(40):
        if not found.deciding:
            break
        question = next(q for q in found.joint.questions if q.id == found.deciding[0])
        answers[question.id] = (chance.choice(question.options),)
        found = plan(theme, known, answers)
    assert not found.deciding
