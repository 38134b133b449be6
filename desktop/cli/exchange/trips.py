"""`sync` over the network, `bundle` through a folder or a disc."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.domain.halls.roles import STATION
from desktop.services.exchange import bundles
from desktop.services.exchange.syncing import sync
from desktop.services.office import Office
from desktop.wording import _

FILE = click.Path(path_type=Path, dir_okay=False)
TELL_EVERY = 5_000


@click.command("sync", help=_("与联网中心交换一次"))
@click.pass_obj
def sync_command(office: Office) -> None:
    """Interrupted, it goes on where it was at the next call."""
    done = sync(office, progress=_Telling())
    value = {
        "out": done.pushed,
        "in": done.pulled,
        "disagreements": done.disagreements,
        "given_back": done.healed,
        "reordered": done.reordered,
    }
    line = _("发出 {out} 条，收到 {into} 条，分歧 {disagreements} 项").format(
        out=done.pushed, into=done.pulled, disagreements=done.disagreements
    )
    answer(value, [line])


@click.group("bundle", help=_("交换包：没有网络时用文件夹或光盘交换"))
def bundle_command() -> None:
    """What it does stands at its parts."""


@bundle_command.command("write", help=_("把还没同步的记录写成一个交换包（签名、加密）"))
@click.argument("file", type=FILE)
@click.option("--hall", default="", help=_("只给这个大厅；不写则给所有大厅"))
@click.option("--all", "everything", is_flag=True, help=_("连同已经同步过的"))
@click.pass_obj
def write_command(office: Office, file: Path, hall: str, everything: bool) -> None:
    """Whole or not at all; an older file of this name is replaced at the very end."""
    told = bundles.write(office, STATION, file, hall.strip().upper(), everything)
    line = _("已写出 {n} 条，给 {halls}：{file}").format(
        n=told.entries, halls="、".join(told.recipients), file=file
    )
    answer({"file": file, **_fields(told)}, [line])


@bundle_command.command("take", help=_("收入一个交换包；收两次等于一次"))
@click.argument("file", type=FILE)
@click.pass_obj
def take_command(office: Office, file: Path) -> None:
    """Whole or not at all."""
    told = bundles.take(office, STATION, file)
    line = _("来自设备 {device}，新收 {n} 条").format(device=told.device, n=told.new)
    answer({"file": file, **_fields(told)}, [line])


COMMANDS: tuple[click.Command, ...] = (sync_command, bundle_command)


def _fields(told: object) -> dict[str, object]:
    return {name: getattr(told, name) for name in type(told).__slots__}  # type: ignore[attr-defined]


class _Telling:
    """Says every so often how far it is, on standard error."""

    def __init__(self) -> None:
        self._next = TELL_EVERY

    def __call__(self, done: int, total: int) -> bool:
        if done >= self._next:
            self._next = done + TELL_EVERY
            click.echo(_("已交换 {done}／{total} 条").format(done=done, total=total), err=True)
        return True
