"""The 出件 page in the real window, opened on its lists or on one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.halls.roles import Clerk
from desktop.ui.pages.delivery.page import DeliveryPage
from desktop.ui.shell import Shell
from tests.ui.conftest import CLERK

Opened = tuple[Shell, DeliveryPage]
OpenPage = Callable[..., Opened]


@pytest.fixture
def open_page(window: Callable[[Clerk], Shell]) -> OpenPage:
    def open_it(what: str = "", clerk: Clerk = CLERK) -> Opened:
        shell = window(clerk)
        shell.go("delivery", what)
        page = shell.front
        assert isinstance(page, DeliveryPage)
        return shell, page

    return open_it
