"""Room between the lines of a text that came from Markdown, and quiet tables."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextFrameFormat, QTextTable

from desktop.ui.theme.dress import colour, font, unit

LINE_PERCENT = 130
HEADS = {1: 1.4, 2: 1.1}


def give_air(document: QTextDocument) -> None:
    """Headings keep their distance, lines are easy to follow, tables have no frames."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        told = QTextBlockFormat()
        level = block.blockFormat().headingLevel()
        told.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.currentTable() is None:
            told.setTopMargin(unit(5) if level > 1 else unit(1))
            told.setBottomMargin(unit(2) if level else unit(1))
        cursor.mergeBlockFormat(told)
        if level:
            _head(cursor, level)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _table(frame)


def _head(cursor: QTextCursor, level: int) -> None:
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    told = cursor.charFormat()
    told.setFont(font(HEADS.get(level, 1.0), bold=True))
    cursor.mergeCharFormat(told)


def _table(table: QTextTable) -> None:
    told = table.format().toTableFormat()
    told.setBorder(1)
    told.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    told.setBorderBrush(colour("line"))
    told.setBorderCollapse(True)
    told.setCellPadding(unit(1.5))
    table.setFormat(told)
