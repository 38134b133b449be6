"""The English rendition of the catalogue: Chinese text → English, read from a folder of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def load_english(folder: Path) -> Mapping[str, str]:
    """Every section of every file of the folder in one mapping; sections are for the reader."""
    known: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        for section in json.loads(path.read_text("utf-8")).values():
            known |= section
    return known
