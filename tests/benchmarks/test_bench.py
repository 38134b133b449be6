"""The benchmark runs, and says what it misses."""

import pytest

from tests.benchmarks import exchange
from tests.benchmarks.__main__ import line
from tests.benchmarks.measured import Measured
from tests.exchange.simulation.proxy import Line


def test_halls_together_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "SIZES", {False: (25, 100)})
    monkeypatch.setattr(exchange, "NARROW", Line(delay=0.001))
    found = list(exchange.measure(False))
    assert len(found) == 7
    assert all(one.value > 0 for one in found)


def test_a_miss_is_told() -> None:
    assert "MISSED" in line(Measured("push", 0.2, 0.3, least=True))
    assert "met" in line(Measured("slice", 0.02, 0.05))
    assert line(Measured("bytes", 500.0)).endswith("bytes")
