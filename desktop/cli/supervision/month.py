"""`month`: 月报 by organ and item, for a person, a program or a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import MONTH
from desktop.domain.halls.roles import STATION
from desktop.domain.supervision.figures.figure import MONTHLY
from desktop.domain.supervision.figures.month import MonthReport, MonthRow
from desktop.services.office import Office
from desktop.services.supervision.figures import month
from desktop.wording import _
from desktop.wording.figures.words import (
    FIGURES,
    NO_ORGAN,
    RATE,
    SUBTOTAL,
    TOTAL,
    rate_of,
    report_title,
)


@click.command("month", help=_("月报：按机关、按事项的收件、受理、办结、退件、补正、按时率"))
@click.argument("first", type=MONTH, metavar="YYYY-MM")
@click.option("--hall", "halls", multiple=True, metavar="CODE", help=_("只看这个大厅，可写几次"))
@click.option("--format", "kind", type=click.Choice(month.FORMATS), help=_("不写则按文件名"))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.pass_obj
def month_command(
    office: Office, first: date, halls: tuple[str, ...], kind: str | None, out: Path | None
) -> None:
    """The whole month; with `--out` also a file, whose sha256 is told."""
    if kind and out is None:
        raise click.UsageError(_("--format 要和 --out 一起用。"))
    format = _format(kind, out)
    report = month.month(office, STATION, office.store.views, first, frozenset(halls))
    digest = month.write(office, report, format, out) if out else ""
    written = {"file": str(out), "sha256": digest} if out else {}
    answer({**_value(report), **written}, [*_lines(report), *_written(out, digest)])


def _format(kind: str | None, out: Path | None) -> str:
    found = kind or (out.suffix.removeprefix(".").lower() if out else "")
    if out and found not in month.FORMATS:
        told = _("看不出 {name} 的格式，请写 --format {known}。")
        raise click.UsageError(told.format(name=out.name, known="|".join(month.FORMATS)))
    return found


def _value(report: MonthReport) -> dict[str, object]:
    return {
        "month": f"{report.first:%Y-%m}",
        "hall": report.hall,
        "halls": report.halls,
        "rows": [
            {"organ": row.organ, "item": row.item, "name": row.name, **_counts(row)}
            for row in report.rows
        ],
        "organs": [{"organ": whole.organ, **_counts(whole)} for whole, _rows in report.by_organ],
        "total": _counts(report.total),
    }


def _counts(row: MonthRow) -> dict[str, object]:
    """The rate in thousandths, rounded down; null where nothing was decided."""
    numbers = dict(zip(MONTHLY, row.numbers, strict=True))
    return {
        **{one.value: number for one, number in numbers.items()},
        "on_time_per_mille": row.rate.per_mille,
        "decided_with_term": row.rate.of,
    }


def _lines(report: MonthReport) -> Iterator[str]:
    yield report_title(report)
    if not report.rows:
        yield _("这个月没有办件。")
        return
    for whole, rows in report.by_organ:
        yield whole.organ or NO_ORGAN
        for row in rows:
            yield f"  {row.item} {row.name}"
            yield f"    {_told(row)}"
        if len(rows) > 1:
            yield f"  {SUBTOTAL}  {_told(whole)}"
    yield f"{TOTAL}  {_told(report.total)}"


def _told(row: MonthRow) -> str:
    numbers = zip(MONTHLY, row.numbers, strict=True)
    told = "  ".join(f"{FIGURES[one]} {number}" for one, number in numbers)
    return f"{told}  {RATE} {rate_of(row.rate)}"


def _written(out: Path | None, digest: str) -> Iterator[str]:
    if out is not None:
        yield _("已写到 {name}").format(name=out.name)
        yield f"sha256  {digest}"


COMMANDS: tuple[click.Command, ...] = (month_command,)
