from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.cases import acts, lines
from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import CaseRefused, Defect, RefusalGround, Term
from desktop.domain.cases.moves import MOVES, Move, Stage
from desktop.domain.cases.sheet import lay_out
from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.identity.party import Agent, Presence
from desktop.domain.refusal import Refusal
from tests.domain.guidance.shipped import catalogue
from tests.domain.told import draft, folded, received, standing_at

DAY = date(2026, 11, 23)
LATER, SOONER = Term(value=10, due=date(2026, 12, 7)), Term(value=5, due=date(2026, 11, 30))
LICENCE, CONFIRMATION = "SP01", "KJ02"
TOLD = CaseRefused(ground=RefusalGround.NOT_MET, facts="未达条件", article="")
ITEM = catalogue().items[LICENCE]
DEFECT = Defect(key="BL", name="营业执照", fault=Fault.EXPIRED, demand="换发")


def lines_of(case: Case, **ticks: Tick) -> Case:
    """The case with these lines ticked otherwise."""
    lines = [replace(line, tick=ticks.get(line.key, line.tick)) for line in case.lines]
    return replace(case, lines=tuple(lines))


ACTS: dict[Move, Callable[[Case], object]] = {
    Move.SUPPLEMENT: lambda c: acts.supplemented(c, lay_out(ITEM, draft()), draft(), {}),
    Move.ACCEPT: lambda c: acts.accepted(c, DAY, LATER, Term()),
    Move.SETTLE: lambda c: acts.settled(c, DAY, "证"),
    Move.COLLECT: lambda c: acts.collected(c, "某局"),
    Move.NOTIFY: lambda c: acts.noticed(c, [DEFECT], [], "counter", None, DAY),
    Move.REFUSE: lambda c: acts.refused(c, TOLD),
    Move.WITHDRAW: lambda c: acts.withdrawn(c, "改期"),
}


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.DRAFT])
@pytest.mark.parametrize("move", ACTS, ids=str)
def test_an_act_is_refused_exactly_where_the_table_has_no_cell(stage: Stage, move: Move) -> None:
    case = standing_at(stage)
    if move in MOVES[stage]:
        ACTS[move](case)
        return
    with pytest.raises(Refusal, match="no_such_move"):
        ACTS[move](case)


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("materials_open", lambda c: acts.accepted(c, DAY, LATER, Term())),
        ("materials_open", lambda c: acts.settled(c, DAY, "")),
        ("nothing_to_correct", lambda c: acts.noticed(c, [], [], "counter", None, DAY)),
        ("refusal_without_facts", lambda c: acts.refused(c, replace(TOLD, facts=" "))),
        (
            "refusal_without_organ",
            lambda c: acts.refused(c, replace(TOLD, ground=RefusalGround.NO_JURISDICTION)),
        ),
    ],
)
@pytest.mark.parametrize("item", [LICENCE, CONFIRMATION])
def test_the_licensing_act_is_cited_for_licences_alone(
    item: str, code: str, act: Callable[[Case], object]
) -> None:
    case = folded(received(draft(item, Check.UNCHECKED)))
    with pytest.raises(Refusal) as refused:
        act(case)
    assert refused.value.code == code
    assert str(refused.value.data["article"]).startswith("行政许可法") is (item == LICENCE)


def test_an_open_line_is_named_and_jumped_to() -> None:
    case = lines_of(standing_at(Stage.RECEIVED), BL=Tick(check=Check.DEFECT, fault=Fault.EXPIRED))
    with pytest.raises(Refusal) as refused:
        acts.accepted(case, DAY, LATER, Term())
    assert (refused.value.data["row"], refused.value.data["number"]) == ("BL", 2)
    assert refused.value.data["names"] == ["营业执照"]


def test_deferred_materials_are_due_by_the_promise_else_by_the_law() -> None:
    told = draft("XF01")
    keys = [row.key for row in lay_out(catalogue().items["XF01"], told).rows if row.deferrable]
    case = lines_of(folded(received(told)), **{keys[0]: Tick(check=Check.PENDING)})
    lawful = acts.accepted(case, DAY, LATER, Term())
    assert (lawful.deferred, lawful.deferred_until) == ((keys[0],), LATER.due)
    assert acts.accepted(case, DAY, LATER, SOONER).deferred_until == SOONER.due
    assert acts.accepted(standing_at(Stage.RECEIVED), DAY, LATER, SOONER).deferred_until is None


def test_an_unticked_material_may_wait_only_when_the_clerk_said_so() -> None:
    case = folded(received(draft("XF01", Check.UNCHECKED)))
    assert any(line.need == "deferrable" for line in lines.open_lines(case))


def test_the_second_notice_is_marked_not_refused() -> None:
    first = acts.noticed(standing_at(Stage.RECEIVED), [DEFECT], [], "counter", None, DAY)
    assert not first.second
    case = replace(standing_at(Stage.CORRECTING), notices=(first,))
    assert acts.noticed(case, [DEFECT], [], "counter", None, DAY).second


def test_a_notice_says_what_lies_in_the_hall() -> None:
    """Not what went home, was only looked at, is electronic, or never came."""
    case = lines_of(
        standing_at(Stage.RECEIVED),
        APPLY_SP01=Tick(check=Check.DEFECT, fault=Fault.UNSIGNED),
        BL=Tick(check=Check.RECEIVED, kept=Kept.SEEN),
        FOOD_RULES=Tick(check=Check.DEFECT, fault=Fault.MISSING),
    )
    told = acts.noticed(case, [DEFECT], ["LAYOUT_FOOD"], "courier", DAY, DAY)
    assert told.kept == ("APPLY_SP01",)
    assert told.taken_home == ("LAYOUT_FOOD",)
    assert acts.withdrawn(case, "").returned == ("APPLY_SP01", "LAYOUT_FOOD")


def test_refused_needs_no_organ_where_no_licence_is_needed() -> None:
    told = replace(TOLD, ground=RefusalGround.NOT_NEEDED)
    assert acts.refused(standing_at(Stage.RECEIVED), told) is told


def test_received_says_the_whole_situation() -> None:
    told = draft()
    payload = received(told).payload
    sheet = lay_out(ITEM, told)
    assert payload.answers == sheet.checklist.answers
    assert payload.situation[0] == ("主体业态？", "食品销售经营者")
    assert [line.key for line in payload.lines] == [row.key for row in sheet.rows]
    assert (payload.listed, payload.to_submit) == (10, sheet.checklist.to_submit)
    assert all(line.basis for line in payload.lines)


def test_an_agent_is_journalled_only_when_he_came() -> None:
    agent = Agent(name="赵明")
    assert acts.agent_of(draft(agent=agent)) is None
    assert acts.agent_of(draft(agent=agent, presence=Presence.AGENT)) == agent


def test_a_supplement_tells_only_what_changed() -> None:
    case = folded(received(draft(check=Check.UNCHECKED)))
    told = replace(draft(check=Check.UNCHECKED), ticks={"BL": Tick(check=Check.RECEIVED)})
    sources = catalogue().sources
    payload = acts.supplemented(case, lay_out(ITEM, told), told, sources)
    assert [line.key for line in payload.lines] == ["BL"]
    same = draft(check=Check.UNCHECKED)
    assert acts.supplemented(case, lay_out(ITEM, same), same, sources).lines == ()


def test_a_line_no_longer_asked_for_stops_lacking_and_keeps_its_tick() -> None:
    by_agent = draft(presence=Presence.AGENT, ticks={"POA": Tick(check=Check.UNCHECKED)})
    case = folded(received(replace(by_agent, ticks={**by_agent.ticks, "POA": Tick()})))
    assert [line.key for line in lines.open_lines(case)] == ["POA"]
    payload = acts.supplemented(case, lay_out(ITEM, draft()), draft(), catalogue().sources)
    assert {line.key: line.need for line in payload.lines}["POA"] == "not_applicable"
    now = replace(case, lines=tuple({**{x.key: x for x in case.lines},
                                     **{x.key: x for x in payload.lines}}.values()))  # fmt: skip
    assert lines.open_lines(now) == ()
    kept = {line.key: line.tick for line in payload.lines}
    assert kept["ID_JB"] == Tick(check=Check.RECEIVED), "what was handed in is still in the hall"


def test_what_nobody_handed_in_is_missing() -> None:
    case = folded(received(draft(check=Check.UNCHECKED)))
    defect = lines.defect_of(case.lines[1], "提交原件", "电子证照")
    assert (defect.key, defect.fault, defect.alternative) == ("BL", Fault.MISSING, "电子证照")
