from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.domain.cases.papers import Outcome
from desktop.domain.halls.roles import Clerk
from desktop.services.cases import acts, papers
from desktop.ui.pages.papers import press as printer_press
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.pages.papers.raster import pictures
from desktop.ui.shell import Shell
from tests.ui.conftest import CLERK
from tests.ui.pages.conftest import Day
from tests.ui.pages.keyboard import press

Window = Callable[[Clerk], Shell]


def open_page(day: Day, window: Window, folder: Path, *numbers: str) -> PapersPage:
    shell = window(CLERK)
    shell.go("papers", f"cases|{','.join(numbers)}")
    page = shell.front
    assert isinstance(page, PapersPage)
    page.side.set_folder(folder)
    return page


def numbers_of(day: Day) -> list[str]:
    return [row.number for row in day.office.store.views.papers(day.accepted().number)]


def test_a_paper_is_shown_as_it_prints(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_page(day, window, tmp_path, *numbers_of(day))
    qtbot.waitUntil(lambda: page.view.pages > 0)
    before = page.view.percent
    press(Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: page.view.percent > before)


def test_a5_is_half_the_sheet(day: Day, window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    page = open_page(day, window, tmp_path, *numbers_of(day)[:1])
    page.side.page_pick.set_value("A5")
    page.side.page_picked.emit()
    with qtbot.waitSignal(page.printing.saved):
        press(Qt.Key.Key_F6)
    with pypdfium2.PdfDocument(next(tmp_path.glob("*.pdf"))) as pdf:
        assert round(pdf[0].get_width() / 72 * 25.4) == 148


def test_without_a_printer_papers_become_files_and_the_journal_says_so(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    numbers = numbers_of(day)
    page = open_page(day, window, tmp_path, *numbers)
    with qtbot.waitSignal(page.printing.saved):
        press(Qt.Key.Key_F2)
    assert len(list(tmp_path.glob("*.pdf"))) == len(numbers)
    assert str(tmp_path) in page.banner.text
    row = day.office.store.views.paper_row(numbers[0])
    assert row is not None
    assert row.outcome is Outcome.SAVED


@pytest.mark.parametrize(
    ("key", "outcome", "reprint"),
    [(Qt.Key.Key_F9, Outcome.CONFIRMED, 1), (Qt.Key.Key_F7, Outcome.FAILED, 0)],
)
def test_one_key_answers_for_the_whole_batch(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key, outcome: Outcome, reprint: int,
) -> None:  # fmt: skip
    """The system has no printer here; a PDF file stands in for its paper."""

    def onto_file(_name: str, title: str, pages: Sequence[QImage], _copies: int) -> None:
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / f"{title}.pdf"))
        printer_press.lay(printer, title, pages)

    monkeypatch.setattr(printer_press, "spool", onto_file)
    numbers = numbers_of(day)
    page = open_page(day, window, tmp_path, *numbers)
    page.side.printers(["窗口打印机"])
    with qtbot.waitSignal(page.printing.spooled):
        press(Qt.Key.Key_F2)
    assert "打印好了吗" in page.banner.text
    press(key)
    for number in numbers:
        row = day.office.store.views.paper_row(number)
        assert row is not None
        assert row.outcome is outcome
        assert papers.prepare(day.office, number).reprint == reprint
    printed = next(iter(tmp_path.glob("*.pdf"))).read_bytes()
    assert len(pictures(printed, 72)) == 1


def test_a_character_without_a_glyph_is_told_before_anything_is_printed(
    day: Day, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    draft = day.draft()
    nameless = chr(0x10FFFD)
    draft = replace(draft, applicant=replace(draft.applicant, name=f"李{nameless}"))
    done = acts.finish(day.office, CLERK, draft)
    page = open_page(day, window, tmp_path, done.papers[-1])
    with qtbot.waitSignal(page.printing.stopped):
        press(Qt.Key.Key_F2)
    assert nameless in page.banner.text
    assert not list(tmp_path.glob("*.pdf"))


def test_a_preview_is_not_printed(day: Day, window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    facts = papers.facts(day.office, numbers_of(day)[0])
    page = open_page(day, window, tmp_path)
    page.show_preview(facts)
    qtbot.waitUntil(lambda: page.view.pages > 0)
    press(Qt.Key.Key_F2)
    assert "预览" in page.banner.text
