"""`licences`: whose renewal opens or closes, for a supervisor's scheduler."""

from __future__ import annotations

from datetime import date

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import DAY
from desktop.domain.days.deadline import same_day
from desktop.domain.licences.renewal import DAY as ONE_DAY
from desktop.domain.licences.rows import Watched
from desktop.services.licences import renewals
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.licences.register import state_text, window_text


@click.command("licences", help=_("证照续期：在这些天里可续或截止的证照（不写日期即本月）"))
@click.option("--from", "first", type=DAY, metavar="D", help=_("第一天"))
@click.option("--to", "last", type=DAY, metavar="D", help=_("最后一天，含"))
@click.pass_obj
def licences_command(office: Office, first: date | None, last: date | None) -> None:
    """Those whose window opens or closes within the days; nothing of the holder."""
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


COMMANDS: tuple[click.Command, ...] = (licences_command,)
