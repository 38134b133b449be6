"""Bundles between real stations: whole or nothing, once, in order, and only from who may send."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.cases.rows import CaseFilter
from desktop.domain.exchange.membership import Membership
from desktop.domain.refusal import Refusal
from desktop.exchange import bundle_file
from desktop.exchange.signing import new_key
from desktop.services.exchange import bundles, membership, relay
from desktop.services.exchange.talk import Talk
from tests.db.examples import accept
from tests.db.test_care import rows
from tests.exchange.conftest import Joined, Meeting, Member
from tests.exchange.test_round import go
from tests.offices import SUPERVISOR


def write(member: Member, to: Path, hall: str = "", everything: bool = False) -> Path:
    bundles.write(member.office, SUPERVISOR, to, hall, everything)
    return to


def take(member: Member, path: Path) -> int:
    return bundles.take(member.office, SUPERVISOR, path).new


def folded(member: Member) -> object:
    return rows(member.office.store)  # type: ignore[arg-type]


def entries(member: Member) -> int:
    return member.office.store.keeping.verify().entries


def entitled(number: str, owner: Member, *others: Member) -> None:
    """As by 移交: these halls may open the case as well, so folds can be compared whole."""
    for other in others:
        public = other.office.store.exchange.hall_public
        owner.office.store.exchange.entitle(public, [f"case:{number}"])


def acquainted(*members: Member) -> None:
    """Everybody has the newest list of devices; nobody exchanges anything."""
    for member in members:
        membership.look(member.office)


def test_two_sub_halls_without_a_network_come_to_the_same_state(
    stations: Joined, tmp_path: Path
) -> None:
    stations("KFQ", "A01")
    east, west = stations("RC1", "R01"), stations("RC2", "S01")
    acquainted(east, west)
    entitled(accept(east.office.store.journal), east, west)
    entitled(accept(west.office.store.journal, "王小明"), west, east)
    assert take(west, write(east, tmp_path / "1.ycb")) > 0
    assert take(east, write(west, tmp_path / "2.ycb")) > 0
    assert take(west, write(east, tmp_path / "3.ycb")) > 0
    assert folded(east) == folded(west)
    for member in (east, west):
        assert member.office.store.keeping.verify().ok
        assert len(member.office.store.views.cases(CaseFilter())) == 2


def test_a_second_time_is_the_same_as_once(stations: Joined, tmp_path: Path) -> None:
    a, b = stations("KFQ", "A01"), stations("RC1", "R01")
    acquainted(a)
    accept(b.office.store.journal)
    path = write(b, tmp_path / "b.ycb")
    assert take(a, path) > 0
    before, held = folded(a), entries(a)
    assert take(a, path) == 0
    assert (folded(a), entries(a)) == (before, held)


def test_a_stranger_relays_it_whole_and_pullers_check_it(stations: Joined, tmp_path: Path) -> None:
    main, far, near = stations("KFQ", "A01"), stations("RC1", "R01"), stations("RC2", "S01")
    mate = stations("RC1", "R02")
    acquainted(near, far)
    number = accept(far.office.store.journal)
    take(near, write(far, tmp_path / "far.ycb"))
    go(near)
    assert not relay.carried(near.office)
    go(main, mate)
    with main.hub() as hub:
        held = next(one for one in hub.devices() if one.code == "R01")
    # all that was in the bundle; its own note of writing it came after
    assert held.seq == far.office.store.exchange.head()[0] - 1
    case = main.office.store.views.case(number)
    assert case is not None
    assert case.applicant.name == ""
    case = mate.office.store.views.case(number)
    assert case is not None
    assert case.applicant.name == "李䶮敏"  # the keys of its hall came with the bundle
    go(far, main, near, mate, times=2)
    assert folded(main) == folded(near)
    assert far.office.store.exchange.waiting() == 0
    assert all(one.office.store.keeping.verify().ok for one in (main, far, near, mate))


def test_what_a_relay_did_not_get_signed_is_refused_by_pullers(
    stations: Joined, tmp_path: Path
) -> None:
    main, far, near = stations("KFQ", "A01"), stations("RC1", "R01"), stations("RC2", "S01")
    acquainted(near, far)
    accept(far.office.store.journal)
    take(near, write(far, tmp_path / "far.ycb"))
    forged = [(one.seq, bytes(64)) for one in relay.carried(near.office)]
    near.office.store.local.remember(relay.CARRIED, "")
    relay.remember(near.office, "R01", forged, 0)
    with near.hub() as hub:
        assert relay.hand_on(Talk(near.office, hub), lambda _upto: 0) > 0
    before = folded(main)
    with pytest.raises(Refusal, match="hub_altered"):
        go(main)
    assert folded(main) == before


def test_an_answer_brings_the_order_the_other_lacks(stations: Joined, tmp_path: Path) -> None:
    main, far = stations("KFQ", "A01"), stations("RC1", "R01")
    entitled(accept(main.office.store.journal), main, far)
    entitled(accept(far.office.store.journal, "王小明"), far, main)
    acquainted(main)
    take(main, write(far, tmp_path / "1.ycb"))
    go(main, times=2)
    take(far, write(main, tmp_path / "2.ycb"))
    assert far.office.store.exchange.waiting() == 2  # its notes of writing one and taking the other
    for hall in ("KFQ", "RC1"):
        held = far.office.store.exchange.cursor(hall)
        assert held == main.office.store.exchange.cursor(hall)
    assert folded(far) == folded(main)
    take(main, write(far, tmp_path / "3.ycb"))
    # only what came since: the answer to an answer is small
    assert (tmp_path / "3.ycb").stat().st_size < (tmp_path / "2.ycb").stat().st_size
    go(far, main)
    assert far.office.store.keeping.verify().ok


def test_out_of_order_says_what_is_missing(stations: Joined, tmp_path: Path) -> None:
    main, far, new = stations("KFQ", "A01"), stations("RC1", "R01"), stations("RC2", "S01")
    accept(far.office.store.journal)
    acquainted(main, far)
    first = write(far, tmp_path / "1.ycb")
    go(far)  # the hub confirms these, so the next bundle leaves them out
    accept(far.office.store.journal, "王小明")
    second = write(far, tmp_path / "2.ycb")
    before, held = folded(main), entries(main)
    with pytest.raises(Refusal) as missing:
        take(main, second)
    assert missing.value.code == "bundle_gap"
    assert missing.value.data["first"] == 1
    assert (folded(main), entries(main)) == (before, held)
    take(main, first)
    with pytest.raises(Refusal, match="bundle_gap"):
        take(main, second)  # what was written between the two went by the network
    take(main, write(far, tmp_path / "all.ycb", everything=True))
    assert main.office.store.exchange.last_of("R01") > 0
    take(far, write(main, tmp_path / "answer.ycb"))
    with pytest.raises(Refusal, match=r"bundle_(unknown_device|gap|order_gap)"):
        take(new, second)


def test_who_may_not_send_and_who_may_not_read(
    stations: Joined, meeting: Meeting, tmp_path: Path
) -> None:
    main, far, third = stations("KFQ", "A01"), stations("RC1", "R01"), stations("RC2", "S01")
    accept(far.office.store.journal)
    with pytest.raises(Refusal, match="bundle_unknown_device"):
        take(main, write(far, tmp_path / "unknown.ycb"))
    acquainted(main, far, third)
    with pytest.raises(Refusal, match="bundle_not_for_us"):
        take(third, write(far, tmp_path / "main.ycb", hall="KFQ"))
    told = membership.member(far.office)
    other = replace(told, signing_key=new_key()[0].hex())
    membership._remember(far.office, membership.MEMBERSHIP, other)
    with pytest.raises(Refusal, match="bundle_forged"):
        take(main, write(far, tmp_path / "forged.ycb"))
    membership._remember(far.office, membership.MEMBERSHIP, replace(told, hub="another"))
    with pytest.raises(Refusal, match="bundle_foreign"):
        take(main, write(far, tmp_path / "foreign.ycb"))
    membership._remember(far.office, membership.MEMBERSHIP, told)
    membership.revoke(main.office, SUPERVISOR, "R01", "丢失")
    acquainted(main)
    with pytest.raises(Refusal, match="bundle_revoked"):
        take(main, write(far, tmp_path / "revoked.ycb"))
    with pytest.raises(Refusal, match="no_such_file"):
        take(main, tmp_path / "nothing.ycb")


def test_no_entry_of_another_device_slips_in(stations: Joined, tmp_path: Path) -> None:
    main, far, third = stations("KFQ", "A01"), stations("RC1", "R01"), stations("RC2", "S01")
    for member in (far, third):
        accept(member.office.store.journal)
    acquainted(main, far)
    path = write(far, tmp_path / "far.ycb")
    told = membership.member(main.office)
    private = main.office.store.exchange.hall_private
    whole = bundle_file.read(path, told, private)
    foreign = tuple(third.office.store.exchange.entries("S01", 0, 2))
    far_told = membership.member(far.office)
    bundle_file.write(path, replace(whole, entries=(*foreign, *whole.entries[2:])), far_told)
    with pytest.raises(Refusal, match="bundle_broken"):
        take(main, path)
    bundle_file.write(path, replace(whole, entries=whole.entries[:-1]), far_told)
    with pytest.raises(Refusal, match="bundle_broken"):
        take(main, path)


@pytest.fixture
def sealed_file(stations: Joined, tmp_path: Path) -> tuple[bytes, Membership, bytes]:
    main, far = stations("KFQ", "A01"), stations("RC1", "R01")
    accept(far.office.store.journal)
    acquainted(far)
    whole = write(far, tmp_path / "far.ycb").read_bytes()
    return whole, membership.member(main.office), main.office.store.exchange.hall_private


def test_altered_or_cut_anywhere_it_is_refused(
    sealed_file: tuple[bytes, Membership, bytes], tmp_path: Path
) -> None:
    whole, told, private = sealed_file
    path = tmp_path / "changed.ycb"

    def refused(changed: bytes) -> None:
        path.write_bytes(changed)
        with pytest.raises(Refusal, match="bundle_broken"):
            bundle_file.read(path, told, private)

    @settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(place=st.integers(0, len(whole) - 1), bits=st.integers(1, 255))
    def one_byte(place: int, bits: int) -> None:
        refused(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])

    @settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(end=st.integers(0, len(whole) - 1))
    def cut(end: int) -> None:
        refused(whole[:end])

    one_byte()
    cut()
    head = len(bundle_file.MAGIC) + 12
    for place in range(head + 64):  # all of what is read before the signature is checked
        refused(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
    refused(whole + b"\0")
    path.write_bytes(whole)
    assert bundle_file.read(path, told, private).device == "R01"


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """Files of this process may not grow beyond `size`: as on a full disc, writing fails midway."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disc_leaves_the_older_file(
    sealed_file: tuple[bytes, Membership, bytes], tmp_path: Path
) -> None:
    whole, told, private = sealed_file
    path = tmp_path / "far.ycb"
    bundle = bundle_file.read(path, told, private)
    with little_room(1_000), pytest.raises(Refusal, match="cannot_write"):
        bundle_file.write(path, bundle, told)
    assert path.read_bytes() == whole
    assert not [one for one in tmp_path.iterdir() if one.name.endswith(".part")]
