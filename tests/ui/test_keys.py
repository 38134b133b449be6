"""The table of keys: unique where they act, listed in help, acted on by the window."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from desktop.ui.help import INTAKE_CONTEXTS
from desktop.ui.keys.counter import CHECKLIST, INTAKE, WINDOW
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import CONTEXT_WORDS, KEYS, hints_of, in_context, key_of
from desktop.ui.pages.intake.functions import FunctionKeys
from desktop.ui.pages.intake.sheet.ticking import STEPS
from desktop.ui.shell import Shell


def test_a_key_means_one_thing_where_it_acts() -> None:
    counts = Counter((key.context, key.keys) for key in KEYS)
    assert [found for found, count in counts.items() if count > 1] == []


def test_no_key_of_a_room_hides_one_of_the_window() -> None:
    everywhere = {key.keys for key in WINDOW}
    assert not {key for key in KEYS if key.context is not Context.WINDOW and key.keys in everywhere}


def test_every_key_is_a_key_with_words() -> None:
    for key in KEYS:
        assert QKeySequence(key.keys).toString() or len(key.keys) == 1, key
        assert key.words
        assert key.context in CONTEXT_WORDS


def test_every_verb_of_the_intake_is_done(shell: Shell) -> None:
    page = shell.front
    assert page is not None
    functions = page.findChild(FunctionKeys)
    assert functions is not None
    assert set(functions.verbs) == {key.verb for key in INTAKE}
    others = {"search", "next", "fault", "pages"}
    digits = {f"digit_{n}" for n in range(10)}
    assert {key.verb for key in CHECKLIST} <= set(STEPS) | others | digits


def test_help_lists_every_key_of_the_page(shell: Shell) -> None:
    shell.help.open_for(shell.front)
    shown = shell.help.text
    for context in (*INTAKE_CONTEXTS, Context.WINDOW):
        assert CONTEXT_WORDS[context] in shown
        for key in in_context(context):
            assert key.words in shown


def test_hints_and_buttons_read_the_table(shell: Shell) -> None:
    assert "F1 帮助" in hints_of(Context.WINDOW)
    assert key_of("finish") == "F9"
    assert key_of("no such verb") == ""
