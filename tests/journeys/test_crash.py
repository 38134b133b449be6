"""kill -9 in mid-case, then start: the draft is offered back whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from db.keys import new_recovery
from desktop import settings
from desktop.domain.cases.tick import Check
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.morning import sign_in
from desktop.ui.window import make_window
from main import open_office

ROOT = Path(__file__).parents[2]


def test_a_killed_clerk_gets_the_draft_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "tests/journeys/cut_short.py", str(home)],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    office = open_office(home)
    window = make_window(office, partial(settings.save, folder=home), partial(new_recovery, home))
    hands = Hands(window.shell, tmp_path / "pictures", lambda: window.desk.working)
    try:
        window.shell.show()
        window.shell.activateWindow()
        sign_in(hands, window)
        page = window.shell.page("intake")
        assert isinstance(page, IntakePage)
        hands.until(page.banner.isVisible, "the offer")
        row = page.finder.drafts()[0]
        assert (row.item, row.ticked, row.held) == ("SP01", 4, False)
        hands.press(Qt.Key.Key_F8)
        draft = page.session.draft
        assert draft is not None
        assert draft.answers["q_biz"] == ("餐饮服务经营者",)
        assert {tick.check for tick in draft.ticks.values()} == {Check.RECEIVED}
        assert office.store.keeping.verify().ok
    finally:
        window.close()
        office.store.close()
