"""The recovery code on paper: one sheet for the sealed envelope, never a file."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.domain.refusal import Refusal
from desktop.ui.pages.papers import press
from desktop.ui.theme.dress import font
from desktop.wording import _
from desktop.wording.refusals import sentence

DPI = 200
WIDTH, HEIGHT = 1654, 2339
"""A4 at 200 dpi."""


RECOVERY = (
    _("恢复码"),
    _("电脑损坏或丢失时，只有它能打开备份。装袋封存，由主管保管。"),
)
"""What stands over a code, and under it."""


def print_code(code: str, station: str, words: tuple[str, str] = RECOVERY) -> str:
    """Put the code on the usual printer; what became of it, as a sentence."""
    names = press.printers()
    if not names:
        return _("本机没有打印机，请逐字抄写。")
    try:
        press.spool(names[0], words[0], [drawn(code, station, words)], 1)
    except Refusal as refusal:
        return sentence(refusal)
    return _("已送打印机。请核对无误。")


def drawn(code: str, station: str, words: tuple[str, str] = RECOVERY) -> QImage:
    """The sheet as a picture: what it is, whose it is, the code in two lines."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    image.fill(Qt.GlobalColor.white)
    groups = code.split("-")
    half = len(groups) // 2
    title = _("一窗 · {what}").format(what=words[0])
    lines = [title, station, "  ".join(groups[:half]), "  ".join(groups[half:]), words[1]]
    painter = QPainter(image)
    face = font(1, bold=True)
    face.setPixelSize(44)
    painter.setFont(face)
    for place, line in enumerate(lines):
        box = QRect(120, 240 + place * 130, WIDTH - 240, 120)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line)
    painter.end()
    return image
