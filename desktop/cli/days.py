"""`calendar list`, `show` and `import`: which days count, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.domain.days.difference import DayChange
from desktop.domain.days.working_days import WORKING
from desktop.domain.days.years import MarkedDay, marked_days, working_days, years_shown
from desktop.domain.halls.roles import STATION
from desktop.services.days.notices import read_year_file
from desktop.services.days.publish import Published, publish_year
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.days import basis_text, day_words

FILE = click.Path(path_type=Path)
YEAR = click.IntRange(min=1900, max=2999)


@click.group("calendar", help=_("日历：list、show、import"))
def calendar() -> None:
    """Years, their notices and their days."""


@calendar.command("list", help=_("各年的依据和工作日数"))
@click.pass_obj
def list_command(office: Office) -> None:
    """Every year known, and the next one at least."""
    years = years_shown(office.calendar, office.now().date())
    answer([_year(office, year) for year in years], (_heading(office, year) for year in years))


@calendar.command("show", help=_("一年的放假日和补班日"))
@click.argument("year", type=YEAR)
@click.pass_obj
def show_command(office: Office, year: int) -> None:
    """The days of one year that are not plain working days or weekends."""
    days = marked_days(office.calendar, year)
    known = office.calendar.year(year)
    value = {
        **_year(office, year),
        "doc_no": known.doc_no if known else None,
        "days": [
            {
                "date": day.date,
                "counts": day.why in WORKING,
                "why": day_words(day.why),
                "name": day.name,
            }
            for day in days
        ],
    }
    answer(value, _lines(office, year, days))


@calendar.command("import", help=_("发布一年的放假安排，格式见 resources/calendar/README.md"))
@click.argument("file", type=FILE)
@click.option("--reason", default="", metavar="TEXT", help=_("理由，记入日志；默认写导入的文件名"))
@click.pass_obj
def import_command(office: Office, file: Path, reason: str) -> None:
    """Publish a year at once, as the station."""
    year = read_year_file(file)
    why = reason.strip() or _("导入 {file}").format(file=file.name)
    done = publish_year(office, STATION, year, why)
    changes = [
        {"date": change.date, "before": _before(change), "after": _after(change)}
        for change in done.changes
    ]
    value = {"year": year.year, "changes": changes, "recomputed": done.recomputed}
    answer(value, _told(year.year, done))


def _year(office: Office, year: int) -> dict[str, object]:
    known = office.calendar.year(year)
    return {
        "year": year,
        "notice": office.calendar.has_notice(year),
        "workdays": working_days(office.calendar, year),
        "papers": known.papers if known else (),
    }


def _heading(office: Office, year: int) -> str:
    return _("{year} 年，{count} 个工作日，依据：{basis}").format(
        year=year,
        count=working_days(office.calendar, year),
        basis=basis_text(office.calendar.year(year)),
    )


def _lines(office: Office, year: int, days: Iterable[MarkedDay]) -> Iterator[str]:
    yield _heading(office, year)
    for day in days:
        yield f"  {day.date}  {day_words(day.why, day.name)}"


def _told(year: int, done: Published) -> Iterator[str]:
    if not done.written:
        yield _("{year} 年与现行安排相同，没有发布。").format(year=year)
        return
    for change in done.changes:
        yield f"  {change.date}  {_before(change)} → {_after(change)}"
    yield _("{year} 年已发布，变更 {number} 天，改期办件 {recomputed} 件。").format(
        year=year, number=len(done.changes), recomputed=done.recomputed
    )


def _before(change: DayChange) -> str:
    return day_words(change.before, change.before_name)


def _after(change: DayChange) -> str:
    return day_words(change.after, change.after_name)


COMMANDS: tuple[click.Command, ...] = (calendar,)
