"""All commands in one group. The office is opened only when a command is really run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import click

from desktop.cli import guidance, supervision, trust
from desktop.cli.answer import BAD_USAGE, REFUSED, run
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.settings import SettingsError
from desktop.wording import _
from desktop.wording.refusals import sentence

COMMANDS: tuple[click.Command, ...] = (
    *guidance.COMMANDS,
    *supervision.COMMANDS,
    *trust.COMMANDS,
)
GROUP = click.Group(
    "run", commands={str(one.name): one for one in COMMANDS}, help=_("一窗：政务服务窗口程序")
)


def run_command(arguments: Sequence[str], open_office: Callable[[], Office]) -> int:
    """Run what the arguments name and answer its exit code; help opens no office."""
    words = [word for word in arguments if word != "--json"]
    if not words or "--help" in words or words[0] not in GROUP.commands:
        return run(GROUP, arguments or ["--help"], None)
    try:
        office = open_office()
    except Refusal as refusal:
        click.echo(sentence(refusal), err=True)
        return REFUSED
    except SettingsError as error:
        click.echo(str(error), err=True)
        return BAD_USAGE
    try:
        return run(GROUP, arguments, office)
    finally:
        office.store.close()
        sys.stdout.flush()
