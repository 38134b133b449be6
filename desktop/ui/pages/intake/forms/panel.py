"""表单: the fields that apply; Enter goes from gap to gap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.cases.draft import write
from desktop.domain.forms.filling import Entry, gaps
from desktop.ui.pages.intake.forms.rows import FormRow, KnownRow, row_for
from desktop.ui.pages.intake.session import Session
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import clear, column, label
from desktop.wording import _
from desktop.wording.guidance.forms import form_words


class FormPanel(QWidget):
    """`finished` with Enter once no gap is left."""

    finished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shape: tuple[object, ...] = ()
        self.rows: dict[str, FormRow] = {}
        self.state = Elided(role="heading")
        sheet = QWidget()
        self._fields = column(sheet, gap=2.5)
        self._area = scroll_over(sheet)
        inside = column(self, gap=2)
        inside.addWidget(self.state)
        inside.addWidget(self._area, 1)

    def focus(self) -> None:
        """The first gap; without one, the first field that can be written."""
        if not self._go(""):
            self._to(next((id for id, row in self.rows.items() if not known(row)), ""))

    def refresh(self) -> None:
        """The draft changed: show what it holds, and other rows only where others are asked for."""
        entries = self._session.entries
        self.state.setText(form_words(entries))
        shape = (self._session.draft and self._session.draft.id, tuple(map(_shape, entries)))
        if shape != self._shape:
            at = next((id for id, row in self.rows.items() if _inside(row)), "")
            self._build(entries)
            self._shape = shape
            self._to(at)
        lacking = self._session.desk.office.renderer.missing_characters
        for entry in entries:
            self.rows[entry.id].show_entry(entry, lacking(entry.typed) if entry.typed else "")

    def _build(self, entries: Sequence[Entry]) -> None:
        clear(self._fields)
        self.rows = {}
        layout = self._session.layout
        told = {entry.id: entry for entry in entries}
        for part in layout.parts if layout else ():
            if not part.asked:
                continue
            self._fields.addWidget(label(part.title, "heading"))
            for asked in part.asked:
                row = row_for(told[asked.id])
                row.edited.connect(self._edited)
                row.finished.connect(self._finished)
                self._fields.addWidget(row)
                self.rows[asked.id] = row
        self._fields.addStretch(1)

    def _edited(self, id: str, text: str) -> None:
        draft = self._session.draft
        if draft is not None:
            told = next(entry for entry in self._session.entries if entry.id == id)
            words = _("表单：{label}").format(label=told.asked.field.label)
            self._session.change(words, write(draft, id, text), merge=True)

    def _finished(self, id: str) -> None:
        if not self._go(id) and not gaps(self._session.entries):
            self.finished.emit()

    def _go(self, after: str) -> bool:
        """To the next gap after this field, then to those before it; False where none is left."""
        ids = list(self.rows)
        at = ids.index(after) + 1 if after in self.rows else 0
        open_ = {entry.id for entry in gaps(self._session.entries)} - {after}
        found = next((id for id in (*ids[at:], *ids[:at]) if id in open_), "")
        self._to(found)
        return bool(found)

    def _to(self, id: str) -> None:
        """The keyboard goes there; rows just made are laid out first, or nothing would scroll."""
        row = self.rows.get(id)
        if row is not None and not known(row):
            row.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._area.ensureWidgetVisible(row, 0, unit(6))


def known(row: FormRow) -> bool:
    """Whether there is nothing to write in the row."""
    return isinstance(row, KnownRow)


def _inside(row: FormRow) -> bool:
    focused = row.focusProxy()
    return focused is not None and (focused.hasFocus() or row.isAncestorOf(row.focusWidget()))


def _shape(entry: Entry) -> tuple[object, ...]:
    """What decides which widget stands there."""
    return entry.asked, entry.prefilled and not entry.open
