"""Name and document of one person or organisation, with the verdict of each check beside it.

A verdict informs; it never stops the hand. Only the fields a kind of document needs are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.identity.documents import (
    DOCUMENTS,
    IdKind,
    check_document,
    check_name,
)
from desktop.domain.identity.documents import (
    Field as Needed,
)
from desktop.domain.identity.verdict import Level, Verdict
from desktop.ui.desk import Desk
from desktop.ui.widgets.fields import ROLES, Field
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.guidance.items import verdict_sentence
from desktop.wording.labels import label as word


class Identity(QWidget):
    """`edited` at each change. `kinds` are the documents to choose from, the usual one first."""

    edited = Signal()

    def __init__(self, desk: Desk, name: str, kinds: Iterable[IdKind]) -> None:
        super().__init__()
        self._desk = desk
        self.name = Field(name)
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("证件类型"))
        self._kind_label = label(_("证件类型"), "quiet")
        self.number = Field(_("证件号码"))
        self.nationality = Field(_("国籍"))
        self.verdict = label(wrap=True)
        self.verdict.hide()
        document = column(gap=1)
        document.addWidget(self._kind_label)
        document.addWidget(self.kind)
        beside = row(gap=3)
        beside.addLayout(document, 2)
        beside.addWidget(self.number, 3)
        inside = column(self, gap=3)
        inside.addWidget(self.name)
        inside.addLayout(beside)
        inside.addWidget(self.verdict)
        inside.addWidget(self.nationality)
        self.offer(kinds)
        for field in (self.name, self.number, self.nationality):
            field.edited.connect(self._edited)
        self.kind.currentIndexChanged.connect(self._edited)

    def offer(self, kinds: Iterable[IdKind]) -> None:
        """Change the documents to choose from; one alone needs no choosing."""
        told = tuple(kinds)
        if told == tuple(self.kind.itemData(n) for n in range(self.kind.count())):
            return
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind in told:
            self.kind.addItem(word(kind), kind)
        self.kind.blockSignals(False)
        self.kind.setVisible(len(told) > 1)
        self._kind_label.setVisible(len(told) > 1)
        self.number.set_words(word(told[0]) if len(told) == 1 else _("证件号码"))

    @property
    def id_kind(self) -> IdKind:
        return IdKind(self.kind.currentData())

    def show_values(self, name: str, kind: IdKind, number: str, nationality: str) -> None:
        """Data arrives from the draft; a field that says the same is left alone."""
        place = self.kind.findData(kind)
        if place >= 0 and place != self.kind.currentIndex():
            self.kind.blockSignals(True)
            self.kind.setCurrentIndex(place)
            self.kind.blockSignals(False)
        self.name.set_text(name)
        self.number.set_text(number)
        self.nationality.set_text(nationality)
        self._judge(self._desk.office.now().date())

    def _edited(self) -> None:
        self._judge(self._desk.office.now().date())
        self.edited.emit()

    def _judge(self, today: date) -> None:
        self.nationality.setVisible(Needed.NATIONALITY in DOCUMENTS[self.id_kind].needs)
        number = self.number.text
        found = check_document(self.id_kind, number, today)
        self.verdict.setText(verdict_sentence(found) if number else "")
        self.verdict.setVisible(bool(number))
        wear(self.verdict, ROLES[found.level])
        name = self.name.text
        missing = self._desk.office.renderer.missing_characters(name)
        if missing:
            told = _("「{chars}」没有字形，打印会缺字").format(chars=missing)
            self.name.warn(Level.WARN, told)
        else:
            self._say(self.name, name, check_name(name), quiet=True)

    @staticmethod
    def _say(field: Field, text: str, verdict: Verdict, quiet: bool = False) -> None:
        """Nothing of an empty field; of a good name nothing either."""
        if not text or (quiet and verdict.level is Level.OK):
            field.warn(None)
        else:
            field.warn(verdict.level, verdict_sentence(verdict))
