from dataclasses import replace

import pytest

from desktop.domain.cases.case import Case
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import ShipmentAmended
from desktop.domain.courier.progress import Event
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.custody.entries import CustodyRuleSet, PaperRefused, ParcelSealed
from desktop.domain.custody.moves import Motion, Whereabouts
from desktop.domain.custody.rows import PieceFilter
from desktop.domain.handling.changes import Finding
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.review.watch import Watch, WatchFilter
from desktop.services.cases import papers
from desktop.services.courier import handover, shipments
from desktop.services.custody import parcels, pieces, rule, sealing
from desktop.services.custody.rule import Signature
from desktop.services.halls.clerks import set_pin
from desktop.services.office import Office
from desktop.services.supervision.review import looking
from tests.handled import Handled
from tests.offices import CLERK, SUPERVISOR, Clock

PIN = "2468"


@pytest.fixture
def case(office: Office, clock: Clock) -> Case:
    """Decided and produced, with an original at the window that has to go home."""
    made = Handled(office, clock).produced()
    original = next(one for one in pieces.candidates(office, made.number) if one.key != "result")
    pieces.register(office, CLERK, made.number, [original.key])
    return made


@pytest.fixture
def parcel(office: Office, case: Case) -> str:
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    return shipments.create(office, CLERK, told).shipment.number


def scanned(office: Office, parcel: str) -> frozenset[str]:
    """Everything that the parcel wants, scanned one by one."""
    done: frozenset[str] = frozenset()
    for one in sealing.sheet(office, parcel).expected:
        code = next(iter(sorted(one.numbers)), one.content.case)
        done |= {sealing.scan(office, CLERK, parcel, code, done).id}
    return done


def refused(office: Office, parcel: str) -> list[PaperRefused]:
    told = (fact.payload for fact in office.store.journal.facts(f"shipment:{parcel}"))
    return [one for one in told if isinstance(one, PaperRefused)]


def test_the_parcel_to_the_applicant_holds_decision_result_and_original(
    office: Office, parcel: str
) -> None:
    told = sealing.sheet(office, parcel).expected
    kinds = [one.content.kind.value for one in told]
    assert kinds == ["notice", "licence", *["returned"] * (len(told) - 2)]
    assert len(told) > 2
    assert all(one.numbers for one in told)


def test_every_paper_is_scanned_and_then_the_bag_is_closed(office: Office, parcel: str) -> None:
    with pytest.raises(Refusal, match="papers_not_scanned"):
        sealing.close(office, CLERK, parcel, "F1", frozenset())
    closed = sealing.close(office, CLERK, parcel, " f1 ", scanned(office, parcel))
    expected = sealing.sheet(office, parcel).expected
    assert closed.told.bag == "F1"
    assert len(closed.told.pieces) == len(expected)
    rows = office.store.views.pieces(PieceFilter(shipment=parcel))
    assert {(row.at, row.bag) for row in rows} == {(Whereabouts.BAG, "F1")}
    assert len(rows) == len(expected)


def test_a_paper_of_another_case_is_refused_and_written_down(
    office: Office, clock: Clock, parcel: str
) -> None:
    other = Handled(office, clock).accepted()
    number = office.store.views.papers(other.number)[0].number
    for code in (number, f"{number.lower()} 0123456789abcdef", other.number):
        with pytest.raises(Refusal, match="wrong_paper"):
            sealing.scan(office, CLERK, parcel, code)
    told = refused(office, parcel)
    assert [one.case for one in told] == [other.number] * 3
    assert told[0].number == number


def test_what_is_no_paper_of_ours_is_refused_and_leaves_no_trace(
    office: Office, parcel: str
) -> None:
    with pytest.raises(Refusal, match="wrong_paper"):
        sealing.scan(office, CLERK, parcel, "6901234567892")
    assert refused(office, parcel) == []


def test_a_paper_scanned_twice_counts_once(office: Office, parcel: str) -> None:
    first = sealing.sheet(office, parcel).expected[0]
    code = next(iter(first.numbers))
    done = frozenset({sealing.scan(office, CLERK, parcel, code).id})
    with pytest.raises(Refusal, match="scanned_already"):
        sealing.scan(office, CLERK, parcel, code, done)


def test_a_sealed_parcel_is_closed_until_somebody_says_why(office: Office, parcel: str) -> None:
    sealing.close(office, CLERK, parcel, "F1", scanned(office, parcel))
    with pytest.raises(Refusal, match="parcel_sealed"):
        shipments.amend(office, CLERK, parcel, ShipmentAmended(contents=()))
    with pytest.raises(Refusal, match="reason_missing"):
        sealing.unseal(office, CLERK, parcel, " ")
    sealing.unseal(office, CLERK, parcel, "漏装一份")
    assert sealing.seal(office, parcel) is None
    rows = office.store.views.pieces(PieceFilter(away=True))
    assert {row.at for row in rows} == {Whereabouts.WINDOW}
    with pytest.raises(Refusal, match="bag_in_use"):
        sealing.close(office, CLERK, parcel, "F1", scanned(office, parcel))
    sealing.close(office, CLERK, parcel, "F2", scanned(office, parcel))
    shipments.amend(office, CLERK, parcel, ShipmentAmended(waybill="EE1234567"))


def test_originals_travel_under_seal_where_the_hall_says_so(office: Office, parcel: str) -> None:
    rule.set_rule(office, SUPERVISOR, CustodyRuleSet(sealing_required=True))
    with pytest.raises(Refusal, match="parcel_not_sealed"):
        handover.hand_over(office, CLERK, "ems", (parcel,))
    sealing.close(office, CLERK, parcel, "F1", scanned(office, parcel))
    done = handover.hand_over(office, CLERK, "ems", (parcel,), courier="77")
    assert papers.facts(office, done.number).parcels[0].bag == "F1"
    rows = office.store.views.pieces(PieceFilter(shipment=parcel))
    assert {(row.at, row.bag) for row in rows} == {(Whereabouts.COURIER, "F1")}


def test_signed_for_is_home_come_back_is_in_the_hall(office: Office, parcel: str) -> None:
    sealing.close(office, CLERK, parcel, "F1", scanned(office, parcel))
    handover.hand_over(office, CLERK, "ems", (parcel,))
    shipments.move(office, CLERK, parcel, ShipmentStage.OUT_FOR_DELIVERY)
    assert {row.at for row in office.store.views.pieces(PieceFilter(shipment=parcel))} == {
        Whereabouts.COURIER
    }
    shipments.move(office, CLERK, parcel, ShipmentStage.SIGNED)
    assert office.store.views.pieces(PieceFilter(away=True)) == []


def test_unsealed_originals_are_followed_as_well(office: Office, parcel: str) -> None:
    handover.hand_over(office, CLERK, "ems", (parcel,))
    away = office.store.views.pieces(PieceFilter(away=True))
    assert {row.at for row in away} == {Whereabouts.COURIER}
    shipments.move(office, CLERK, parcel, ShipmentStage.LOST)
    away = office.store.views.pieces(PieceFilter(away=True))
    assert {row.at for row in away} == {Whereabouts.LOST}
    assert parcels.followed(office, shipments.load_shipment(office, parcel)) == []


def test_what_a_carrier_tells_moves_the_pieces_and_a_locker_is_not_home(
    office: Office, clock: Clock, parcel: str
) -> None:
    handover.hand_over(office, CLERK, "ems", (parcel,))
    for signed_by, at_home in ((SignedBy.LOCKER, False), (SignedBy.SELF, True)):
        event = Event(at=clock.on(hours=5), stage=ShipmentStage.SIGNED, signed_by=signed_by)
        shipments.take_events(office, CLERK, parcel, "kuaidi", (event,))
        away = office.store.views.pieces(PieceFilter(shipment=parcel, away=True))
        assert (away == []) is at_home


class TestTwoPersons:
    @pytest.fixture(autouse=True)
    def rule(self, office: Office) -> None:
        set_pin(office, SUPERVISOR.code, PIN)
        rule.set_rule(office, SUPERVISOR, CustodyRuleSet(two_to_seal=True))

    def close(self, office: Office, parcel: str, signature: Signature) -> ParcelSealed:
        done = scanned(office, parcel)
        return sealing.close(office, CLERK, parcel, "F1", done, signature).told

    def test_the_second_signs_with_a_secret_of_their_own(self, office: Office, parcel: str) -> None:
        told = self.close(office, parcel, Signature(SUPERVISOR.code, PIN))
        assert (told.second, told.alone) == (SUPERVISOR.code, "")
        piece = pieces.load(office, told.pieces[0])
        assert piece.passages[-1].second == SUPERVISOR.code

    @pytest.mark.parametrize(
        ("signature", "code"),
        [
            (Signature(), "second_missing"),
            (Signature(CLERK.code, PIN), "second_is_first"),
            (Signature(SUPERVISOR.code, "1111"), "wrong_password"),
        ],
    )
    def test_without_one_nothing_is_sealed(
        self, office: Office, parcel: str, signature: Signature, code: str
    ) -> None:
        before = office.store.journal.heads()
        with pytest.raises(Refusal, match=code):
            self.close(office, parcel, signature)
        assert office.store.journal.heads() == before

    def test_alone_with_a_reason_is_looked_at_afterwards(self, office: Office, parcel: str) -> None:
        self.close(office, parcel, Signature(alone="一人值守"))
        row = office.store.views.done_alone()[0]
        assert (row.shipment, row.reason, row.opened) == (parcel, "一人值守", False)
        with pytest.raises(Refusal, match="not_allowed"):
            rule.review_alone(office, CLERK, parcel, row.entry, "看过")
        own = replace(SUPERVISOR, code=CLERK.code)
        with pytest.raises(Refusal, match="own_act"):
            rule.review_alone(office, own, parcel, row.entry, "看过")
        rule.review_alone(office, SUPERVISOR, parcel, row.entry, "情况属实")
        assert office.store.views.done_alone() == []

    def test_an_improper_finding_is_a_look_as_well(self, office: Office, parcel: str) -> None:
        self.close(office, parcel, Signature(alone="一人值守"))
        wanted = WatchFilter(why=Watch.ALONE_PARCEL)
        (row,) = looking.watched(office, wanted)
        looking.look(office, SUPERVISOR, row, Finding.IMPROPER, "当时有两人在岗")
        assert office.store.views.done_alone() == []
        with pytest.raises(Refusal, match="nothing_to_review"):
            rule.review_alone(office, SUPERVISOR, parcel, row.entry, "属实")

    def test_alone_is_refused_where_the_hall_never_lets_it(
        self, office: Office, parcel: str
    ) -> None:
        told = CustodyRuleSet(two_to_seal=True, alone_allowed=False)
        rule.set_rule(office, SUPERVISOR, told)
        with pytest.raises(Refusal, match="second_needed"):
            self.close(office, parcel, Signature(alone="一人值守"))


def test_pieces_are_moved_by_hand_as_the_table_says(office: Office, case: Case) -> None:
    row = pieces.of_case(office, case.number)[0]
    moved = pieces.move(office, CLERK, row.number, Motion.TO_BACK_OFFICE)
    assert moved.at is Whereabouts.BACK_OFFICE
    with pytest.raises(Refusal, match="no_such_motion"):
        pieces.move(office, CLERK, row.number, Motion.GIVE_BACK)
    with pytest.raises(Refusal, match="reason_missing"):
        pieces.move(office, CLERK, row.number, Motion.LOSE)
    pieces.move(office, CLERK, row.number, Motion.TO_WINDOW)
    with pytest.raises(Refusal, match="motion_of_parcel"):
        pieces.move(office, CLERK, row.number, Motion.SEAL)
    pieces.move(office, CLERK, row.number, Motion.GIVE_BACK)
    assert row.number not in {one.number for one in pieces.of_case(office, case.number)}


def test_what_is_registered_is_no_candidate_any_more(office: Office, case: Case) -> None:
    known = {row.key for row in pieces.of_case(office, case.number)}
    assert known
    assert not known & {one.key for one in pieces.candidates(office, case.number)}
    with pytest.raises(Refusal, match="nothing_to_register"):
        pieces.register(office, CLERK, case.number, known)


def test_the_history_of_the_case_tells_of_its_pieces(office: Office, case: Case) -> None:
    kinds = {fact.entry.kind for fact in office.store.views.case_history(case.number)}
    assert "piece.registered" in kinds
