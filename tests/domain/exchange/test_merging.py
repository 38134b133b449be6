"""The table of merging is whole, is printed in ARCHITECTURE.md, and agrees with what is done."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.domain.exchange.claims import AFTER, BARRED, ENDS, LATE_MATERIAL, NEEDS, ONCE, SHOWN
from desktop.domain.exchange.handing import HANDED, TAKEN
from desktop.domain.exchange.merging import MERGES, RULES, Merge
from desktop.domain.kinds import KINDS


def section() -> list[tuple[str, str]]:
    text = (Path(__file__).parents[3] / "ARCHITECTURE.md").read_text("utf-8")
    part = text.partition("## Acts that cross")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| ")]
    return [(first.strip(), second.strip()) for first, second in rows]


def test_every_kind_has_a_row_and_no_row_is_without_its_kind() -> None:
    assert set(MERGES) == {kind for kind, _version in KINDS}


def test_architecture_prints_this_table() -> None:
    printed: dict[str, Merge] = {}
    rules: dict[str, str] = {}
    for first, second in section():
        if first.startswith("`"):
            rules[first.strip("`")] = second
        elif first.partition(":")[0] in {merge.value for merge in Merge}:
            merge = Merge(first.partition(":")[0])
            printed |= dict.fromkeys(re.findall("`([^`]+)`", second), merge)
    assert rules == RULES
    assert printed | dict.fromkeys(rules, Merge.RULE) == MERGES


def test_what_the_walk_holds_back_is_what_the_table_calls_a_rule() -> None:
    held = {*ONCE, *SHOWN, *AFTER, *BARRED, *ENDS, *NEEDS, LATE_MATERIAL}
    others = {"case.due_changed", "piece.moved", HANDED, TAKEN}
    assert held | others == {kind for kind, merge in MERGES.items() if merge is Merge.RULE}
