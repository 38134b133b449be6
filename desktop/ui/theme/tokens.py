"""The one table of colours, read from `resources/theme/tokens.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from resources import ROOT

FOLDER = ROOT / "theme"
READABLE = 4.5
"""Least contrast of text against what it stands on (WCAG 2.2, 1.4.3)."""
VISIBLE = 3.0
"""Least contrast of a line that carries meaning (WCAG 2.2, 1.4.11)."""


class Theme(StrEnum):
    """浅色 深色 高对比, in the order of the table's columns."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Table:
    """`pairs` are (foreground, background) to be read, `edges` lines to be seen."""

    colours: Mapping[str, Mapping[Theme, str]]
    pairs: tuple[tuple[str, str], ...]
    edges: tuple[tuple[str, str], ...]


@cache
def table() -> Table:
    """The table as its file says, read once."""
    told = tomllib.loads((FOLDER / "tokens.toml").read_text("utf-8"))
    colours = {
        name: dict(zip(Theme, values, strict=True)) for name, values in told["colours"].items()
    }
    return Table(colours, tuple(_flat(told["pairs"])), tuple(_flat(told["edges"])))


def colours(theme: Theme) -> dict[str, str]:
    """Every token's colour in one theme, as #RRGGBB."""
    return {name: values[theme] for name, values in table().colours.items()}


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)


def _flat(told: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for front, backs in told.items():
        yield from ((front, back) for back in backs)
