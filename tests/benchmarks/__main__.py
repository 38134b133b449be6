"""`./run bench [--full] [--json]`: figures with their bars; a miss is told, never hidden."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import exchange
from tests.benchmarks.measured import Measured

PARTS: tuple[Callable[[bool], Iterator[Measured]], ...] = (exchange.measure,)


def line(one: Measured) -> str:
    sign = "≥" if one.least else "≤"
    bar = "" if one.bar is None else f"   {sign} {one.bar:g}   {'met' if one.met else 'MISSED'}"
    return f"{one.value:12.4g}   {one.what}{bar}"


def main() -> None:
    asked = argparse.ArgumentParser(prog="run bench", description=__doc__)
    asked.add_argument("--full", action="store_true", help="the sizes of the bars")
    asked.add_argument("--json", action="store_true", help="one JSON array on standard output")
    told, found = asked.parse_args(), list[Measured]()
    for part in PARTS:
        for one in part(told.full):
            found.append(one)
            out = sys.stderr if told.json else sys.stdout
            out.write(line(one) + "\n")
            out.flush()
    if told.json:
        rows = [{"what": o.what, "value": o.value, "bar": o.bar, "met": o.met} for o in found]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
