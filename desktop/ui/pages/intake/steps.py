"""The way through the intake, always in sight: 要交什么 → 谁来办 → 怎么拿结果, and the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
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
        for place, (step, button) in enumerate(self._buttons.items(), 1):
            left = sum(PLACES[found.place] == step for found in lacking)
            if step == "step_form":
                left = gaps or 0
                button.setVisible(gaps is not None)
            told = _("差 {n}").format(n=left) if left else "✓"
            button.setText(f"{place} {STEPS[step]}  {told}")
            button.setChecked(step == front)
