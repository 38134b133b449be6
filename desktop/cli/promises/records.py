"""`records`: the list of bad records, imported, and looked up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import DAY
from desktop.domain.halls.roles import STATION
from desktop.domain.identity.party import Party
from desktop.domain.identity.verdict import Level
from desktop.services.office import Office
from desktop.services.promises import records
from desktop.wording import _
from desktop.wording.guidance.promises import standing_text


@click.group("records", help=_("失信名单：导入、查询"))
def records_group() -> None:
    """Who may not defer a material nor handle by 告知承诺."""


@records_group.command("import", help=_("导入名单（XLSX、CSV），整份替换前一份"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as-of", "as_of", type=DAY, required=True, metavar="D", help=_("名单截至哪一天"))
@click.pass_obj
def import_command(office: Office, file: Path, as_of: date) -> None:
    """All of it or nothing."""
    told = records.import_list(office, STATION, file, as_of)
    value = {"as_of": told.as_of, "rows": told.rows, "sha256": told.sha256}
    line = _("名单截至 {day}，已导入 {n} 行。").format(day=told.as_of, n=told.rows)
    answer(value, [line])


@records_group.command("check", help=_("按证件号码查询能否容缺受理、告知承诺"))
@click.argument("number")
@click.option("--name", default="", metavar="NAME", help=_("名称或姓名，号码查不到时按名称比对"))
@click.pass_obj
def check_command(office: Office, number: str, name: str) -> None:
    """The level, and the sentence that the counter would read."""
    verdict = records.check(office, Party(name=name, id_number=number))
    message = standing_text(verdict)
    value = {"level": verdict.level.value, "message": message}
    answer(value, [message], ok=verdict.level is not Level.ERROR)


COMMANDS: tuple[click.Command, ...] = (records_group,)
