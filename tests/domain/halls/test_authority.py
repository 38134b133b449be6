import pytest

from desktop.domain.cases.moves import Move
from desktop.domain.halls.authority import Authority, final_move


@pytest.mark.parametrize(
    ("authority", "instant", "move"),
    [
        (Authority.ACCEPT, False, Move.ACCEPT),
        (Authority.ACCEPT, True, Move.SETTLE),
        (Authority.COLLECT, False, Move.COLLECT),
        (Authority.COLLECT, True, Move.COLLECT),
        (Authority.ADVISE, False, None),
        (Authority.ADVISE, True, None),
    ],
)
def test_what_f9_does(authority: Authority, instant: bool, move: Move | None) -> None:
    assert final_move(authority, instant) is move
