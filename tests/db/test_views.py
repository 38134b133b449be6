from datetime import date, timedelta
from threading import Thread

import pytest

from db.projections.words import query, tokens
from db.store import Store
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import Outcome, PaperKind
from desktop.domain.cases.rows import CaseFilter, DraftRow
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.rows import ShipmentFilter
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.roles import Role
from desktop.domain.identity.party import Party, PartyKind
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Act
from desktop.services import ports
from tests.db.examples import DAY, DRAFT, MORNING, accept, clock, populate, received
from tests.stores import Factory

EVERY = LogFilter(first=date(2020, 1, 1), last=date(2099, 1, 1))


def test_the_store_is_what_the_services_ask_for(store: Store) -> None:
    asked: ports.Store = store
    assert asked.journal.device == "A01"


@pytest.mark.parametrize(
    "text",
    ["社保", "食品", "新办", "李䶮", "䶮敏", "0001", "A01-0001", "kfq-2026", "002X", "8021", "ea12",
     "食品 李䶮", "ＫＦＱ", "赵𠮷", "敏"],
)  # fmt: skip
def test_a_case_is_found_by_any_two_characters_of_it(store: Store, text: str) -> None:
    told = received(item_name="社保（新办）食品", waybill="EA123456785CN")
    number = "KFQ-20261123-A01-0001"
    store.journal.append([Act(entity=f"case:{number}", payload=told)], "001")
    assert [row.number for row in store.views.cases(CaseFilter(text=text))] == [number]


@pytest.mark.parametrize("text", ["保社", "营业", "0009", "。，", '"', "李䶮 王", "*", "AND"])
def test_a_case_is_not_found_by_what_it_does_not_hold(store: Store, text: str) -> None:
    accept(store.journal)
    assert store.views.cases(CaseFilter(text=text)) == []


def test_a_phrase_does_not_run_from_one_field_into_the_next() -> None:
    assert tokens("AB１2李-𬭎") == ["ab12", "李", "𬭎"]
    assert query('李敏 "x') == '"李 敏"* AND "x"*'
    assert query(" 。") == ""


def test_cases_are_listed_newest_first_by_page_and_filter(store_factory: Factory) -> None:
    moments = [MORNING + timedelta(minutes=n // 2) for n in range(20)]
    store = store_factory(now=clock(*moments))
    numbers = [accept(store.journal, clerk=f"00{n % 2}") for n in range(5)]
    every = CaseFilter()
    assert [row.number for row in store.views.cases(every)] == numbers[::-1]
    assert [row.number for row in store.views.cases(every, 1, 2)] == numbers[3:1:-1]
    assert store.views.count_cases(CaseFilter(clerk="001")) == 2
    assert store.views.count_cases(CaseFilter(stages=frozenset({Stage.ACCEPTED}))) == 5
    assert store.views.count_cases(CaseFilter(stages=frozenset({Stage.REFUSED}))) == 0
    assert store.views.count_cases(CaseFilter(first=DAY, last=DAY)) == 5
    assert store.views.count_cases(CaseFilter(last=DAY - timedelta(days=1))) == 0
    row = store.views.cases(every)[0]
    assert (row.applicant, row.due, row.accepted_on) == ("李*敏", date(2026, 11, 30), DAY)
    assert row.provisional
    assert store.views.recent_items("001") == ["A001"]


def test_a_company_is_not_masked(store: Store) -> None:
    told = received(applicant=Party(kind=PartyKind.ORGANISATION, name="某某科技有限公司"))
    store.journal.append([Act(entity="case:x", payload=told)], "001")
    assert store.views.cases(CaseFilter())[0].applicant == "某某科技有限公司"


def test_a_case_with_all_that_touches_it(store: Store) -> None:
    number = populate(store.journal)
    case = store.views.case(number)
    assert case is not None
    assert (case.stage, len(case.lines), case.clerk) == (Stage.ACCEPTED, 10, "001")
    kinds = [fact.entry.kind for fact in store.views.case_history(number)]
    assert kinds == [
        "case.received", "case.accepted", "paper.issued", "paper.printed", "shipment.created",
        "shipment.moved",
    ]  # fmt: skip
    (paper,) = store.views.papers(number)
    assert (paper.kind, paper.outcome, paper.reprints) == (PaperKind.RECEIPT, Outcome.FAILED, 1)
    assert store.views.paper_row(paper.number) == paper
    facts = store.views.paper(paper.number)
    assert facts is not None
    assert facts.applicant.name == "李䶮敏"
    assert store.views.case("none") is None
    assert store.views.paper("none") is None


def test_shipments_by_every_filter(store: Store) -> None:
    number = populate(store.journal)
    (row,) = store.views.shipments(ShipmentFilter())
    assert (row.party, row.cases, row.stage) == ("李*敏", (number,), ShipmentStage.SIGNED)
    assert row.handed_over.endswith("-J0001")
    found = {
        "EA1234": 1, "李䶮": 1, "北京": 1, "K0001": 1, "none": 0, "": 1,
    }  # fmt: skip
    for text, count in found.items():
        assert len(store.views.shipments(ShipmentFilter(text=text))) == count, text
    none = [
        ShipmentFilter(not_handed_over=True), ShipmentFilter(direction=Direction.INBOUND),
        ShipmentFilter(carrier="jd"), ShipmentFilter(case="other"),
        ShipmentFilter(stages=frozenset({ShipmentStage.WAITING})),
    ]  # fmt: skip
    assert [store.views.shipments(wanted) for wanted in none] == [[]] * 5
    assert len(store.views.shipments(ShipmentFilter(case=number, carrier="ems"))) == 1
    shipment = store.views.shipment(row.number)
    assert shipment is not None
    assert shipment.receiver.name == "李䶮敏"


def test_the_halls_own_lists(store: Store) -> None:
    populate(store.journal)
    assert [(c.code, c.role) for c in store.views.clerks()] == [("001", Role.SUPERVISOR)]
    assert store.views.clerk("001") == store.views.clerks()[0]
    assert store.views.clerk("") is store.views.clerk("9") is None
    authority = store.views.authority("A001")
    assert authority is not None
    assert (authority.authority, authority.organ) == (Authority.COLLECT, "某局")
    assert store.views.authorities() == [authority]
    assert [item.source for item in store.views.published_items()] == ["示例"]


def test_the_log_has_one_row_per_act_with_case_and_window(store: Store) -> None:
    number = populate(store.journal)
    log = list(store.views.log(EVERY))
    assert len(log) == store.views.count_log(EVERY) == 13
    assert [(row.device, row.seq) for row in log] == [("A01", n) for n in range(1, 14)]
    without = {"station", "clerk", "authority", "item", "visit"}
    of_cases = [row for row in log if row.kind.split(".")[0] not in without]
    assert {row.case for row in of_cases if row.kind != "shipment.handed_over"} == {number}
    assert {(row.hall, row.window) for row in log} == {("KFQ", "3")}
    assert log[0].applicant_id == "11010519491231002X"


def test_the_log_by_filter(store: Store) -> None:
    populate(store.journal)

    def count(**wanted: object) -> int:
        asked = LogFilter(**{"first": EVERY.first, "last": EVERY.last, **wanted})  # type: ignore[arg-type]
        assert len(list(store.views.log(asked))) == store.views.count_log(asked)
        return store.views.count_log(asked)

    assert count(kinds=frozenset({"case.accepted", "case.received"})) == 2
    assert count(items=frozenset({"A001"})) == 6
    assert count(clerks=frozenset({"009"})) == count(windows=frozenset({"9"})) == 0
    assert count(windows=frozenset({"3", "9"})) == 13
    assert count(last=date(2020, 1, 2)) == 0


def test_the_log_stays_as_it_was_when_reading_began(store: Store) -> None:
    accept(store.journal)
    reading = store.views.log(EVERY)
    next(reading)
    accept(store.journal)
    assert len(list(reading)) == 1


def test_a_worker_reads_through_a_connection_of_its_own(store: Store) -> None:
    number = accept(store.journal)
    found: list[object] = []

    def read() -> None:
        with store.reader() as views:
            found.append(views.case(number))
        found.append(store.views.count_log(EVERY))
        found.append(store.keeping.verify().ok)

    worker = Thread(target=read)
    worker.start()
    worker.join()
    assert found == [store.views.case(number), 2, True]


def test_drafts_are_kept_whole_and_listed_masked(store: Store) -> None:
    store.local.save_draft(DRAFT, "001")
    assert store.local.draft(DRAFT.id) == DRAFT
    (row,) = store.local.drafts("001")
    assert isinstance(row, DraftRow)
    assert (row.applicant, row.ticked, row.held) == ("李*敏", 1, False)
    assert store.local.drafts("002") == []
    assert DRAFT.ticks == {"M1": Tick(check=Check.RECEIVED)}
    store.local.delete_draft(DRAFT.id)
    assert store.local.draft(DRAFT.id) is None
