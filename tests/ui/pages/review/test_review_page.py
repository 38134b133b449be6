"""复核·督办 with keys alone: look, give, release."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.handling.changes import Finding
from desktop.domain.supervision.review.watch import WatchFilter
from desktop.domain.trust.entry import Act
from desktop.services.cases import acts, intake
from desktop.services.office import Office
from desktop.services.supervision.review import looking
from desktop.ui.pages.cases.moves.assigning import assign
from desktop.ui.pages.cases.page import CasesPage
from desktop.ui.pages.review.page import DRAFTS, LOOKED, Level, ReviewPage
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.examples.oversight import overseen
from tests.offices import whole
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import press, type_text
from tests.ui.pages.test_pages_fit import cut_off

Window = Callable[[Clerk], Shell]
Shoot = Callable[[QWidget, str], None]
CTRL = Qt.KeyboardModifier.ControlModifier
OTHER = ClerkSet(code="0713", name="周若溪", role=Role.CLERK)


@pytest.fixture
def watched(office: Office) -> str:
    """A case with several acts to be looked at; a draft put aside; a second clerk."""
    number = acts.finish(office, CLERK, whole(office)).case.number
    told = [act for act in overseen(number) if "A01" not in act.entity]
    told = [act for act in told if not act.entity.startswith(("paper:", "review:"))]
    office.store.journal.append(told, CLERK.code)
    office.store.journal.append([Act(entity="clerk:0713", payload=OTHER)], "-")
    intake.hold(office, CLERK, whole(office))
    return number


def page_of(shell: Shell) -> ReviewPage:
    shell.go("log")
    press(Qt.Key.Key_F7)
    page = shell.front
    assert isinstance(page, ReviewPage)
    return page


def test_a_digit_and_a_word_are_a_review(
    window: Window, office: Office, watched: str, shoot: Shoot
) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    before = page.pane.model.rowCount()
    assert before == 3
    shoot(shell, "review-list")
    press(Qt.Key.Key_Return)
    assert page.level.name == Level.ONE.name
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_F9)
    assert "理由" in page.banner.text
    type_text("下次先收回原件")
    shoot(shell, "review-one")
    press(Qt.Key.Key_F9)
    assert page.level.name == Level.LISTS.name
    assert page.pane.model.rowCount() == before - 1
    press(Qt.Key.Key_2, CTRL)
    assert page.tabs.place == LOOKED
    (row,) = looking.watched(office, WatchFilter(done=True))
    assert (row.finding, row.note) == (Finding.REMINDED, "下次先收回原件")
    press(Qt.Key.Key_Return)
    assert "下次先收回原件" in page.one.outcome.text()
    assert page.one.form.isHidden()


def test_kinds_are_looked_at_one_after_another(window: Window, watched: str) -> None:
    page = page_of(window(SUPERVISOR))
    seen = []
    for _ in range(4):
        seen.append(page.pane.model.rowCount())
        press(Qt.Key.Key_F3)
    assert seen == [3, 1, 1, 1]


def test_a_case_is_given_to_another(window: Window, office: Office, watched: str) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    page.show_what(f"case:{watched}")
    page.card.to.set_value(OTHER.code)
    press(Qt.Key.Key_F9)
    assert "理由" in page.banner.text
    page.card.reason.set_text("王小满休假")
    press(Qt.Key.Key_F9)
    assert acts.load(office, watched).clerk == OTHER.code
    form = assign(office, acts.load(office, watched))
    done = form.perform(SUPERVISOR, {"to": CLERK.code, "reason": "回来了"})
    assert (done.case.clerk, done.papers) == (CLERK.code, ())


def test_a_draft_is_released_and_what_is_lost_is_said_before(
    window: Window, office: Office, watched: str, shoot: Shoot
) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    press(Qt.Key.Key_3, CTRL)
    assert page.tabs.place == DRAFTS
    shoot(shell, "review-drafts")
    press(Qt.Key.Key_F4)
    page.card.to.set_value(OTHER.code)
    page.card.reason.set_text("休假")
    press(Qt.Key.Key_F9)
    assert len(office.store.local.drafts(OTHER.code)) == 1
    press(Qt.Key.Key_F8)
    assert "会丢" in page.card.told.text()
    assert "材料的勾选" in page.card.told.text()
    shoot(shell, "review-release")
    type_text("申请人不来了")
    press(Qt.Key.Key_F9)
    assert office.store.local.drafts() == []


def test_the_case_of_a_row_opens(window: Window, office: Office, watched: str) -> None:
    shell = window(SUPERVISOR)
    page = page_of(shell)
    place = next(
        n for n in range(page.pane.model.rowCount()) if page.pane.model.row_at(n).case == watched
    )
    page.pane.view.choose(place)
    press(Qt.Key.Key_F6)
    assert isinstance(shell.front, CasesPage)


@pytest.mark.parametrize(
    ("theme", "px"),
    [(Theme.LIGHT, 15), (Theme.LIGHT, 22), (Theme.DARK, 15), (Theme.CONTRAST, 22)],
)
def test_nothing_is_cut_off(
    window: Window, watched: str, dressed: QApplication, shoot: Shoot, theme: Theme, px: int
) -> None:
    dress(dressed, theme, px)
    shell = window(SUPERVISOR)
    page = page_of(shell)
    for place in range(3):
        page.tabs.choose(place)
        dressed.processEvents()
        shoot(shell, f"review-{place}-{theme}-{px}")
        assert not list(cut_off(shell)), place
    page.verbs()["release_draft"]()
    dressed.processEvents()
    shoot(shell, f"review-release-{theme}-{px}")
    assert not list(cut_off(shell))
    page.tabs.choose(0)
    press(Qt.Key.Key_Return)
    dressed.processEvents()
    shoot(shell, f"review-one-{theme}-{px}")
    assert not list(cut_off(shell))
