"""What the papers page shows: papers by number, labels by shipment, previews by their facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.rows import PaperRow
from desktop.domain.courier.posting import Label, LabelSize
from desktop.domain.custody.facts import PieceLabels
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.figures.board import Board
from desktop.domain.supervision.figures.rows import Slice
from desktop.services.cases import papers
from desktop.services.courier import labels
from desktop.services.custody import pieces
from desktop.services.office import Office
from desktop.services.ports import Renderer
from desktop.services.supervision.figures.board import board
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.papers import title_of

LABEL = "label:"
"""Before a shipment's number: its label, or the receipt of posting, in the size chosen."""
PIECES = "pieces:"
"""Before numbers of pieces, joined by `+`: their barcode labels."""
BOARD = "board:"
"""Before first..last and, after another colon, halls joined by `+`: 看板 of that slice."""


PAGES = ("A4", "A5")
"""Papers a hall's printers hold; the first is the usual one."""


@dataclass(frozen=True, slots=True)
class BoardSheet:
    """看板 is read when it is rendered, in the worker."""

    gather: Callable[[], Board]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing to look at or print. `number` is empty for a preview, which cannot be printed.

    `facts` is enough to render it in a worker. `paper` marks what the journal follows; a label
    is rendered again whenever it is wanted, and its printing is no act.
    """

    number: str
    title: str
    facts: PaperFacts | Label | PieceLabels | BoardSheet
    reprint: int = 0
    preview: bool = False
    page: str = PAGES[0]

    @property
    def paper(self) -> bool:
        return isinstance(self.facts, PaperFacts) and not self.preview


def sheet_of(office: Office, name: str, page: str = PAGES[0]) -> Sheet:
    """The paper of this number, or the label of `label:<shipment>`."""
    if name.startswith(LABEL):
        number = name.removeprefix(LABEL)
        size = LabelSize(page) if page in [*LabelSize] else LabelSize.LARGE
        title = f"{word(size)} {number}"
        return Sheet(name, title, labels.label(office, number), page=size)
    if name.startswith(PIECES):
        numbers = name.removeprefix(PIECES).split("+")
        told_of = _("保管件标签 {n} 枚").format(n=len(numbers))
        return Sheet(name, told_of, pieces.labels(office, numbers))
    if name.startswith(BOARD):
        return _board_sheet(office, name)
    told = papers.prepare(office, name)
    return Sheet(name, title_of(told.facts), told.facts, told.reprint, page=page)


def _board_sheet(office: Office, name: str) -> Sheet:
    days, _colon, halls = name.removeprefix(BOARD).partition(":")
    first, _dots, last = days.partition("..")
    among = frozenset(code for code in halls.split("+") if code)
    wanted = Slice(first=date.fromisoformat(first), last=date.fromisoformat(last), halls=among)

    def gather() -> Board:
        with office.store.reader() as views:
            return board(office, views, wanted)

    told = first if first == last else first + _("至") + last
    return Sheet("", _("看板 {days}").format(days=told), BoardSheet(gather))


def preview_of(facts: PaperFacts) -> Sheet:
    """A paper that nobody issued yet; 「预览—无效」 stands across it."""
    return Sheet("", title_of(facts), facts, preview=True)


def render(renderer: Renderer, sheet: Sheet) -> bytes:
    """The sheet as PDF; pure, for a worker."""
    if isinstance(sheet.facts, Label):
        return renderer.label(sheet.facts, LabelSize(sheet.page))
    if isinstance(sheet.facts, PieceLabels):
        return renderer.piece_labels(sheet.facts)
    if isinstance(sheet.facts, BoardSheet):
        return renderer.board(sheet.facts.gather())
    return renderer.paper(sheet.facts, sheet.page, sheet.preview, sheet.reprint)


def check_glyphs(renderer: Renderer, sheet: Sheet) -> None:
    """Refuse `no_glyph` rather than let a box reach paper."""
    missing = renderer.missing_characters("".join(sorted(set(_texts(sheet.facts)))))
    if missing:
        raise Refusal("no_glyph", characters="、".join(missing))


def status(row: PaperRow | None) -> str:
    """What became of a paper so far, in words."""
    if row is None or row.outcome is None:
        return _("未打印")
    again = _("，补打 {n} 次").format(n=row.reprints) if row.reprints else ""
    return word(row.outcome) + again


def _texts(value: Any) -> str:
    """Every character that the facts hold, however deep."""
    if isinstance(value, StrEnum) or value is None:
        return ""
    if isinstance(value, str):
        return value
    if is_dataclass(value):
        return "".join(_texts(getattr(value, field.name)) for field in fields(value))
    if isinstance(value, tuple | list):
        return "".join(_texts(one) for one in value)
    return ""
