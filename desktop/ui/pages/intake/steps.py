"""The way through the intake, always in sight: 要交什么 → 谁来办 → 怎么拿结果, and the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.cases.missing import Missing, Place
from desktop.ui.keys.table import key_of
from desktop.ui.widgets.labels import row
from desktop.wording import _

STEPS = {
    "step_sheet": _("要交什么"),
    "step_who": _("谁来办"),
    "step_delivery": _("怎么拿结果"),
    "step_form": _("申请表"),
}
PLACES = {
    Place.QUESTION: "step_sheet",
    Place.MATERIAL: "step_sheet",
    Place.CHANNEL: "step_who",
    Place.PRESENCE: "step_who",
    Place.APPLICANT: "step_who",
    Place.AGENT: "step_who",
    Place.DELIVERY: "step_delivery",
}


class StepStrip(QWidget):
    """`asked(step)`; a step that lacks nothing says so by word, not by colour alone."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._left: dict[str, int] = dict.fromkeys(STEPS, 0)
        inside = row(self, gap=1)
        for step in STEPS:
            button = QPushButton()
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(key_of(step))
            button.clicked.connect(lambda _checked=False, s=step: self.asked.emit(s))
            inside.addWidget(button)
            self._buttons[step] = button
        inside.addStretch(1)

    def show_state(self, front: str, lacking: tuple[Missing, ...], gaps: int | None) -> None:
        """Which step is in front, and how much each of them lacks; `gaps` are the form's, None
        where none is asked for.
        """
        for step, button in self._buttons.items():
            self._left[step] = sum(PLACES[found.place] == step for found in lacking)
            if step == "step_form":
                self._left[step] = gaps or 0
                button.setVisible(gaps is not None)
            button.setChecked(step == front)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Large type in a narrow window: the count alone says what lacks."""
        for form in (_("{place} {step}  差 {n}"), _("{place}{step} {n}")):
            for place, (step, button) in enumerate(self._buttons.items(), 1):
                told = form if self._left[step] else _("{place} {step}  ✓")
                button.setText(told.format(place=place, step=STEPS[step], n=self._left[step]))
            if self.sizeHint().width() <= self.width():
                return
