"""kill -9 at random moments: no promised case lost, no number twice, chain whole, draft whole.

Forty kills; `YICHUANG_KILLS=200` for the full count.
"""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.store import open_store
from desktop.domain.cases.rows import CaseFilter
from tests.stores import Template, beijing_now

KILLS = int(os.environ.get("YICHUANG_KILLS", "40"))
LONGEST = 0.06
"""Seconds a child lives at most: opening takes about 5 ms, a case 1 ms."""
ROOT = Path(__file__).parents[2]


class Victim:
    """The other end of `acceptor`."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._rest = b""

    def live_and_die(self, seconds: float, working: bool) -> list[str]:
        """Let a child run that long, kill it, and say which numbers it promised.

        `working` counts from its first promise, however slow the machine; else from its start.
        """
        assert self._process.stdin
        self._process.stdin.write(b"\n")
        self._process.stdin.flush()
        pid = int(self._line().removeprefix("pid "))
        heard: list[str] = [self._line()] if working else []
        until = time.monotonic() + seconds
        while self._speaks(until - time.monotonic()):
            heard.append(self._line())
        os.kill(pid, signal.SIGKILL)
        while (line := self._line()) != "dead":
            heard.append(line)
        return heard

    def _speaks(self, seconds: float) -> bool:
        assert self._process.stdout
        if seconds <= 0:
            return False
        return b"\n" in self._rest or bool(
            select.select([self._process.stdout.fileno()], [], [], seconds)[0]
        )

    def _line(self) -> str:
        assert self._process.stdout
        while b"\n" not in self._rest:
            more = os.read(self._process.stdout.fileno(), 65_536)
            assert more, "the victim ended by itself"
            self._rest += more
        line, self._rest = self._rest.split(b"\n", 1)
        return line.decode()


@contextmanager
def victim(path: Path) -> Iterator[Victim]:
    command = [sys.executable, "-m", "tests.faults.acceptor", str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as process:
        yield Victim(process)
        assert process.stdin
        process.stdin.close()
        assert process.wait() == 0


def test_a_killed_station_has_kept_every_promise(template: Template, tmp_path: Path) -> None:
    path, keys = template.copy(tmp_path, "store")
    chance = random.Random(20261123)
    promised: list[str] = []
    with victim(path) as dying:
        for kill in range(KILLS):
            promised += dying.live_and_die(chance.uniform(0, LONGEST), working=kill % 4 > 0)
    assert len(promised) >= KILLS // 4 * 3, "killed before anything could happen"
    assert len(set(promised)) == len(promised)
    store = open_store(path, keys, beijing_now, "A01")
    kept = {row.number for row in store.views.cases(CaseFilter(), limit=1_000_000)}
    assert set(promised) <= kept
    # at most the one case of each kill that was committed and not yet said
    assert len(kept - set(promised)) <= KILLS
    assert {int(number[-4:]) for number in kept} == set(range(1, len(kept) + 1))
    found = store.keeping.verify()
    assert (found.ok, found.entries) == (True, 2 * len(kept))
    draft = store.local.draft("d1")
    assert draft is not None
    number, filling = draft.note.split(" ")
    assert number in kept
    assert filling == "草稿" * 200
    store.close()
