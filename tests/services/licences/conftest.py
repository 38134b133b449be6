from collections.abc import Iterator

import pytest
import stamina

from tests.licensing.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """A source on the loopback; nothing is tried again."""
    with serving() as server, stamina.set_testing(True, attempts=1):
        yield server
