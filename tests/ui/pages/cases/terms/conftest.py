"""The cases page in the real window, whoever is signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.halls.roles import Clerk
from desktop.services.office import Office
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.shell import Shell
from tests.handled import Handled
from tests.offices import Clock
from tests.ui.conftest import CLERK

OpenCases = Callable[..., CasesPage]


@pytest.fixture
def handled(office: Office, clock: Clock) -> Handled:
    return Handled(office, clock)


@pytest.fixture
def cases(window: Callable[[Clerk], Shell]) -> OpenCases:
    """Opens the window on the cases page: `cases(what, clerk)`."""

    def open_cases(what: str = "", clerk: Clerk = CLERK) -> CasesPage:
        shell = window(clerk)
        shell.go("cases", what)
        page = shell.front
        assert isinstance(page, CasesPage)
        return page

    return open_cases
