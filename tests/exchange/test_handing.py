"""移交 and 代收 between two halls of one hub: who may act, what travels, what runs on."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.exchange.hub import hub_command
from desktop.domain.cases.case import Case
from desktop.domain.custody.moves import Whereabouts
from desktop.domain.exchange.handing import owner
from desktop.domain.halls.station import Station
from desktop.domain.handling.changes import Amended, ContactSet
from desktop.domain.handling.rows import DutyFilter
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts
from desktop.services.custody import pieces
from desktop.services.exchange import bundles
from desktop.services.exchange.crossing import handing
from desktop.services.exchange.syncing import sync
from desktop.services.handling import batches, turns
from desktop.services.handling.duties import watched
from desktop.services.office import Office
from tests.documents import reading
from tests.exchange.conftest import Meeting
from tests.offices import CLERK, STATION_HERE, SUPERVISOR, whole

CLERK_OF_MAIN = replace(CLERK, code="0799")
CONTACT = ContactSet(name="王（001）", phone="010-55550000")
Make = Callable[[Station], Office]
Halls = tuple[Office, Office]


@pytest.fixture
def halls(office_factory: Make, meeting: Meeting) -> Halls:
    """The main hall and a sub-hall that know each other."""
    main = office_factory(replace(STATION_HERE, hall="KFQ", device="A01"))
    sub = office_factory(replace(STATION_HERE, hall="RC1", hall_name="荣昌分厅", device="R01"))
    sub.store.exchange.adopt_hall(secrets.token_bytes(32))
    meeting.join(main)
    meeting.join(sub, "RC1")
    meet(main, sub)
    return main, sub


def meet(*offices: Office) -> None:
    for _ in range(2):
        for office in offices:
            sync(office)


def accepted(office: Office) -> Case:
    return acts.finish(office, CLERK, whole(office, "SP01")).case


def test_another_halls_case_is_its_own_until_it_is_handed_over(halls: Halls) -> None:
    main, sub = halls
    number = accepted(sub).number
    meet(sub, main)
    with pytest.raises(Refusal) as refused:
        acts.withdraw(main, CLERK, number, "不办了")
    assert refused.value.code == "case_of_other_hall"
    assert refused.value.data["hall"] == "RC1分厅"
    assert watched(main, DutyFilter(), 0, 50) == []
    assert len(watched(sub, DutyFilter(), 0, 50)) > 0
    with pytest.raises(Refusal, match="not_handed_here"):
        handing.take_over(main, CLERK, number)


def test_a_hand_over_moves_case_duties_key_and_originals(halls: Halls) -> None:
    main, sub = halls
    case = accepted(sub)
    kept = pieces.candidates(sub, case.number)[:1]
    (piece,) = pieces.register(sub, CLERK, case.number, [one.key for one in kept])[:1]
    meet(sub, main)
    sheet = handing.hand_over(sub, SUPERVISOR, [case.number], "KFQ", "场所在主厅辖区")
    assert sheet.cases[0].due == case.due.due
    with pytest.raises(Refusal, match="hand_over_pending"):
        acts.withdraw(sub, CLERK, case.number, "不办了")
    meet(sub, main)
    (waits,) = handing.waiting(main)
    assert (waits.number, waits.applicant.name) == (case.number, case.applicant.name)
    taken = handing.take_over(main, CLERK, case.number, "无差异")
    assert (taken.hall, taken.due, taken.accepted_on) == ("KFQ", case.due, case.accepted_on)
    assert pieces.load(main, piece.number).at is Whereabouts.WINDOW
    assert acts.load(main, case.number).stage is case.stage
    turns.set_contact(main, CLERK, case.number, CONTACT)
    meet(main, sub)
    assert owner(case.number, sub.store.journal.facts(f"case:{case.number}")) == "KFQ"
    assert watched(sub, DutyFilter(), 0, 50) == []
    assert len(watched(main, DutyFilter(), 0, 50)) > 0
    with pytest.raises(Refusal, match="case_of_other_hall"):
        acts.withdraw(sub, CLERK, case.number, "不办了")
    for office in halls:
        assert office.store.keeping.verify().ok
        assert office.store.views.disagreements() == []


def test_the_sheet_is_a_paper_of_both(halls: Halls, tmp_path: Path) -> None:
    main, sub = halls
    case = accepted(sub)
    handing.hand_over(sub, SUPERVISOR, [case.number], "KFQ", "场所在主厅辖区")
    meet(sub, main)
    moved = acts.load(main, case.number).handed
    assert moved is not None
    facts = main.store.views.paper(moved.sheet)
    assert facts is not None
    text = reading.text(main.renderer.paper(facts))
    for wanted in ("办件移交单", case.number, "场所在主厅辖区", "继续计算", "接收人"):
        assert wanted in text.replace("\n", "")


def test_with_no_network_the_keys_go_in_the_bundle(halls: Halls, tmp_path: Path) -> None:
    main, sub = halls
    case = accepted(sub)
    handing.hand_over(sub, SUPERVISOR, [case.number], "KFQ", "场所在主厅辖区")
    bundles.write(sub, CLERK, tmp_path / "one.ycb", "KFQ")
    bundles.take(main, CLERK, tmp_path / "one.ycb")
    taken = handing.take_over(main, CLERK, case.number)
    assert (taken.hall, taken.applicant.name) == ("KFQ", case.applicant.name)


def test_materials_collected_for_another_hall_go_there_with_custody(halls: Halls) -> None:
    main, sub = halls
    case = accepted(main)
    with pytest.raises(Refusal, match="own_case_collected"):
        handing.collect(main, CLERK, case.number, ["租赁合同"])
    meet(main, sub)
    batch = handing.collect(sub, CLERK, case.number, ["租赁合同"], "申请人送到分厅")
    (row,) = pieces.of_case(sub, case.number)
    assert row.at is Whereabouts.UNDER_WAY
    meet(sub, main)
    batches.take_over(main, CLERK_OF_MAIN, batch.number, ())
    assert pieces.load(main, row.number).at is Whereabouts.WINDOW
    told = [fact.entry.kind for fact in main.store.views.case_history(case.number)]
    assert "case.materials_collected" in told
    assert case.number in main.store.views.not_given(), "its own materials are still here"


def test_nobody_writes_what_is_personal_without_the_key(halls: Halls) -> None:
    main, sub = halls
    case = accepted(main)
    meet(main, sub)
    told = Amended(reason="x", amended_on=sub.today(), applicant=case.applicant)
    entity = f"case:{case.number}"
    with pytest.raises(Refusal, match="no_case_key"):
        sub.store.journal.append([Act(entity=entity, payload=told, subject=entity)], "1")


def test_a_command_begins_a_hand_over(halls: Halls, capsys: pytest.CaptureFixture[str]) -> None:
    main, sub = halls
    number = accepted(sub).number
    group = click.Group(commands={"hub": hub_command})
    asked = ["hub", "give", number, "--to", "KFQ", "--reason", "场所在主厅辖区", "--json"]
    assert run(group, asked, sub) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cases"] == [number]
    assert sub.store.views.paper(told["sheet"]) is not None
    meet(sub, main)
    assert [case.number for case in handing.waiting(main)] == [number]
