"""An empty PDF to draw on."""

from __future__ import annotations

from threading import Lock
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.ink.faces import REGULAR, faces

rl_config.useA85 = 0  # bytes as bytes: a fifth smaller, and 3 ms sooner per paper

_saving = Lock()
"""A face reads its file at one place at a time; everything before that is each document's own."""


def blank_pdf(target: BinaryIO, width: float, height: float, title: str, author: str = "") -> Any:
    """A canvas whose file depends on what is drawn alone: no clock, no random id."""
    faces()
    canvas = Canvas(
        target,
        pagesize=(width, height),
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,  # else Helvetica is listed, and it is not embedded
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("Yichuang")
    return canvas


def finish(canvas: Any) -> None:
    """Write the file; two threads may draw at the same time, and write one after the other."""
    with _saving:
        canvas.save()
