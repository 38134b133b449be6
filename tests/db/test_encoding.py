import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.encoding import decode, encode
from desktop.domain.cases.draft import Delivery
from desktop.domain.cases.entries import CaseReceived, CaseWithdrawn, SheetLine, VisitEnded
from desktop.domain.cases.tick import Tick
from desktop.domain.halls.entries import ItemPublished
from desktop.domain.identity.party import Agent, Party
from desktop.domain.kinds import KINDS
from desktop.domain.refusal import Refusal
from tests.db.examples import EXAMPLES, received

# XML-like noise is not the point; every character that can be written is
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
LINE = st.builds(
    SheetLine, key=TEXT, name=TEXT, type=TEXT, need=TEXT, reason=TEXT,
    basis=st.lists(TEXT, max_size=2).map(tuple), tick=st.builds(Tick, note=TEXT),
)  # fmt: skip
RECEIVED = st.builds(
    received, name=TEXT, materials=st.integers(0, 3), item_name=TEXT,
    answers=st.dictionaries(TEXT, st.lists(TEXT, max_size=2).map(tuple), max_size=3),
    lines=st.lists(LINE, max_size=3).map(tuple), applicant=st.builds(Party, name=TEXT, phone=TEXT),
    agent=st.none() | st.builds(Agent, name=TEXT), delivery=st.builds(Delivery, address=TEXT),
    note=TEXT,
)  # fmt: skip


@settings(max_examples=60)
@given(RECEIVED)
def test_what_is_encoded_decodes_to_what_it_was(payload: CaseReceived) -> None:
    told = encode(payload)
    assert decode(told.kind, told.version, told.body, told.personal) == payload
    assert told.payload == payload


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind[0]))
def test_every_kind_round_trips_and_is_canonical(kind: tuple[str, int]) -> None:
    told = encode(EXAMPLES[kind])
    assert (told.kind, told.version) == kind
    for text in filter(None, (told.body, told.personal.decode())):
        again = json.dumps(
            json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        assert again == text


def test_personal_fields_stand_in_the_sealed_part_alone() -> None:
    told = encode(received("李䶮敏"))
    assert "李䶮敏" not in told.body
    assert "11010519491231002X" not in told.body
    assert "李䶮敏" in told.personal.decode()


def test_without_its_personal_part_a_payload_has_defaults() -> None:
    told = encode(received("李䶮敏"))
    bare = decode(told.kind, told.version, told.body, b"")
    assert bare.applicant == Party()
    assert bare.item_name == received().item_name


def test_nothing_personal_leaves_nothing_to_seal() -> None:
    assert encode(VisitEnded(outcome="left")).personal == b""


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (CaseWithdrawn(reason="a\x00b"), "nul"),
        (received("a\x00b"), "nul"),
        (CaseWithdrawn(reason="a\ud800"), "surrogate"),
        (ItemPublished(item="a", content="长" * 400_000, source=""), "length"),
        (CaseWithdrawn(reason=7), "type"),  # type: ignore[arg-type]
        (CaseWithdrawn(reason=float("nan")), "type"),  # type: ignore[arg-type]
        (CaseWithdrawn(reason="", returned=(float("inf"),)), "type"),  # type: ignore[arg-type]
        ("no payload", "unknown_kind"),
    ],
)
def test_what_cannot_be_written_is_refused(payload: Any, reason: str) -> None:
    with pytest.raises(Refusal, match="cannot_encode") as told:
        encode(payload)
    assert told.value.data["reason"] == reason


def test_a_backslash_before_u0000_is_no_nul() -> None:
    payload = CaseWithdrawn(reason="\\u0000")
    assert encode(payload).payload == payload


def test_a_kind_of_a_newer_program_comes_as_a_plain_dict() -> None:
    assert decode("case.teleported", 9, '{"to":"Mars"}', b"") == {"to": "Mars"}


def test_a_list_in_place_of_a_tuple_is_refused() -> None:
    with pytest.raises(Refusal, match="changed"):
        encode(replace(received(), lines=[]))  # type: ignore[arg-type]
