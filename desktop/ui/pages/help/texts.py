"""The help's texts: `resources/help/*.md`, one per page; the key sheet is made from the keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from desktop.ui.keys.key import Context, Key
from desktop.ui.keys.table import CONTEXT_WORDS, in_context
from desktop.wording import _
from resources import ROOT

FOLDER = ROOT / "help"
ORDER = (
    "start",
    "intake",
    "themes",
    "cases",
    "handling",
    "delivery",
    "courier",
    "custody",
    "billing",
    "papers",
    "log",
    "closing",
    "figures",
    "review",
    "retention",
    "licences",
    "policies",
    "items",
    "sheets",
    "hall",
    "exchange",
    "disagreements",
    "entry",
    "stations",
    "keys",
)
"""Pages in the order of the list; the last one is followed by the sheet of keys."""
SHOWN = {"Return": "Enter", "Space": _("空格"), "Backspace": _("退格"), "Up": "↑", "Down": "↓"}


@dataclass(frozen=True, slots=True)
class HelpText:
    """`title` is the text's first heading, `body` Markdown with it."""

    id: str
    title: str
    body: str


@cache
def texts() -> tuple[HelpText, ...]:
    """All of them, in order."""
    return tuple(_read(id) for id in ORDER)


def key_sheet() -> str:
    """Every key in Markdown, a table for each context; neighbours that mean the same as one."""
    return "\n\n".join(_sheet(context) for context in Context if in_context(context))


def _read(id: str) -> HelpText:
    body = (FOLDER / f"{id}.md").read_text("utf-8")
    title = body.partition("\n")[0].removeprefix("# ").strip()
    return HelpText(id, title, f"{body}\n\n{key_sheet()}" if id == "keys" else body)


def _sheet(context: Context) -> str:
    rows = [
        f"| {_span(list(keys))} | {words} |"
        for words, keys in groupby(in_context(context), key=lambda key: key.words)
    ]
    head = f"## {CONTEXT_WORDS[context]}\n\n| " + _("键") + " | " + _("做什么") + " |\n|---|---|"
    return "\n".join([head, *rows])


def _span(keys: list[Key]) -> str:
    names = [SHOWN.get(key.keys, key.keys) for key in keys]
    return names[0] if len(names) == 1 else f"{names[0]} … {names[-1]}"
