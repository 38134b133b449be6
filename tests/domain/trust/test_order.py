from datetime import UTC, datetime

from desktop.domain.exchange.standing import overruled, standing
from desktop.domain.trust.chain import GENESIS
from desktop.domain.trust.entry import Entry, Fact
from desktop.domain.trust.order import in_order
from desktop.domain.trust.restored import successor

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def entry(id: str, kind: str = "case.received", logical: int = 1, device: str = "A01") -> Entry:
    return Entry(
        id=id, device=device, seq=1, logical=logical, happened_at="", recorded_at="", clerk="",
        kind=kind, version=1, entity="case:1", body="{}", subject="", sealed=b"",
        previous=GENESIS, hash=GENESIS,
    )  # fmt: skip


def facts(*kinds: str) -> list[Fact]:
    return [
        Fact(entry=entry(str(n), kind), payload=None, happened_at=NOW, recorded_at=NOW)
        for n, kind in enumerate(kinds)
    ]


def kinds(of: tuple[Fact, ...]) -> list[str]:
    return [fact.entry.kind for fact in of]


def test_confirmed_entries_come_first_in_the_halls_order() -> None:
    entries = [entry("own", logical=1), entry("x", logical=9), entry("y", logical=5)]
    placed = in_order(entries, {"x": (9, "KFQ", 1), "y": (10, "KFQ", 2)})
    assert [e.id for e in placed] == ["x", "y", "own"]


def test_unconfirmed_entries_follow_logical_time_then_device() -> None:
    entries = [entry("b", logical=2, device="B02"), entry("a", logical=2), entry("c", logical=1)]
    assert [e.id for e in in_order(entries, {})] == ["c", "a", "b"]


def test_of_two_acceptances_the_earlier_stands_and_the_other_is_kept_for_the_supervisor() -> None:
    told = facts("case.received", "case.accepted", "case.supplemented", "case.accepted")
    assert kinds(standing(told)) == ["case.received", "case.accepted", "case.supplemented"]
    assert kinds(overruled(told)) == ["case.accepted"]


def test_an_accepted_case_may_still_be_withdrawn_but_not_refused() -> None:
    told = facts("case.received", "case.accepted", "case.refused", "case.withdrawn")
    assert kinds(standing(told)) == ["case.received", "case.accepted", "case.withdrawn"]
    assert kinds(overruled(told)) == ["case.refused"]


def test_a_revoked_acceptance_opens_the_case_again() -> None:
    told = facts(
        "case.received", "case.accepted", "case.acceptance_revoked", "case.refused",
        "case.decided",
    )  # fmt: skip
    assert kinds(overruled(told)) == ["case.decided"]


def test_of_two_decisions_the_earlier_stands() -> None:
    told = facts("case.received", "case.accepted", "case.decided", "case.decided")
    assert kinds(overruled(told)) == ["case.decided"]


def test_a_restored_station_is_marked_once() -> None:
    assert successor("A07", "4KX") == "A07R4KX"
    assert successor("A07R4KX", "9ZZ") == "A07R9ZZ"
    assert len(successor("ABCDEFGH", "111")) == 8
