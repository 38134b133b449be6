"""Real stores for every ring: copies of one migrated template, opened in a folder of their own.

Fixtures: `store`, and `store_factory(device="A01", now=…, name="store")` for more of them. Two
stores of one factory share the hall's key, as two stations of one hall do.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from db.keys import Keys, create_keys, write_credential
from db.store import Store, open_store
from desktop.domain.days import BEIJING

DEVICE = "A01"


def beijing_now() -> datetime:
    """The moment, as the program takes it."""
    return datetime.now(BEIJING)


class Factory(Protocol):
    def __call__(
        self, device: str = ..., now: Callable[[], datetime] = ..., name: str = ...
    ) -> Store: ...


class Template:
    """One migrated, empty file with its keys; the recovery code opens backups of every copy."""

    def __init__(self, folder: Path) -> None:
        self.keys, self.recovery_code = create_keys(folder / "station.key")
        self.path = folder / "template.db"
        open_store(self.path, self.keys, beijing_now, DEVICE).close()

    def copy(self, folder: Path, name: str) -> tuple[Path, Keys]:
        """A fresh file and credential in this folder."""
        path = folder / f"{name}.db"
        shutil.copyfile(self.path, path)
        keys = replace(self.keys, credential=folder / f"{name}.key")
        write_credential(keys)
        return path, keys


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return Template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def store_factory(template: Template, tmp_path: Path) -> Iterator[Factory]:
    """Opens a new store in `tmp_path` at every call; `name` must differ from call to call."""
    opened: list[Store] = []

    def make(
        device: str = DEVICE, now: Callable[[], datetime] = beijing_now, name: str = "store"
    ) -> Store:
        path, keys = template.copy(tmp_path, name)
        store = open_store(path, keys, now, device)
        opened.append(store)
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(store_factory: Factory) -> Store:
    return store_factory()
