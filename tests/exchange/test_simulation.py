"""Halls, a network and a server that fail by chance: in the end all say the same."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from desktop.exchange import hub
from desktop.services.exchange import packs, round
from tests.exchange.postgres import Server
from tests.exchange.simulation.world import Founding, World
from tests.stores import Template

SEEDS = int(os.environ.get("YICHUANG_SEEDS", "2"))
FIRST = int(os.environ.get("YICHUANG_FIRST_SEED", "1"))
HALLS = int(os.environ.get("YICHUANG_HALLS", "2"))
DEVICES = int(os.environ.get("YICHUANG_DEVICES", "2"))
STEPS = int(os.environ.get("YICHUANG_STEPS", "6"))


def test_whatever_befalls_them_all_come_to_the_same(
    server: Server, template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Packs of a few entries, so that they are on the way as often as rows are."""
    for module in (hub, packs, round):
        monkeypatch.setattr(module, "BLOCK", 6)
    founded = tmp_path / "founded"
    founded.mkdir()
    founding = Founding(server, template, founded, HALLS, DEVICES)
    total: Counter[str] = Counter()
    for seed in range(FIRST, FIRST + SEEDS):
        folder = tmp_path / str(seed)
        folder.mkdir()
        world = World(founding, folder, seed)
        try:
            world.run(STEPS)
            world.verdict()
        except BaseException as error:
            error.add_note(f"seed {seed}")
            raise
        finally:
            world.close()
        total += world.count
        sys.stdout.write(f"seed {seed}: {dict(world.count)}\n")
    sys.stdout.write(f"{SEEDS} seeds: {dict(total)}\n")
    assert total["entries"] > 0
