"""All keys together, and what a key press means where the focus is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.ui.keys.closing import CLOSING
from desktop.ui.keys.counter import COUNTER
from desktop.ui.keys.figures import FIGURES
from desktop.ui.keys.halls import DISAGREEMENTS
from desktop.ui.keys.key import Context, Key
from desktop.ui.keys.oversight import OVERSIGHT
from desktop.ui.keys.rooms import ROOMS
from desktop.wording import _

KEYS: tuple[Key, ...] = (
    *COUNTER,
    *ROOMS,
    *DISAGREEMENTS,
    *CLOSING,
    *FIGURES,
    *OVERSIGHT,
)

CONTEXT_WORDS: dict[Context, str] = {
    Context.WINDOW: _("处处可用"),
    Context.INTAKE: _("接待"),
    Context.SEARCH: _("搜索框"),
    Context.QUESTION: _("情形问题"),
    Context.FORM: _("申请表"),
    Context.CHECKLIST: _("材料清单"),
    Context.FAULT: _("不符原因"),
    Context.RESULT: _("办完以后"),
    Context.CASES: _("办件"),
    Context.DELIVERY: _("出件"),
    Context.COURIER: _("快递"),
    Context.CUSTODY: _("保管"),
    Context.BILLING: _("对账"),
    Context.EXCHANGE: _("联网"),
    Context.ARRIVALS: _("快递：到件"),
    Context.LOG: _("日志"),
    Context.BOARD: _("看板"),
    Context.MONTH: _("月报"),
    Context.LICENCES: _("证照"),
    Context.THEMES: _("主题"),
    Context.HALL: _("大厅"),
    Context.PAPERS: _("文书"),
    Context.POLICIES: _("政策"),
    Context.ITEMS: _("事项"),
    Context.DISAGREEMENTS: _("分歧·移交"),
    Context.CLOSING: _("日结"),
    Context.REVIEW: _("复核·督办"),
    Context.RETENTION: _("保存期"),
    Context.ENTRY: _("登录"),
}
HELD = (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier).value


def in_context(context: Context) -> tuple[Key, ...]:
    return tuple(key for key in KEYS if key.context is context)


def hints_of(context: Context) -> str:
    """The short hints of a context, for the status strip."""
    return "　".join(key.short for key in in_context(context) if key.short)


def verb_of(context: Context, event: QKeyEvent) -> str:
    """The verb that the pressed key stands for here; empty when it means nothing."""
    pressed = pressed_key(event)
    return next((key.verb for key in in_context(context) if key.keys == pressed), "")


def key_of(verb: str) -> str:
    """The key of a verb as it is written on a button; empty for an unknown verb."""
    return next((key.keys for key in KEYS if key.verb == verb), "")


def pressed_key(event: QKeyEvent) -> str:
    """Portable text of a press; the number pad and both Enter keys count the same."""
    text = event.text()
    modifiers = event.modifiers().value & ~Qt.KeyboardModifier.KeypadModifier.value
    if text.strip() and text.isprintable() and not modifiers & HELD:
        return text.upper()
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    return QKeySequence(key | modifiers).toString(QKeySequence.SequenceFormat.PortableText)
