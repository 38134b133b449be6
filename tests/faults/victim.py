"""The other end of a process that is made to be killed: it forks a child for each line it reads,
says `pid`, what the child says, and `dead` when it is.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Victim:
    """What the child said, line by line, until it is dead."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._rest = b""

    def begin(self, line: str = "") -> int:
        """Let a child live for this line; its process id."""
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()
        return int(self._line().removeprefix("pid "))

    def live_and_die(self, seconds: float, working: bool) -> list[str]:
        """Let a child run that long, kill it, and say what it promised.

        `working` counts from its first promise, however slow the machine; else from its start.
        """
        pid = self.begin()
        heard: list[str] = [self._line()] if working else []
        return [*heard, *self.die(pid, seconds)]

    def die(self, pid: int, seconds: float) -> list[str]:
        """Kill the child after so long; what it said until then."""
        heard: list[str] = []
        until = time.monotonic() + seconds
        while self._speaks(until - time.monotonic()):
            line = self._line()
            if line == "dead":
                return heard
            heard.append(line)
        os.kill(pid, signal.SIGKILL)
        return [*heard, *self.end()]

    def end(self) -> list[str]:
        """Let the child come to its end; what it said until then."""
        heard: list[str] = []
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
def victim(module: str, *arguments: str) -> Iterator[Victim]:
    command = [sys.executable, "-m", module, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as process:
        yield Victim(process)
        assert process.stdin
        process.stdin.close()
        assert process.wait() == 0
