import re
from itertools import product
from pathlib import Path

import pytest

from desktop.domain.cases.moves import MOVES, OPEN, Move, Stage, after, follows, possible
from desktop.domain.refusal import Refusal
from desktop.wording.labels import label

S, M = Stage, Move
INTAKE = {
    M.ACCEPT: S.ACCEPTED, M.SETTLE: S.CLOSED, M.COLLECT: S.COLLECTED, M.NOTIFY: S.CORRECTING,
    M.REFUSE: S.REFUSED, M.WITHDRAW: S.WITHDRAWN, M.TERMINATE: S.TERMINATED,
    M.TRANSFER: S.TRANSFERRED,
}  # fmt: skip
UNDER_WAY = {
    M.REVIEW: S.REVIEWING, M.SUSPEND: S.SUSPENDED, M.WITHDRAW: S.WITHDRAWN,
    M.TERMINATE: S.TERMINATED, M.REVOKE: S.RECEIVED, M.TRANSFER: S.TRANSFERRED,
}  # fmt: skip


def stays(stage: Stage, *moves: Move) -> dict[Move, Stage]:
    return dict.fromkeys(moves, stage)


EXPECTED: dict[Stage, dict[Move, Stage]] = {
    S.DRAFT: {M.RECEIVE: S.RECEIVED},
    S.RECEIVED: {**stays(S.RECEIVED, M.SUPPLEMENT, M.AMEND), **INTAKE},
    S.CORRECTING: {**stays(S.CORRECTING, M.SUPPLEMENT, M.AMEND), **INTAKE},
    S.ACCEPTED: {
        **stays(S.ACCEPTED, M.SUPPLEMENT, M.AMEND, M.COMMISSION, M.OPINE, M.EXTEND), **UNDER_WAY,
    },
    S.REVIEWING: {
        **stays(S.REVIEWING, M.SUPPLEMENT, M.AMEND, M.COMMISSION, M.OPINE, M.EXTEND), **UNDER_WAY,
        M.DECIDE: S.DECIDED,
    },
    S.SUSPENDED: {
        **stays(S.SUSPENDED, M.SUPPLEMENT, M.AMEND, M.COMMISSION, M.OPINE),
        M.RESUME: S.REVIEWING, M.WITHDRAW: S.WITHDRAWN, M.TERMINATE: S.TERMINATED,
    },
    S.DECIDED: {M.AMEND: S.DECIDED, M.PRODUCE: S.PRODUCED, M.DELIVER: S.CLOSED},
    S.PRODUCED: {M.AMEND: S.PRODUCED, M.PRODUCE: S.PRODUCED, M.DELIVER: S.CLOSED},
    S.CLOSED: {M.AMEND: S.CLOSED, M.REISSUE: S.DECIDED},
    S.COLLECTED: {**stays(S.COLLECTED, M.SUPPLEMENT, M.AMEND), M.WITHDRAW: S.WITHDRAWN},
}  # fmt: skip
CELLS = list(product(Stage, Move))


@pytest.mark.parametrize(("stage", "move"), CELLS, ids=lambda one: str(one.value))
def test_every_cell(stage: Stage, move: Move) -> None:
    expected = EXPECTED.get(stage, {}).get(move)
    assert (move in possible(stage)) is (expected is not None)
    if expected is not None:
        assert after(stage, move) is follows(stage, move) is expected
        return
    assert follows(stage, move) is stage
    with pytest.raises(Refusal) as refused:
        after(stage, move)
    assert refused.value.code == "no_such_move"
    assert refused.value.data == {"stage": stage, "move": move}


def test_the_table_knows_every_stage() -> None:
    assert set(MOVES) == set(Stage)


def test_architecture_prints_this_table() -> None:
    printed = written_table()
    assert len(printed) == len(CELLS)
    for (stage, move), cell in printed.items():
        assert MOVES[stage].get(move) == cell, (stage, move)


def test_what_ends_has_no_duty_left() -> None:
    assert {stage for stage in Stage if MOVES[stage]} - {S.DRAFT, S.CLOSED} == OPEN


def written_table() -> dict[tuple[Stage, Move], Stage | None]:
    """The table in ARCHITECTURE.md by stage and move: a row a move, a column a stage."""
    text = (Path(__file__).parents[3] / "ARCHITECTURE.md").read_text("utf-8")
    part = text.partition("## The moves of a case")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("|") and not line.startswith("|--")
    ]
    stages = [Stage(head.split()[0]) for head in rows[0][1:]]
    endings = [Stage(name) for name in re.findall("`([a-z]+)` ", part)]
    told: dict[tuple[Stage, Move], Stage | None] = dict.fromkeys(product(endings, Move))
    for row in rows[1:]:
        words, name = row[0].rsplit(" ", 1)
        assert words == label(Move(name))
        for stage, cell in zip(stages, row[1:], strict=True):
            told[stage, Move(name)] = Stage(cell) if cell else None
    return told
