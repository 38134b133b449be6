"""An XLSX that is written row by row: memory stays flat, temporary files lie beside the target."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

LEAVES = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Text is text: nothing in it is ever a formula or a link."""


@contextmanager
def workbook(part: Path) -> Iterator[Any]:
    """A book that is whole when the block ends; raises OSError where the system refuses."""
    with TemporaryDirectory(dir=part.parent, prefix=f".{part.name}.") as folder:
        book = xlsxwriter.Workbook(str(part), {**LEAVES, "tmpdir": folder})
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise _cause(error) from error
        finally:
            _let_go(book)


def _cause(error: FileCreateError) -> OSError:
    """The system's own error, which XlsxWriter wraps."""
    cause = error.args[0] if error.args else None
    return cause if isinstance(cause, OSError) else OSError(str(error))


def _let_go(book: Any) -> None:
    """Close the rows' temporary files of a book that was not finished, before they are removed."""
    for sheet in book.worksheets():
        if getattr(sheet, "row_data_fh", None) and not sheet.row_data_fh.closed:
            sheet.row_data_fh.close()
    book.fileclosed = True
