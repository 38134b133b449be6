"""Commands by name, each loaded with its module when it is asked for: a command that a scheduler
calls every minute starts without the others.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

MODULES: dict[str, str] = {
    "items": "guidance",
    "checklist": "guidance",
    "theme": "guidance",
    "policy": "guidance",
    "scope": "guidance",
    "deadline": "checks",
    "check": "checks",
    "form": "forms",
    "calendar": "days",
    "licences": "licences",
    "courier": "courier.carriers",
    "records": "promises.records",
    "troubles": "courier.troubles",
    "log": "supervision.log",
    "savings": "supervision.counts",
    "consultations": "supervision.counts",
    "month": "supervision.month",
    "retention": "supervision.retention",
    "reconcile": "billing.reconcile",
    "tariff": "billing.reconcile",
    "label": "courier.labels",
    "coverage": "courier.coverage",
    "progress": "courier.labels",
    "hub": "exchange.hub",
    "sync": "exchange.trips",
    "bundle": "exchange.trips",
    "verify": "trust",
    "backup": "trust",
    "restore": "trust",
    "rebuild": "trust",
    "walkthrough": "walkthrough",
}
"""The module of `desktop.cli` whose `COMMANDS` hold the command."""


class Shelf(MutableMapping[str, click.Command]):
    """What click takes for a group's commands."""

    def __init__(self) -> None:
        self._taken: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._taken:
            module = import_module(f"desktop.cli.{MODULES[name]}")
            self._taken |= {str(one.name): one for one in module.COMMANDS}
        return self._taken[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._taken[name] = command

    def __delitem__(self, name: str) -> None:
        del self._taken[name]

    def __contains__(self, name: object) -> bool:
        return name in MODULES

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)
