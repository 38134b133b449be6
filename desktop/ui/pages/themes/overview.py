"""One theme at a glance: what it saves and by which rule, its picture, what lies outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.domain.savings.saving import Saving
from desktop.domain.themes.gantt import Gantt
from desktop.ui.pages.themes.picture import Picture
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import clear, column, frame, label
from desktop.wording import _
from desktop.wording.guidance.savings import MEASURES, figures, less, part_text, summary

Told = tuple[str, str]


class Overview(QScrollArea):
    """`show_theme` with what is known; texts as (heading, words)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = frame("plain")
        self.title = label("", "title", wrap=True)
        self.figures = label("", "heading", wrap=True)
        self.state = label("", "quiet", wrap=True)
        self.picture = Picture()
        self._saved, self._texts = column(gap=1), column(gap=1)
        inside = column(sheet, gap=2)
        inside.setContentsMargins(0, 0, unit(2), 0)
        inside.addWidget(self.title)
        inside.addWidget(self.figures)
        inside.addWidget(self.picture)
        inside.addWidget(self.state)
        inside.addLayout(self._saved)
        inside.addLayout(self._texts)
        inside.addStretch(1)
        self.setWidget(sheet)
        let_through(self)

    def show_theme(
        self,
        title: str,
        state: str,
        told: Gantt,
        savings: Iterable[Saving],
        texts: Sequence[Told] = (),
    ) -> None:
        """`state` empty is left out."""
        self.title.setText(title)
        self.state.setText(state)
        self.state.setVisible(bool(state))
        found = tuple(savings)
        self.figures.setText(summary(found))
        self.figures.setVisible(bool(found))
        self.picture.show_gantt(told)
        clear(self._saved)
        clear(self._texts)
        for one in found:
            if one.parts:
                self._saved.addWidget(_figure(one))
        for heading, words in texts:
            if words:
                self._texts.addWidget(label(heading, "quiet"))
                self._texts.addWidget(label(words, wrap=True))


def _figure(one: Saving) -> QWidget:
    """材料　24 → 14 项, and under it the rules, quietly."""
    made = QWidget()
    inside = column(made, gap=0.5)
    inside.addWidget(label(f"{MEASURES[one.measure]}　{figures(one)}"))
    for part in one.parts:
        told = label(f"{less(part.count)}　{part_text(part)}", "quiet", wrap=True)
        told.setContentsMargins(unit(4), 0, 0, 0)
        told.setToolTip("；".join(part.basis) or _("本厅规则"))
        inside.addWidget(told)
    return made
