"""Text as the search sees it: one token per Chinese character, one per run of Latin or digits.

The tokenizer is `ascii`, which takes every non-ASCII character for part of a word, so characters
beyond the BMP and those newer than SQLite's Unicode tables are found as well.
"""

from __future__ import annotations

import unicodedata

TAIL = 4
"""Last characters of document numbers and telephones by which people ask for a case."""


def tokens(text: str) -> list[str]:
    """Lower case, full-width folded."""
    spaced: list[str] = []
    for c in unicodedata.normalize("NFKC", text).casefold():
        if c.isascii():
            spaced.append(c if c.isalnum() else " ")
        elif c.isalnum():
            spaced.append(f" {c} ")
        else:
            spaced.append(" ")
    return "".join(spaced).split()


def words(*texts: str) -> str:
    """What is stored; the full stop between texts keeps a phrase from running across them."""
    return " | ".join(" ".join(tokens(text)) for text in texts if text)


def tail(number: str) -> str:
    """Empty where the number is no longer than its tail."""
    return number[-TAIL:] if len(number) > TAIL else ""


def query(text: str) -> str:
    """An FTS5 query: every blank-separated part as a phrase, its last word open at the end.

    Empty where the text holds nothing that could be searched.
    """
    phrases = [" ".join(found) for part in text.split() if (found := tokens(part))]
    return " AND ".join(f'"{phrase}"*' for phrase in phrases)
