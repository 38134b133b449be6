from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.trust.chain import COVERED, GENESIS, entry_hash, first_fault
from desktop.domain.trust.entry import Entry

BLANK = Entry(
    id="00", device="A01", seq=1, logical=1, happened_at="h", recorded_at="r", clerk="001",
    kind="clerk.set", version=1, entity="clerk:001", body="{}", subject="", sealed=b"",
    previous=GENESIS, hash=b"",
)  # fmt: skip


def chain(device: str, length: int) -> list[Entry]:
    made: list[Entry] = []
    for seq in range(1, length + 1):
        previous = made[-1].hash if made else GENESIS
        entry = replace(BLANK, device=device, seq=seq, logical=seq * 10, previous=previous)
        made.append(replace(entry, hash=entry_hash(entry)))
    return made


def test_whole_chains_have_no_fault_whatever_the_order_they_come_in() -> None:
    assert first_fault([*chain("B02", 4), *reversed(chain("A01", 7))]) == ""


@pytest.mark.parametrize("field", [*COVERED, "sealed", "hash"])
def test_a_change_of_any_field_is_found_at_its_entry(field: str) -> None:
    entries = chain("A01", 5)
    old: Any = getattr(entries[2], field)
    different: Any = {int: 100, bytes: b"x" * 32, str: "x"}[type(old)]
    entries[2] = replace(entries[2], **{field: different})
    fault = first_fault(entries)
    assert fault.startswith("A01:3") or field in ("device", "seq")
    assert fault


def test_a_missing_entry_is_found() -> None:
    entries = chain("A01", 5)
    assert first_fault([*entries[:2], *entries[3:]]) == "A01:3: missing"


def test_a_chain_hashed_anew_after_a_change_no_longer_follows() -> None:
    entries = chain("A01", 5)
    forged = replace(entries[2], clerk="002")
    entries[2] = replace(forged, hash=entry_hash(forged))
    assert first_fault(entries) == "A01:4: does not follow"


def test_logical_time_never_goes_back() -> None:
    first = chain("A01", 1)[0]
    second = replace(BLANK, seq=2, logical=first.logical, previous=first.hash)
    assert first_fault([first, replace(second, hash=entry_hash(second))]) == "A01:2: out of order"


@given(st.text(max_size=5), st.text(max_size=5), st.integers(0, 3))
def test_text_cannot_be_shifted_from_one_field_to_the_next(a: str, b: str, cut: int) -> None:
    def faulty(clerk: str, kind: str) -> tuple[bytes, str]:
        entry = replace(BLANK, clerk=clerk, kind=kind)
        try:
            entry = replace(entry, hash=entry_hash(entry))
        except UnicodeEncodeError:
            return b"", "surrogate"
        return entry.hash, first_fault([entry])

    one, fault = faulty(a + "\x1f" + b, "k")
    other, _ = faulty(a, b + "\x1fk")
    assert fault
    if one == other:
        assert fault == "A01:1: malformed" or fault == "surrogate"
