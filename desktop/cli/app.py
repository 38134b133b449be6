"""All commands in one group. The office is opened only when a command is really run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import click

from desktop.cli.answer import BAD_USAGE, REFUSED, encoded, run, without_json
from desktop.cli.shelf import Shelf
from desktop.cli.walkthrough import Walk, walkthrough_command
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.settings import SettingsError
from desktop.wording import _
from desktop.wording.refusals import sentence

UNSEEN = ("walkthrough", "--out", "out")
"""What `./run` alone does where nobody could see a window."""
GROUP = click.Group("run", commands=Shelf(), help=_("一窗：政务服务窗口程序"))


def seen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether somebody would see a window: a display, or a platform that is one by itself."""
    named = environment.get("QT_QPA_PLATFORM", "")
    if named:
        return not named.startswith(("offscreen", "minimal"))
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(display) or not platform.startswith("linux")


def run_command(arguments: Sequence[str], open_office: Callable[[], Office], walk: Walk) -> int:
    """Run what the arguments name and answer its exit code; help opens no office.

    The walkthrough makes an office of its own.
    """
    words = [word for word in arguments if word != "--json"]
    if words[:1] == [walkthrough_command.name]:
        return run(GROUP, arguments, walk)
    if not words or "--help" in words or words[0] not in GROUP.commands:
        return run(GROUP, arguments or ["--help"], None)
    try:
        office = open_office()
    except Refusal as refusal:
        return _refused(arguments, refusal)
    except OSError as error:
        where, why = str(error.filename or ""), error.strerror or str(error)
        return _refused(arguments, Refusal("cannot_write", name=where, reason=why))
    except SettingsError as error:
        return _stopped(arguments, BAD_USAGE, str(error), refused="settings")
    try:
        return run(GROUP, arguments, office)
    finally:
        office.store.close()
        sys.stdout.flush()


def _refused(arguments: Sequence[str], refusal: Refusal) -> int:
    message = sentence(refusal)
    return _stopped(arguments, REFUSED, message, refused=refusal.code, **refusal.data)


def _stopped(arguments: Sequence[str], code: int, message: str, **data: object) -> int:
    """The office does not open: said as a command says it, one JSON value where that is wanted."""
    if without_json(arguments)[1]:
        click.echo(encoded({"message": message, **data}))
    click.echo(message, err=True)
    return code
