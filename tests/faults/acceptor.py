"""A process that is made to be killed: for each line it reads it forks a child that accepts cases.

The child says `pid`, then each number once it is committed; between cases it saves a draft, as
the counter does. A line is one write, flushed: what the test reads was promised to a clerk. When
the child is dead, the process says `dead`. So a kill costs milliseconds, not a start of Python.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from db.keys import open_keys
from db.store import open_store
from tests.db.examples import DRAFT, accept
from tests.stores import beijing_now

FILLING = "草稿" * 200


def accept_for_ever(path: Path) -> None:
    store = open_store(path, open_keys(path.with_suffix(".key")), beijing_now, "A01")
    while True:
        number = accept(store.journal)
        say(number)
        store.local.save_draft(replace(DRAFT, note=f"{number} {FILLING}"), "001")


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main(path: Path) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            say(f"pid {os.getpid()}")
            accept_for_ever(path)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
