"""Stations of one hub, as `tests.exchange.test_round` makes them."""

from tests.exchange.test_round import stations as stations
