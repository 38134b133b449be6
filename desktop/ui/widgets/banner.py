"""Banner: what was refused and why, what was done, what is offered. Never a modal."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.ui.theme.dress import font
from desktop.ui.widgets.labels import clear, label, row, wear
from desktop.wording import _


class Tone(StrEnum):
    """How much it matters; each has its word, so that colour is never alone."""

    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


WORDS = {
    Tone.INFO: _("提示"),
    Tone.GOOD: _("完成"),
    Tone.WARN: _("注意"),
    Tone.BAD: _("不能办"),
}


class Banner(QFrame):
    """One message at a time; `chosen(action)` when one of its buttons is pressed.

    `jump(row)` is 「跳到该行」 of a refusal that names a row. A `lasting` one has nothing to put it
    away with: it stays as long as what it says is so.
    """

    chosen = Signal(str)
    jump = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, lasting: bool = False) -> None:
        super().__init__(parent)
        self.tone = Tone.INFO
        self._word = label()
        self._word.setFont(font(bold=True))
        self._text = label(wrap=True)
        self._buttons = row()
        self._close = QPushButton(_("Esc 收起"))
        self._close.setProperty("role", "plain")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.put_away)
        inside = row(self, margin=2, gap=3)
        inside.addWidget(self._word)
        inside.addWidget(self._text, 1)
        inside.addLayout(self._buttons)
        inside.addWidget(self._close)
        if lasting:
            self._close.hide()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, tone: Tone, text: str, *actions: tuple[str, str]) -> None:
        """Show `text` with a button for each (action, words)."""
        self.tone = tone
        wear(self, f"banner-{tone}")
        wear(self._word, {Tone.INFO: "accent"}.get(tone, str(tone)))
        self._word.setText(WORDS[tone])
        self._text.setText(text)
        clear(self._buttons)
        for action, words in actions:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, a=action: self.chosen.emit(a))
            self._buttons.addWidget(button)
        self.setAccessibleName(f"{WORDS[tone]}：{text}")
        self.show()

    def say_refusal(self, sentence: str, data: dict[str, object]) -> None:
        """Reason and article; and 「跳到该行」 where the refusal names a row."""
        article = str(data.get("article", ""))
        text = f"{sentence}（{article}）" if article and article not in sentence else sentence
        self.say(Tone.BAD, text)
        target = str(data.get("row", ""))
        if target:
            button = QPushButton(_("跳到该行"))
            button.clicked.connect(lambda: self.jump.emit(target))
            self._buttons.addWidget(button)

    def put_away(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()
