"""`deadline` and `check`: arithmetic that needs no case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import DAY, SPAN
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.days.deadline import Deadline, deadline
from desktop.domain.identity.person_id import check_person_id
from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level, Verdict
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.guidance.items import DAYS, verdict_sentence
from desktop.wording.labels import label


@click.command("deadline", help=_("从 DATE（第 0 天）起第 N 天是哪天"))
@click.argument("start", type=DAY, metavar="DATE")
@click.argument("days", type=click.IntRange(min=0), metavar="N")
@click.option("--suspend", "suspensions", type=SPAN, multiple=True, help=_("中止期间，首尾都算"))
@click.option("--extend", type=click.IntRange(min=0), default=0, help=_("批准延长的天数"))
@click.option("--calendar-days", is_flag=True, help=_("按自然日算，末日逢休顺延"))
@click.pass_obj
def deadline_command(
    office: Office,
    start: date,
    days: int,
    suspensions: tuple[tuple[date, date], ...],
    extend: int,
    calendar_days: bool,
) -> None:
    """The end of a period, day by day."""
    found = deadline(office.calendar, start, days, suspensions, extend, calendar_days)
    lines = [
        {"date": line.date, "counts": line.counts, "why": DAYS[line.why]} for line in found.days
    ]
    value = {"due": found.due, "provisional": found.provisional, "days": lines}
    answer(value, _spoken(office, found))


def _spoken(office: Office, found: Deadline) -> Iterator[str]:
    guess = _("（暂按推算，该年放假通知未公布）") if found.provisional else ""
    yield _("到期日：{due}{guess}").format(due=found.due, guess=guess)
    counted = 0
    for line in found.days:
        counted += line.counts
        mark = f"{counted:>4}" if line.counts else "   –"
        name = office.calendar.name(line.date) or ""
        yield f"{mark}  {line.date}  {DAYS[line.why]} {name}".rstrip()


@click.command("check", help=_("核对身份号码、统一社会信用代码或运单号"))
@click.argument("kind", type=click.Choice(["id", "uscc", "waybill"]))
@click.argument("number", metavar="VALUE")
@click.pass_obj
def check_command(office: Office, kind: str, number: str) -> None:
    """The verdict on a number."""
    verdict = _verdict(office, kind, number)
    message = verdict_sentence(verdict)
    lines = [f"{label(verdict.level)}：{message}"]
    value = {"level": verdict.level, "message": message}
    answer(value, lines, ok=verdict.level is not Level.ERROR)


def _verdict(office: Office, kind: str, number: str) -> Verdict:
    if kind == "id":
        return check_person_id(number, office.now().date())
    return check_uscc(number) if kind == "uscc" else check_waybill(number)


COMMANDS: tuple[click.Command, ...] = (deadline_command, check_command)
