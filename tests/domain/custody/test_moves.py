"""The moves of a piece, cell by cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.custody.entries import PieceMoved, PieceRegistered
from desktop.domain.custody.moves import (
    BY_PARCEL,
    HOME,
    MOVES,
    STARTS,
    Motion,
    Whereabouts,
    by_hand,
    moved,
)
from desktop.domain.custody.piece import fold
from desktop.domain.refusal import Refusal
from tests.domain.custody.told import PAYLOADS, facts

TABLE = """
           take_in arrive make   to_window to_back_office seal unseal send    give_back stray  lose find
applicant  window  hall   window .         .              .    .      .       .         .      .    .
window     .       .      .      .         back_office    bag  .      courier returned  .      lost .
hall       .       .      .      window    back_office    bag  .      courier returned  .      lost .
back_office .      .      .      window    .              .    .      .       .         .      lost .
bag        .       .      .      .         .              .    window courier .         .      lost .
courier    .       hall   .      .         .              .    .      .       returned  astray lost .
returned   window  .      .      .         .              .    .      .       .         astray .    .
astray     .       hall   .      .         .              .    .      .       returned  .      lost .
lost       .       .      .      .         .              .    .      .       returned  .      .    window
"""
HEAD, *LINES = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [(row[0], motion, to) for row in LINES for motion, to in zip(HEAD, row[1:], strict=True)]


@pytest.mark.parametrize(("at", "motion", "to"), CELLS)
def test_a_cell_of_the_table(at: str, motion: str, to: str) -> None:
    if to == ".":
        with pytest.raises(Refusal, match="no_such_motion"):
            moved(Whereabouts(at), Motion(motion))
    else:
        assert moved(Whereabouts(at), Motion(motion)) is Whereabouts(to)


def test_the_table_is_whole() -> None:
    assert len(CELLS) == len(Whereabouts) * len(Motion)
    assert set(MOVES) == set(Whereabouts)
    assert {Motion.TAKE_IN, Motion.ARRIVE, Motion.MAKE} == STARTS


def test_from_everywhere_a_piece_can_come_home() -> None:
    for start in Whereabouts:
        reached: set[Whereabouts] = set()
        grown = {start}
        while grown - reached:
            reached |= grown
            grown = {to for at in reached for to in MOVES[at].values()}
        assert (reached | grown) & HOME, start


def test_a_hand_moves_no_parcel() -> None:
    for at in Whereabouts:
        assert not set(by_hand(at)) & BY_PARCEL


@given(st.lists(st.sampled_from(Motion)))
def test_the_fold_never_raises_and_keeps_every_passage(motions: list[Motion]) -> None:
    told = [PieceMoved(motion=motion) for motion in motions]
    piece = fold("P1", facts(PAYLOADS[0], *told))
    assert piece is not None
    assert [passage.motion for passage in piece.passages] == [Motion.TAKE_IN, *motions]
    at = Whereabouts.WINDOW
    for motion in motions:
        at = MOVES[at].get(motion, at)
    assert piece.at is at is piece.passages[-1].to


def test_a_move_without_a_registration_is_nothing_and_the_first_registration_stands() -> None:
    assert fold("P1", facts(PAYLOADS[1])) is None
    again = PieceRegistered(case="x", kind=PAYLOADS[0].kind, key="", name="", motion=Motion.MAKE)
    piece = fold("P1", facts(PAYLOADS[0], again, PAYLOADS[1]))
    assert piece is not None
    assert (piece.name, piece.at, piece.bag) == ("租赁合同", Whereabouts.BAG, "F0001")
    assert piece.passages[-1].second == "002"
