"""`verify`, `backup`, `restore` and `rebuild`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from desktop import settings
from desktop.cli.answer import answer
from desktop.services.office import Office
from desktop.services.supervision.log import checking
from desktop.services.trust import care
from desktop.wording import _
from desktop.wording.supervision.log import fault_line

FILE = click.Path(path_type=Path)
CODE = click.option(
    "--code", default="", metavar="CODE", help=_("备份的恢复码；写 - 则在屏幕上询问，不留在命令里")
)


@click.command("verify", help=_("核对日志链；给出文件则核对备份，或导出的日志"))
@click.argument("file", type=FILE, required=False)
@CODE
@click.pass_obj
def verify_command(office: Office, file: Path | None, code: str) -> None:
    """Every chain, every hash; exit 1 where one is broken, or an exported file was altered."""
    if file is not None and checking.is_export(office, file):
        _check_export(office, file)
        return
    found = care.verify(office, file, _asked(code))
    lines = [
        _("{entries} 条记录，{devices} 台设备").format(entries=found.entries, devices=found.devices)
    ]
    lines.append(_("链条完整") if found.ok else _("断在：{at}").format(at=found.first_broken))
    answer(
        {
            "ok": found.ok,
            "entries": found.entries,
            "devices": found.devices,
            "first_broken": found.first_broken or None,
        },
        lines,
        ok=found.ok,
    )


def _check_export(office: Office, file: Path) -> None:
    """The file, its manifest and the journal, one against the other."""
    found = checking.check_file(office, file)
    told = found.told
    lines = [_("{file}　sha256 {sha}").format(file=found.file, sha=found.sha256)]
    if found.entry:
        lines.append(_("导出记录在链位 {entry}").format(entry=found.entry))
    if found.ok:
        rows = _("，{n} 行，统计与日志一致").format(n=told.rows) if told else ""
        lines.append(_("文件未被改动") + rows)
    answer(
        {
            "ok": found.ok, "file": found.file, "sha256": found.sha256,
            "entry": found.entry or None, "rows": told.rows if told else None,
            "faults": [{**asdict(one), "told_in_words": fault_line(one)} for one in found.faults],
        },
        [*lines, *map(fault_line, found.faults)],
        ok=found.ok,
    )  # fmt: skip


@click.command("backup", help=_("备份到一个文件（加密，凭恢复码打开）"))
@click.argument("file", type=FILE)
@click.pass_obj
def backup_command(office: Office, file: Path) -> None:
    """An encrypted copy; acts may go on meanwhile."""
    counted = care.backup(office, file)
    answer(counted, _counts(counted))


@click.command("restore", help=_("从备份恢复；现有数据文件另存保留，本机换新设备码"))
@click.argument("file", type=FILE)
@CODE
@click.pass_obj
def restore_command(office: Office, file: Path, code: str) -> None:
    """The backup takes the present file's place, which is kept beside it."""
    folder = settings.home()
    done = care.restore(office, file, lambda told: settings.save(told, folder), _asked(code))
    lines = [_("已恢复。本机新设备码 {new}（原 {old}）").format(new=done.device, old=done.follows)]
    answer(done, [*lines, *_before_after(done.before, done.after)])


@click.command("rebuild", help=_("按日志重建全部列表，不动日志"))
@click.pass_obj
def rebuild_command(office: Office) -> None:
    """Projections anew from the journal."""
    before, after = care.rebuild(office)
    answer({"before": before, "after": after}, _before_after(before, after))


COMMANDS: tuple[click.Command, ...] = (
    verify_command,
    backup_command,
    restore_command,
    rebuild_command,
)


def _asked(code: str) -> str:
    return str(click.prompt(_("恢复码"), hide_input=True, err=True)) if code == "-" else code


def _counts(counted: dict[str, int]) -> Iterable[str]:
    return (f"{name}  {count}" for name, count in counted.items())


def _before_after(before: dict[str, int], after: dict[str, int]) -> Iterable[str]:
    return (f"{name}  {before.get(name, 0)} → {count}" for name, count in after.items())
