"""食品经营许可（新办）, by keyboard alone, from the search to the papers: how many presses."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.keys import new_recovery
from desktop import settings
from desktop.ui.pages.intake.page import IntakePage
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.walkthrough import counter
from desktop.ui.walkthrough.hands import Hands
from desktop.ui.walkthrough.morning import open_station, sign_in
from desktop.ui.walkthrough.people import APPLICANT
from desktop.ui.window import make_window
from main import open_office

MOST_PRESSES = 25


def test_accepting_food_takes_few_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    office = open_office(home)
    window = make_window(office, partial(settings.save, folder=home), partial(new_recovery, home))
    hands = Hands(window.shell, tmp_path / "pictures", lambda: window.desk.working)
    try:
        window.shell.resize(1280, 720)
        window.shell.show()
        window.shell.activateWindow()
        open_station(hands, window)
        sign_in(hands, window)
        intake, papers = window.shell.page("intake"), window.shell.page("papers")
        assert isinstance(intake, IntakePage)
        assert isinstance(papers, PapersPage)
        papers.side.set_folder(tmp_path / "papers")
        hands.presses = 0
        counter.begin(hands, intake, "spjy", ("2",))
        counter.tick_all(hands, intake)
        counter.people(hands, intake, APPLICANT)
        counter.finish(hands, intake)
        hands.letter("p")
        hands.until(lambda: window.shell.front is papers, "the papers")
        hands.press(Qt.Key.Key_F2)
        hands.until(papers.banner.isVisible, "the papers as files")
    finally:
        window.close()
        office.store.close()
    with capsys.disabled():
        sys.stdout.write(f"\n食品经营许可（新办）: {hands.presses} key presses beyond typed data\n")
    assert hands.presses <= MOST_PRESSES
    assert len(list((tmp_path / "papers").glob("*.pdf"))) == 2
