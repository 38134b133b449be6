"""Writes a catalogue folder's `pinyin.json` again: `python -m … FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.services.packs.pack import read_folder
from desktop.services.packs.pinyin import index_text, load_readings


def write_index(folder: Path) -> Path:
    """Compute and write the folder's index; the file written."""
    readings = load_readings(folder / "readings.json")
    file = folder / "pinyin.json"
    file.write_text(index_text(read_folder(folder).items.values(), readings), encoding="utf-8")
    return file


if __name__ == "__main__":
    write_index(Path(sys.argv[1]))
