"""What is wrong with a pack, as data a sentence can be made of: file, path, reason.

msgspec says what it found in English; the few sentences it has are taken apart here, so that the
clerk reads Chinese. One that is not known keeps its text under `detail`.
"""

from __future__ import annotations

import re
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.services.packs.decode import FormError

_SHAPES = (
    ("missing_field", re.compile(r"missing required field `(?P<field>[^`]*)`")),
    ("unknown_field", re.compile(r"contains unknown field `(?P<field>[^`]*)`")),
    ("wrong_type", re.compile(r"Expected `(?P<expected>[^`]*)`, got `(?P<got>[^`]*)`")),
    ("unknown_word", re.compile(r"Invalid enum value '?(?P<value>.*?)'?$")),
    ("wrong_form", re.compile(r"Expected `str` matching regex (?P<expected>.*)$")),
    ("wrong_length", re.compile(r"Expected `\w+` of length (?P<expected>.*)$")),
    ("out_of_range", re.compile(r"Expected `\w+` (?P<expected>[<>]=? .*)$")),
    ("malformed", re.compile(r"malformed: (?P<detail>.*)")),
    ("malformed", re.compile(r"(?P<detail>.*truncated.*|.*UTF-8.*)")),
)


def broken(file: Path, path: str, reason: str, **data: object) -> Refusal:
    """The refusal of a whole pack: `file`, the `path` inside it, and `reason`, a code."""
    return Refusal("pack_broken", file=str(file), path=path, reason=reason, **data)


def from_msgspec(file: Path, error: Exception, prefix: str = "$") -> Refusal:
    """The refusal for what msgspec found; `prefix` is where the decoded value stands."""
    text, _, place = str(error).partition(" - at `")
    path = prefix + place.rstrip("`").removeprefix("$")
    for reason, shape in _SHAPES:
        found = shape.search(text)
        if found:
            return broken(file, path, reason, **found.groupdict())
    return broken(file, path, "unreadable", detail=text)


def from_form(file: Path, error: FormError, prefix: str = "$") -> Refusal:
    """The refusal for what the checks beyond the types found."""
    return broken(file, f"{prefix}.{error.path}", error.code, **error.data)
