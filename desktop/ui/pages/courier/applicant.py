"""给申请人看: large type, plain words; no number of a document, no name, no street.

The page shows it on Shift+F2; a second screen or a kiosk may show the same widget.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop.domain.courier.plain import Said
from desktop.services.courier.progress import Told
from desktop.ui.theme.dress import font, unit
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.parcels import progress as words

LARGE, LARGER = 1.5, 2.0
"""Times the clerk's own size: read from where the applicant stands."""


class ApplicantView(QFrame):
    """`show_told` a case with its parcels, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._case = label("", "quiet", wrap=True)
        self._inside = QWidget()
        self._parcels = column(self._inside, gap=4)
        inside = column(self, margin=6, gap=4)
        inside.addWidget(self._case)
        inside.addWidget(scroll_over(self._inside), 1)
        foot = row(gap=3)
        foot.addWidget(_sized(label(words.FREE, "good", wrap=True), LARGE), 1)
        foot.addWidget(label(_("Esc 返回"), "quiet"))
        inside.addLayout(foot)
        self.told: Told | None = None

    @property
    def text(self) -> str:
        """Everything that stands there, as a screen reader reads it."""
        return "\n".join(one.text() for one in self.findChildren(QLabel) if one.text())

    def show_told(self, told: Told) -> None:
        self.told = told
        self._case.setText(words.case_line(told.item, told.stage))
        _sized(self._case, LARGE)
        while (item := self._parcels.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
        if not told.parcels:
            self._parcels.addWidget(_sized(label(words.NOTHING_SENT), LARGER))
        for one in told.parcels:
            self._parcels.addWidget(_parcel(one))
        self._parcels.addStretch(1)
        self.setAccessibleName(_("给申请人看"))


def _parcel(told: Said) -> QFrame:
    """What happened, what to do, who carries it."""
    card = QFrame()
    card.setProperty("role", "card")
    inside = column(card, margin=5, gap=3)
    inside.addWidget(_sized(label(words.happened(told), wrap=True), LARGER))
    if to_do := words.to_do(told):
        asked = _sized(label(to_do, wrap=True), LARGE)
        wear(asked, "warn")
        inside.addWidget(asked)
    inside.addWidget(_sized(label(words.carried_by(told), "quiet", wrap=True), LARGE))
    card.setMinimumWidth(unit(60))
    return card


def _sized(told: QLabel, times: float) -> QLabel:
    told.setFont(font(times))
    told.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return told
