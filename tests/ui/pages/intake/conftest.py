from __future__ import annotations

import pytest

from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from tests.ui.pages.intake.hands import Hands


@pytest.fixture
def hands(shell: Shell, scanner: Scanner) -> Hands:
    return Hands(shell, scanner)
