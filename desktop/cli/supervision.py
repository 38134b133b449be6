"""`log`: the day's log as a file, for a supervisor's scheduler."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.domain.halls.roles import STATION
from desktop.domain.supervision.rows import LogFilter
from desktop.services.office import Office
from desktop.services.supervision import log
from desktop.wording import _

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("log", help=_("导出日志：每一次办理一行"))
@click.option("--from", "first", type=DAY, required=True, metavar="D", help=_("第一天"))
@click.option("--to", "last", type=DAY, required=True, metavar="D", help=_("最后一天，含"))
@click.option("--format", "kind", type=click.Choice(["csv", "xlsx", "pdf", "json"]), required=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True)
@click.pass_obj
def log_command(office: Office, first: datetime, last: datetime, kind: str, out: Path) -> None:
    """Rows, sha256 and the chains' heads; personal data stays masked."""
    wanted = LogFilter(first=first.date(), last=last.date())
    heads = office.store.journal.heads()
    written = log.export(office, STATION, log.Export(wanted=wanted, format=kind, to=out))
    answer(
        {
            "rows": written.rows,
            "sha256": written.sha256,
            "heads": [asdict(head) for head in heads],
        },
        [
            _("已导出 {rows} 行到 {name}").format(rows=written.rows, name=out.name),
            f"sha256  {written.sha256}",
        ],
    )


COMMANDS: tuple[click.Command, ...] = (log_command,)
