"""All commands in one group. The office is opened only when a command is really run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import click

from desktop.cli import guidance, supervision, trust
from desktop.cli.answer import BAD_USAGE, REFUSED, run
from desktop.cli.walkthrough import Walk, walkthrough_command
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.settings import SettingsError
from desktop.wording import _
from desktop.wording.refusals import sentence

COMMANDS: tuple[click.Command, ...] = (
    *guidance.COMMANDS,
    *supervision.COMMANDS,
    *trust.COMMANDS,
    walkthrough_command,
)
UNSEEN = ("walkthrough", "--out", "out")
"""What `./run` alone does where nobody could see a window."""
GROUP = click.Group(
    "run", commands={str(one.name): one for one in COMMANDS}, help=_("一窗：政务服务窗口程序")
)


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
