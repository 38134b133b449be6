"""One station's settings: `Station` on one side, a TOML file on the other."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import asdict, fields
from pathlib import Path

from desktop.domain.halls.station import Station

HOME_VARIABLE = "YICHUANG_HOME"
"""Names the data folder; without it the platform's own folder for programs' data serves."""

FILE = "station.toml"


class SettingsError(ValueError):
    """The file cannot be understood; the text says which line or field, and is for a person."""


def home() -> Path:
    """The data folder, absolute; not created here."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser().resolve()
    from platformdirs import user_data_path

    return user_data_path("yichuang", appauthor=False)


def load(folder: Path) -> Station:
    """The station of this data folder; an unnamed one where nothing was set up yet."""
    path = folder / FILE
    if not path.exists():
        return Station()
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name}：{error}") from error
    return _checked(told, path.name)


def save(station: Station, folder: Path) -> None:
    """Written beside and renamed, so that a power cut leaves the old file or the new one."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} = {_toml(value)}" for name, value in asdict(station).items()]
    part = folder / (FILE + ".part")
    with part.open("w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / FILE)


def _checked(told: dict[str, object], name: str) -> Station:
    known = {field.name: type(field.default) for field in fields(Station)}
    for key, value in told.items():
        if key not in known:
            raise SettingsError(f"{name}：没有名为 {key} 的设置项")
        if type(value) is not known[key]:
            raise SettingsError(f"{name}：{key} 的值类型不对，应为 {known[key].__name__}")
    return Station(**told)  # type: ignore[arg-type]


def _toml(value: object) -> str:
    """Strings, whole numbers and booleans: in all three, JSON's form is TOML's form."""
    return json.dumps(value, ensure_ascii=False)
