from __future__ import annotations

import pytest

from desktop.documents.renderer import PdfRenderer
from desktop.domain.supervision.figures.figure import Waiting
from desktop.wording.figures.panels import panels
from desktop.wording.figures.words import WAITING
from tests.documents.figures.samples import board
from tests.documents.reading import pages, text

RENDERER = PdfRenderer()


@pytest.mark.parametrize(("windows", "halls"), [(0, 0), (1, 1), (4, 3), (9, 30), (40, 300)])
def test_one_page_whatever_there_is(windows: int, halls: int) -> None:
    assert pages(RENDERER.board(board(windows, halls))) == 1


def test_every_number_of_the_screen_stands_on_paper() -> None:
    told = board(4, 3)
    found = text(RENDERER.board(told))
    for panel in panels(told):
        assert panel.title in found
        for mark in panel.all():
            for part in mark.number.split("　"):
                assert part in found, mark.told
    assert all(WAITING[one] in found for one in Waiting)


def test_a_board_of_several_halls_does_not_carry_the_name_of_one() -> None:
    assert "全部大厅 看板" in text(RENDERER.board(board(4, 3)))
    assert "经开区政务服务中心 看板" in text(RENDERER.board(board(4, 1)))


def test_halls_that_have_no_room_are_said_to_be_elsewhere() -> None:
    told = text(RENDERER.board(board(4, 300)))
    assert "第 299 分厅" in told, "the one that received most"
    assert "见屏幕" in told


def test_the_same_board_gives_the_same_bytes() -> None:
    assert RENDERER.board(board()) == RENDERER.board(board())


def test_a_character_without_a_glyph_is_marked_not_boxed() -> None:
    assert "〓厅" in text(RENDERER.board(board(halls=1, hall="\U00030729厅")))
