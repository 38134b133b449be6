"""`savings`, `consultations`: what a month saved, what people asked."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import DAY as ISO_DAY
from desktop.cli.parameters import MONTH
from desktop.domain.advice.tally import Tally
from desktop.domain.days.deadline import same_day
from desktop.domain.refusal import Refusal
from desktop.domain.savings.totals import ItemTotal, Total
from desktop.domain.supervision.rows import LogFilter
from desktop.services.advice import consultations
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.advice import tally_lines
from desktop.wording.guidance.savings import MEASURES, RULES, total_text


@click.command("savings", help=_("一个月减了什么：材料、环节、到场、时限，各因哪条规则"))
@click.option("--month", type=MONTH, metavar="YYYY-MM", help=_("不写即本月"))
@click.pass_obj
def savings_command(office: Office, month: date | None) -> None:
    """The totals of the cases accepted within the month, and their materials item by item."""
    first = month or office.today().replace(day=1)
    last = same_day(first, 1) - timedelta(days=1)
    views = office.store.views
    totals, items = views.savings(first, last), views.savings_by_item(first, last)
    lines = [line for total in totals for line in _total_lines(total)]
    none = [_("{month} 没有受理的办件。").format(month=f"{first:%Y-%m}")]
    answer(
        {
            "month": f"{first:%Y-%m}",
            "measures": [_total(one) for one in totals],
            "items": [asdict(one) for one in items],
        },
        [*lines, *map(_item_line, items)] if totals else none,
    )


def _total(one: Total) -> dict[str, object]:
    return {**asdict(one), "saved": one.saved}


def _total_lines(one: Total) -> list[str]:
    rules = (f"    {RULES[rule]}  {count}" for rule, count in one.rules.items())
    return [f"{MEASURES[one.measure]}  {total_text(one)}", *rules]


def _item_line(one: ItemTotal) -> str:
    told = _("{item} {name}  {cases} 件  材料 {listed} → {due}")
    return told.format(
        item=one.item, name=one.name, cases=one.cases, listed=one.listed, due=one.to_submit
    )


@click.command("consultations", help=_("咨询：问得最多的是什么，什么目录里没有（不写日期即今天）"))
@click.option("--from", "first", type=ISO_DAY, metavar="D", help=_("第一天"))
@click.option("--to", "last", type=ISO_DAY, metavar="D", help=_("最后一天，含"))
@click.pass_obj
def consultations_command(office: Office, first: date | None, last: date | None) -> None:
    """Most asked first. The words of questions that found nothing are the clerks' own."""
    end = last or max(first or office.today(), office.today())
    start = first or end
    if end < start:
        raise Refusal("dates_reversed", first=start, last=end)
    found = consultations.count(office.store.views, LogFilter(first=start, last=end))
    answer(_consulted(found), tally_lines(found))


def _consulted(found: Tally) -> dict[str, object]:
    return {
        "count": found.count,
        "subjects": [
            {"kind": one.shown, "id": one.id, "name": one.name, "count": one.count}
            for one in found.subjects
        ],
        "found_nothing": [{"asked": asked, "count": count} for asked, count in found.nothing],
        "by": found.by,
        "answered": found.answered,
        "minutes": found.minutes,
    }


COMMANDS: tuple[click.Command, ...] = (savings_command, consultations_command)
