"""A hub for journeys between halls."""

from tests.exchange.conftest import server

__all__ = ["server"]
