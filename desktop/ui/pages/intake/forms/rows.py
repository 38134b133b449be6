"""One field of the form: written, picked, or known already and therefore only read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.forms.filling import Entry
from desktop.domain.forms.form import Field as Asked
from desktop.domain.forms.form import FieldKind
from desktop.domain.forms.layout import CHOSEN, chosen
from desktop.domain.identity.verdict import Level
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import verb_of
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.fields import ROLES, Field
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.guidance.forms import OPTIONAL, source_words, value_text
from desktop.wording.guidance.items import verdict_sentence


class FormRow(QWidget):
    """`edited(id, text)` at each change by a person; `finished(id)` with Enter."""

    edited = Signal(str, str)
    finished = Signal(str)

    def __init__(self, id: str) -> None:
        super().__init__()
        self.id = id

    def show_entry(self, entry: Entry, missing: str = "") -> None:
        """Data arrives from the draft; what says the same is left alone. `missing` are characters
        that no face can print. Each kind of row shows it in its own way.
        """

    @property
    def warning(self) -> str:
        """What is said beside the label."""
        return ""


class KnownRow(FormRow):
    """Filled from elsewhere: read here, changed where it came from."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.id)
        self._value = Elided(role="")
        name = label(entry.asked.field.label, "quiet")
        name.setFixedWidth(unit(36))
        name.setWordWrap(True)
        inside = row(self, gap=3)
        inside.addWidget(name)
        inside.addWidget(self._value, 1)
        source = source_words(entry.asked.field.source)
        inside.addWidget(label(_("来自 {source}").format(source=source), "quiet"))

    @property
    def text(self) -> str:
        return self._value.full

    def show_entry(self, entry: Entry, missing: str = "") -> None:
        field = entry.asked.field
        told = value_text(field.kind, entry.value, field.source)
        self._value.setText(told + (f" {field.unit}" if field.unit else ""))
        self.setAccessibleName(f"{field.label}：{told}")


class WrittenRow(FormRow):
    """A line to type in."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.id)
        field = entry.asked.field
        self.field = Field(title_of(field), field.hint)
        column(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.edited.connect(lambda text: self.edited.emit(self.id, text))
        self.field.finished.connect(lambda: self.finished.emit(self.id))

    @property
    def warning(self) -> str:
        return self.field.warning

    def show_entry(self, entry: Entry, missing: str = "") -> None:
        self.field.set_text(entry.typed or entry.known)
        self.field.warn(*remark(entry, missing))


class _Area(QPlainTextEdit):
    """Enter goes on, Shift+Enter begins a line."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if verb_of(Context.FORM, event) == "next_gap":
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Titled(FormRow):
    """A label, a remark at its right, and the widget below."""

    def __init__(self, entry: Entry, inner: QWidget) -> None:
        super().__init__(entry.id)
        self._remark = Elided()
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        top = row(gap=2)
        top.addWidget(label(title_of(entry.asked.field), "quiet"))
        top.addWidget(self._remark, 1)
        inside = column(self, gap=1)
        inside.addLayout(top)
        inside.addWidget(inner)
        inner.setAccessibleName(entry.asked.field.label)
        self.setFocusProxy(inner)

    @property
    def warning(self) -> str:
        return self._remark.full

    def show_entry(self, entry: Entry, missing: str = "") -> None:
        level, words = remark(entry, missing)
        self._remark.setText(words)
        if level is not None:
            wear(self._remark, ROLES[level])


class ParagraphRow(_Titled):
    """Several lines to type in."""

    def __init__(self, entry: Entry) -> None:
        self.area = _Area()
        hint = entry.asked.field.hint
        self.area.setPlaceholderText("　".join(p for p in (hint, _("Shift+Enter 换行")) if p))
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(unit(17))
        super().__init__(entry, self.area)
        self.area.textChanged.connect(self._changed)
        self.area.left.connect(lambda: self.finished.emit(self.id))

    def show_entry(self, entry: Entry, missing: str = "") -> None:
        super().show_entry(entry, missing)
        text = entry.typed or entry.known
        if text != self.area.toPlainText().strip():
            self.area.blockSignals(True)
            self.area.setPlainText(text)
            self.area.blockSignals(False)

    def _changed(self) -> None:
        self.edited.emit(self.id, self.area.toPlainText())


class _Options(Chips):
    """Enter with nothing chosen goes on: the gap stays one."""

    passed = Signal()

    def confirm(self) -> None:
        if self.chosen:
            super().confirm()
        else:
            self.passed.emit()


class PickedRow(_Titled):
    """Options, each with its digit."""

    def __init__(self, entry: Entry) -> None:
        self.chips = _Options()
        super().__init__(entry, self.chips)
        self.chips.answered.connect(self._answered)
        self.chips.passed.connect(lambda: self.finished.emit(self.id))

    def show_entry(self, entry: Entry, missing: str = "") -> None:
        super().show_entry(entry, missing)
        field = entry.asked.field
        options = [(option, option) for option in field.choices]
        picked = chosen(entry.typed or entry.known)
        self.chips.offer(options, picked, multi=field.kind is FieldKind.CHOICES)

    def _answered(self, picked: tuple[str, ...]) -> None:
        self.edited.emit(self.id, "\n".join(picked))
        self.finished.emit(self.id)


def row_for(entry: Entry) -> FormRow:
    """The row that fits the field as it stands."""
    kind = entry.asked.field.kind
    if entry.prefilled and not entry.open:
        return KnownRow(entry)
    if kind in CHOSEN:
        return PickedRow(entry)
    return ParagraphRow(entry) if kind is FieldKind.PARAGRAPH else WrittenRow(entry)


def title_of(field: Asked) -> str:
    """The label with its unit, and whether it may be left empty."""
    unit_words = f"（{field.unit}）" if field.unit else ""
    return field.label + unit_words + ("" if field.required else OPTIONAL)


def remark(entry: Entry, missing: str = "") -> tuple[Level | None, str]:
    """What is said of the field: unprintable, still open, wrong, unlike what is known, or how it
    was read.
    """
    field, verdict = entry.asked.field, entry.verdict
    if missing:
        return Level.WARN, _("「{chars}」没有字形，打印会缺字").format(chars=missing)
    if verdict.code == "field_missing":
        return Level.WARN, _("待填")
    if verdict.level is Level.ERROR:
        return verdict.level, verdict_sentence(verdict)
    if entry.differs:
        told = value_text(field.kind, entry.known, field.source)
        words = _("与“{source}”不一致：{value}")
        return Level.WARN, words.format(source=source_words(field.source), value=told)
    if verdict.level is Level.WARN:
        return verdict.level, verdict_sentence(verdict)
    if entry.typed and field.kind not in CHOSEN and " ".join(entry.typed.split()) != entry.value:
        told = value_text(field.kind, entry.value, field.source) + field.unit
        return Level.OK, _("记为 {value}").format(value=told)
    return None, ""
