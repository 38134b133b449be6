"""Codes read back at 203 dpi, whatever they hold."""

from io import BytesIO

import pytest
import zxingcpp

from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.patterns import DOT
from desktop.documents.ink.pen import Pen, bar_unit
from tests.documents import reading


def drawn(value: str, square: bool) -> bytes:
    target = BytesIO()
    canvas = blank_pdf(target, 300, 120, "codes")
    pen = Pen(canvas, 120)
    if square:
        pen.squares(30, 20, value, 65)
    else:
        pen.bars(30, 20, value, 30, 240)
    finish(canvas)
    return target.getvalue()


@pytest.mark.parametrize(
    "value", ["KFQ-20261123-A07-0001", "EE123456785CN", "1136281381675", "9" * 32, "JK-1", "aZ 09~"]
)
def test_bars_read_back(value: str) -> None:
    assert reading.codes(drawn(value, square=False)) == [("Code 128", value)]


def test_a_unit_is_two_whole_dots_where_they_fit() -> None:
    assert bar_unit("KFQ-20261123-A07-0001", 240) == 2 * DOT
    assert bar_unit("KFQ-20261123-A07-0001", 120) == DOT


def test_squares_read_back_for_many_contents() -> None:
    wanted = [f"KFQ-20261123-A07-{n:04d}-SL1 {n * 2654435761:016x}" for n in range(40)]
    found = [
        zxingcpp.read_barcodes(reading.pictures(drawn(value, square=True))[0])[0].text
        for value in wanted
    ]
    assert found == wanted
