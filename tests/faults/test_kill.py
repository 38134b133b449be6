"""kill -9 at random moments: no promised case lost, no number twice, chain whole, draft whole.

Forty kills; `YICHUANG_KILLS=200` for the full count.
"""

import os
import random
from pathlib import Path

from db.store import open_store
from desktop.domain.cases.rows import CaseFilter
from tests.faults.victim import victim
from tests.stores import Template, beijing_now

KILLS = int(os.environ.get("YICHUANG_KILLS", "40"))
LONGEST = 0.06
"""Seconds a child lives at most: opening takes about 5 ms, a case 1 ms."""


def test_a_killed_station_has_kept_every_promise(template: Template, tmp_path: Path) -> None:
    path, keys = template.copy(tmp_path, "store")
    chance = random.Random(20261123)
    promised: list[str] = []
    with victim("tests.faults.acceptor", str(path)) as dying:
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
