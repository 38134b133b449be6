from pytestqt.qtbot import QtBot

from desktop.ui.desk import Desk
from desktop.ui.keys.table import KEYS
from desktop.ui.pages.help.page import HelpPage
from desktop.ui.pages.help.texts import FOLDER, ORDER, key_sheet, texts


def test_every_text_has_a_title_and_none_is_forgotten() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(ORDER)
    assert all(one.title and len(one.body) > 60 for one in texts())


def test_the_key_sheet_holds_every_key() -> None:
    sheet = key_sheet()
    assert not [key.words for key in KEYS if key.words not in sheet]


def test_a_page_is_shown_by_its_name(qtbot: QtBot, desk: Desk) -> None:
    page = HelpPage(desk)
    qtbot.addWidget(page)
    page.show_what("courier")
    assert "邮政" in page.text.toPlainText()
