import re
from itertools import product
from pathlib import Path

import pytest

from desktop.domain.cases.moves import MOVES, Move, Stage, after, possible
from desktop.domain.refusal import Refusal

S, M = Stage, Move
INTAKE = {
    M.ACCEPT: S.ACCEPTED, M.SETTLE: S.CLOSED, M.COLLECT: S.COLLECTED, M.NOTIFY: S.CORRECTING,
    M.REFUSE: S.REFUSED, M.WITHDRAW: S.WITHDRAWN,
}  # fmt: skip
EXPECTED: dict[Stage, dict[Move, Stage]] = {
    S.DRAFT: {M.RECEIVE: S.RECEIVED},
    S.RECEIVED: {M.SUPPLEMENT: S.RECEIVED, **INTAKE},
    S.CORRECTING: {M.SUPPLEMENT: S.CORRECTING, **INTAKE},
    S.ACCEPTED: {M.SUPPLEMENT: S.ACCEPTED, M.WITHDRAW: S.WITHDRAWN},
    S.COLLECTED: {M.SUPPLEMENT: S.COLLECTED, M.WITHDRAW: S.WITHDRAWN},
}
CELLS = list(product(Stage, Move))


@pytest.mark.parametrize(("stage", "move"), CELLS, ids=lambda one: str(one.value))
def test_every_cell(stage: Stage, move: Move) -> None:
    follows = EXPECTED.get(stage, {}).get(move)
    assert (move in possible(stage)) is (follows is not None)
    if follows is not None:
        assert after(stage, move) is follows
        return
    with pytest.raises(Refusal) as refused:
        after(stage, move)
    assert refused.value.code == "no_such_move"
    assert refused.value.data == {"stage": stage, "move": move}


def test_the_table_knows_every_stage() -> None:
    assert set(MOVES) == set(Stage)


def test_architecture_prints_this_table() -> None:
    printed = written_table()
    assert len(printed) == len(CELLS)
    for (stage, move), follows in printed.items():
        assert MOVES[stage].get(move) == follows, (stage, move)


def written_table() -> dict[tuple[Stage, Move], Stage | None]:
    """The table in ARCHITECTURE.md by stage and move; a row may name several stages."""
    text = (Path(__file__).parents[3] / "ARCHITECTURE.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.partition("## The moves of a case")[2].partition("\n## ")[0].splitlines()
        if line.startswith("|") and not line.startswith("|--")
    ]
    # the columns are headed as `Move`'s docstring lists its members
    heads = str(Move.__doc__).strip(". ").split()
    assert rows[0][1:] == heads
    return {
        (Stage(name), move): Stage(cell) if cell else None
        for row in rows[1:]
        for name in re.findall("[a-z]+", row[0])
        for move, cell in zip(Move, row[1:], strict=True)
    }
