from dataclasses import replace

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.case import Case
from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content, ShipmentCreated
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.custody.entries import Counted, CustodyRuleSet, Found
from desktop.domain.custody.moves import Whereabouts
from desktop.domain.refusal import Refusal
from desktop.services.cases import papers
from desktop.services.courier import handover, shipments
from desktop.services.custody import arrivals, pieces, rule, sealing
from desktop.services.custody.rule import Signature
from desktop.services.office import Office
from tests.documents import reading
from tests.handled import Handled
from tests.offices import CLERK, SUPERVISOR, Clock


@pytest.fixture
def case(office: Office, clock: Clock) -> Case:
    return Handled(office, clock).received()


@pytest.fixture
def parcel(office: Office, case: Case) -> str:
    """Inbound: two originals, one in two copies, and a form."""
    lines = (("M1", "租赁合同", 1, True), ("M2", "身份证明", 2, True), ("M3", "申请书", 1, False))
    told = ShipmentCreated(
        direction=Direction.INBOUND, carrier="shunfeng", waybill="SF1234567890",
        contents=tuple(
            Content(
                case=case.number, kind=ContentKind.MATERIAL, key=key, name=name, copies=copies,
                pages=2, original=original,
            )
            for key, name, copies, original in lines
        ),
    )  # fmt: skip
    return shipments.create(office, CLERK, told).shipment.number


def test_all_as_told_makes_pieces_and_no_paper(office: Office, case: Case, parcel: str) -> None:
    done = arrivals.open(office, CLERK, parcel, arrivals.slip(office, parcel))
    assert (len(done.pieces), done.paper) == (3, "")
    assert shipments.load_shipment(office, parcel).stage is ShipmentStage.SIGNED
    rows = pieces.of_case(office, case.number)
    assert {row.at for row in rows} == {Whereabouts.HALL}
    names = sorted(row.name for row in rows)
    assert names == ["租赁合同", "身份证明（1/2）", "身份证明（2/2）"]


def test_differences_are_recorded_and_printed(office: Office, parcel: str) -> None:
    contract, identity, form = arrivals.slip(office, parcel)
    extra = Counted(
        case=form.case, key="", name="户口本", found=Found.EXTRA, copies=0, counted=1, original=True
    )
    counted = (
        replace(contract, counted=0), replace(identity, counted=1),
        replace(form, found=Found.DAMAGED, note="浸水，字迹可辨"), extra,
    )  # fmt: skip
    done = arrivals.open(office, CLERK, parcel, counted, bag="f7", intact=False)
    assert [line.found for line in done.counted] == [
        Found.MISSING, Found.OTHER_COUNT, Found.DAMAGED, Found.EXTRA,
    ]  # fmt: skip
    assert done.paper == f"{parcel}-QC1"
    assert len(done.pieces) == 2
    facts = papers.facts(office, done.paper)
    assert facts.kind is PaperKind.COUNT
    text = reading.text(PdfRenderer().paper(facts))
    for words in ("清点差异记录", "缺少", "份页不符", "破损", "多出", "浸水", "F7", "封签破损"):
        assert words in text, words


def test_a_count_is_made_once(office: Office, parcel: str) -> None:
    arrivals.open(office, CLERK, parcel, arrivals.slip(office, parcel))
    with pytest.raises(Refusal, match="opened_already"):
        arrivals.open(office, CLERK, parcel, arrivals.slip(office, parcel))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (Counted(case="", key="", name=" ", found=Found.EXTRA, copies=0), "counted_without_name"),
        (Counted(case="", key="", name="甲", found=Found.DAMAGED), "damage_untold"),
    ],
)
def test_a_line_says_what_it_is(office: Office, parcel: str, line: Counted, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        arrivals.open(office, CLERK, parcel, (line,))
    assert arrivals.opened(office, parcel) is None


def test_two_open_where_the_hall_says_so(office: Office, parcel: str) -> None:
    rule.set_rule(office, SUPERVISOR, CustodyRuleSet(two_to_open=True))
    counted = arrivals.slip(office, parcel)
    with pytest.raises(Refusal, match="second_missing"):
        arrivals.open(office, CLERK, parcel, counted)
    arrivals.open(office, CLERK, parcel, counted, signature=Signature(alone="一人值守"))
    assert [row.opened for row in office.store.views.done_alone()] == [True]


def test_our_own_parcel_that_came_back_is_counted_too(office: Office, clock: Clock) -> None:
    case = Handled(office, clock).produced()
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    number = shipments.create(office, CLERK, told).shipment.number
    with pytest.raises(Refusal, match="parcel_not_here"):
        arrivals.open(office, CLERK, number, arrivals.slip(office, number))
    expected = sealing.sheet(office, number).expected
    sealing.close(office, CLERK, number, "F1", frozenset(one.id for one in expected))
    handover.hand_over(office, CLERK, "ems", (number,))
    for stage in (ShipmentStage.REJECTED, ShipmentStage.RETURNED):
        shipments.move(office, CLERK, number, stage)
    first, *rest = arrivals.slip(office, number)
    arrivals.open(office, CLERK, number, (replace(first, counted=0), *rest))
    found = {row.key: row.at for row in pieces.of_case(office, case.number)}
    assert found.pop(first.key) is Whereabouts.LOST
    assert set(found.values()) == {Whereabouts.HALL}
