"""A bundle of many entries, timed. `YICHUANG_BUNDLE=20000` for the full size."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter

import pytest

from desktop.domain.cases.entries import CaseSupplemented
from desktop.domain.trust.entry import Act
from tests.db.examples import accept, line
from tests.exchange.bundles.test_bundles import acquainted, take, write
from tests.exchange.conftest import Joined
from tests.exchange.test_round import go

ENTRIES = int(os.environ.get("YICHUANG_BUNDLE", "1000"))
PER_ENTRY = 0.002
"""Seconds that writing and taking together may need for one, on a slow shared machine."""


def test_many_entries_in_reasonable_time(
    stations: Joined, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main, far = stations("KFQ", "A01"), stations("RC1", "R01")
    acquainted(main)
    journal, made = far.office.store.journal, 0
    while made < ENTRIES:
        number = accept(journal)
        told = CaseSupplemented(lines=(line(3),))
        journal.append([Act(entity=f"case:{number}", payload=told)] * 18, "001")
        made += 20
    begun = perf_counter()
    path = write(far, tmp_path / "large.ycb")
    written = perf_counter()
    assert take(main, path) >= ENTRIES
    taken = perf_counter()
    assert taken - begun < 2 + ENTRIES * PER_ENTRY
    relayed = perf_counter()
    go(main)
    with capsys.disabled():
        sys.stdout.write(
            f"\nbundle of {made} entries, {path.stat().st_size / 1e6:.1f} MB: written in"
            f" {written - begun:.2f} s, taken in {taken - written:.2f} s, handed on to the hub and"
            f" confirmed in {perf_counter() - relayed:.2f} s\n"
        )
    with main.hub() as hub:
        assert next(one for one in hub.devices() if one.code == "R01").seq >= ENTRIES
