"""`licences`: whose renewal opens or closes; what waits to be looked up, where, and imports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from desktop import settings
from desktop.cli.answer import answer
from desktop.cli.parameters import DAY
from desktop.domain.days.deadline import same_day
from desktop.domain.halls.roles import STATION
from desktop.domain.licences.checks import Finding
from desktop.domain.licences.renewal import DAY as ONE_DAY
from desktop.domain.licences.rows import Watched
from desktop.services.licences import checking, renewals
from desktop.services.licences.importing import import_licences
from desktop.services.licences.source import has_credential, with_source
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.licences.checks import advice, finding_text
from desktop.wording.licences.register import state_text, window_text


@click.group(
    "licences",
    invoke_without_command=True,
    help=_("证照续期：在这些天里可续或截止的证照（不写日期即本月）；另有待核、来源、导入"),
)
@click.option("--from", "first", type=DAY, metavar="D", help=_("第一天"))
@click.option("--to", "last", type=DAY, metavar="D", help=_("最后一天，含"))
@click.pass_context
def licences_command(ctx: click.Context, first: date | None, last: date | None) -> None:
    """Those whose window opens or closes within the days; nothing of the holder."""
    if ctx.invoked_subcommand is not None:
        return
    office: Office = ctx.obj
    today = office.now().date()
    start = first or (last or today).replace(day=1)
    end = last or same_day(start.replace(day=1), 1) - ONE_DAY
    due = renewals.due_renewals(office, start, end)
    found = renewals.turning(due, start, end)
    lines = [_line(one, today) for one in found]
    total = _("{first} 至 {last}：{n} 件").format(first=start, last=end, n=len(found))
    answer([_value(one) for one in found], [*lines, total])


def _value(one: Watched) -> dict[str, object]:
    window = one.window
    return {
        "item": one.row.item,
        "number": one.row.number,
        "valid_until": one.row.valid_until,
        "opens": window.opens if window else None,
        "closes": window.closes if window else None,
        "state": one.state,
    }


def _line(one: Watched, today: date) -> str:
    told = (one.row.number, one.row.name, window_text(one), state_text(one, today))
    return "  ".join(told)


@click.command("verify", help=_("待核：把来源未答复时免交的材料再查一遍，列出没有核实的"))
@click.pass_obj
def verify(office: Office) -> None:
    """Exit code 1 where something waits still: for a scheduler."""
    checking.verify(office, STATION, checking.open_checks(office))
    left = checking.open_checks(office)
    lines = [f"{one.case}  {one.name}  {finding_text(one)}  {advice(one)}" for one in left]
    total = _("待核 {n} 项").format(n=len(left))
    silent = [one for one in left if one.finding is Finding.SILENT]
    answer({"open": left, "silent": len(silent)}, [*lines, total], ok=not left)


@click.command("source", help=_("电子证照来源：地址写进设置，密钥存入本机加密库；不写选项即显示"))
@click.option("--address", metavar="URL", help=_("https 地址；写空即停用"))
@click.option(
    "--credential-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("密钥所在的文件；不写则当场输入"),
)
@click.pass_obj
def source(office: Office, address: str | None, credential_file: Path | None) -> None:
    """The credential never stands on a command line, where others could read it."""
    if address is not None or credential_file is not None:
        address = office.station.licence_source if address is None else address
        station = with_source(
            office, STATION, address, _credential(office, address, credential_file)
        )
        settings.save(station, settings.home())
        office.station = station
    told = office.station.licence_source
    known = has_credential(office)
    shown = _("电子证照来源：{address}，密钥{known}").format(
        address=told or _("没有设置"), known=_("已存") if known else _("未存")
    )
    answer({"address": told, "credential": known}, [shown])


def _credential(office: Office, address: str, file: Path | None) -> str:
    if file is not None:
        return file.read_text("utf-8")
    if not address.strip() or has_credential(office):
        return ""
    return str(click.prompt(_("密钥"), hide_input=True, err=True))


@click.command(
    "import", help=_("导入证照清单（XLSX、CSV）：按列名认列，要么全部入库，要么一行不入")
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def import_(office: Office, file: Path) -> None:
    """All of it or nothing, with row, column and reason."""
    rows = office.spreadsheets().read(file)[0].rows
    told = import_licences(office, STATION, rows, file.name)
    shown = _("入库 {entered} 件，已有相同的 {same} 件").format(
        entered=told.entered, same=told.same
    )
    answer(told, [shown])


for _command in (verify, source, import_):
    licences_command.add_command(_command)

COMMANDS: tuple[click.Command, ...] = (licences_command,)
