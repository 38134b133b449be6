"""The pages of a paper, one under another, as large as wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from desktop.ui.theme.dress import unit
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import clear, column, frame
from desktop.wording import _

STEPS = (50, 75, 100, 125, 150, 200)
"""Sizes in per cent of the pane's width."""
USUAL = 100
SCREEN_DPI = 150


class PaperView(QScrollArea):
    """Fits the pane's width; `zoom` steps through `STEPS`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.percent = USUAL
        self._pictures: list[QImage] = []
        self._labels: list[QLabel] = []
        inside = frame("plain")
        self._pages = column(inside, margin=2, gap=3)
        self._pages.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        let_through(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("文书预览"))

    @property
    def pages(self) -> int:
        return len(self._pictures)

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        self._pictures = list(pictures)
        clear(self._pages)
        self._labels = [QLabel() for _picture in self._pictures]
        for number, page in enumerate(self._labels, 1):
            page.setAccessibleName(_("第 {n} 页，共 {all} 页").format(n=number, all=self.pages))
            self._pages.addWidget(page)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def zoom(self, by: int) -> int:
        """One size up or down; the answer is the size in per cent."""
        place = STEPS.index(self.percent) + by
        self.percent = STEPS[max(0, min(len(STEPS) - 1, place))]
        self._fit()
        return self.percent

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """Scale to the pane less its scroll bar, shown or not: a bar that comes changes no size."""
        room = self.width() - self.verticalScrollBar().sizeHint().width() - unit(6)
        ratio = self.devicePixelRatioF()
        across = max(80, round(room * self.percent // 100 * ratio))
        for page, picture in zip(self._labels, self._pictures, strict=True):
            scaled = picture.scaledToWidth(across, Qt.TransformationMode.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            page.setPixmap(QPixmap.fromImage(scaled))
            page.setFixedSize(scaled.deviceIndependentSize().toSize())
