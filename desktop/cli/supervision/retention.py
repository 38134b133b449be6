"""`retention list|hold|set|purge`: what is kept beyond its term, what holds it, and its destruction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from desktop.cli.answer import answer
from desktop.domain.halls.roles import STATION
from desktop.domain.supervision.retention.entries import HoldGround, HoldSet
from desktop.domain.supervision.retention.rows import KeptRow
from desktop.services.custody.rule import Signature
from desktop.services.halls.clerks import unlock
from desktop.services.office import Office
from desktop.services.supervision.retention import destroying, terms
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.supervision.oversight import hold_text, years_text


@click.group("retention", help=_("保存期：到期可清除的办件、暂停清除、各事项的年限、销毁"))
def retention_command() -> None:
    """What is listed names nobody."""


@retention_command.command("list", help=_("保存期已满的办件；--held 只看暂停清除的"))
@click.option("--held", is_flag=True, help=_("到期而暂停清除的，连同事由"))
@click.option("--terms", "shown", is_flag=True, help=_("各事项的保存年限"))
@click.pass_obj
def list_command(office: Office, held: bool, shown: bool) -> None:
    """Over longest first."""
    if shown:
        known = terms.item_terms(office)
        lines = [
            f"{one.item}  {one.name}  {years_text(one.years)}{_mark(one.sample)}" for one in known
        ]
        answer(known, lines)
        return
    rows = destroying.purgeable(office, held=held, limit=destroying.ALL)
    free, kept = destroying.count(office)
    total = _("可清除 {free} 件，暂停清除 {kept} 件").format(free=free, kept=kept)
    answer([_value(row) for row in rows], [*map(_line, rows), total])


@retention_command.command("hold", help=_("暂停清除一件办件；--end 解除"))
@click.argument("case")
@click.option(
    "--ground",
    type=click.Choice([one.value for one in HoldGround]),
    default="other",
    help="、".join(f"{one.value} {label(one)}" for one in HoldGround),
)
@click.option("--reason", required=True, help=_("为什么"))
@click.option("--end", is_flag=True, help=_("解除"))
@click.pass_obj
def hold_command(office: Office, case: str, ground: str, reason: str, end: bool) -> None:
    """The words are sealed under the case's key."""
    told = HoldSet(held=not end, ground=HoldGround(ground), note=reason)
    destroying.set_hold(office, STATION, case, told)
    answer({"case": case, "held": told.held}, [_("已记下。")])


@retention_command.command("set", help=_("另定一个事项的保存年限（0 为永久）"))
@click.argument("item")
@click.argument("years", type=int)
@click.option("--reason", required=True, help=_("依据"))
@click.pass_obj
def set_command(office: Office, item: str, years: int, reason: str) -> None:
    """Over what its type ships with."""
    now = terms.rule(office)
    told = replace(now, years={**now.years, item: years}, reason=reason)
    changed = terms.set_rule(office, STATION, told)
    answer({"item": item, "years": years, "changed": changed}, [f"{item}  {years_text(years)}"])


@retention_command.command(
    "purge",
    help=_("销毁：所列或全部到期的办件。须照样写出 --confirm 和第二人；被打断的写 --resume 接着办"),
)
@click.argument("cases", nargs=-1)
@click.option("--all", "everything", is_flag=True, help=_("全部可清除的"))
@click.option("--reason", default="", help=_("销毁理由"))
@click.option("--confirm", default="", metavar="销毁N件", help=_("照样写出以确认"))
@click.option("--first", default="", metavar="工号", help=_("批准人工号；PIN 在屏幕上询问"))
@click.option("--second", default="", metavar="工号", help=_("第二人工号；PIN 在屏幕上询问"))
@click.option("--alone", default="", help=_("只有一人时的理由（本厅允许的）"))
@click.option("--resume", default="", metavar="清单编号", help=_("接着办这份销毁清单"))
@click.pass_obj
def purge_command(
    office: Office,
    cases: tuple[str, ...],
    everything: bool,
    reason: str,
    confirm: str,
    first: str,
    second: str,
    alone: str,
    resume: str,
) -> None:
    """Approved, purged case by case, and then the list's paper."""
    if everything and cases:
        raise click.UsageError(_("写办件编号，或写 --all，不能两样都写。"))
    number = resume
    if not number:
        told = _asked(office, cases, everything)
        clerk = unlock(office, first, _secret(_("批准人 PIN 或密码"))) if first else STATION
        secret = _secret(_("第二人 PIN 或密码")) if second else ""
        signature = Signature(second, secret, alone)
        number = destroying.approve(office, clerk, told, reason, confirm, signature)
    paper = destroying.run(office, STATION, number)
    row = destroying.load(office, number)
    until = f"{row.backups_until}" if row.backups_until else None
    done = _("已销毁 {done} 件，清单 {paper}；备份至 {until} 全部过期。").format(
        done=row.done, paper=paper, until=until
    )
    value = {
        "list": number, "paper": paper, "approved": row.cases, "purged": row.done,
        "backups_until": until,
    }  # fmt: skip
    answer(value, [done], ok=row.done == row.cases)


def _secret(words: str) -> str:
    return str(click.prompt(words, hide_input=True, err=True))


def _asked(office: Office, cases: Sequence[str], everything: bool) -> Sequence[str]:
    if not everything:
        return cases
    rows = destroying.purgeable(office, limit=destroying.MOST)
    return [row.case for row in rows]


def _mark(sample: bool) -> str:
    return _("  示例") if sample else ""


def _value(row: KeptRow) -> dict[str, object]:
    return {
        "case": row.case,
        "item": row.item,
        "ended_on": row.ended_on,
        "years": row.years,
        "since": row.since,
        "holds": [{"why": one.why, "told": one.told} for one in row.holds],
    }


def _line(row: KeptRow) -> str:
    told = (
        row.case, row.item_name, _("办结 {day}").format(day=row.ended_on), years_text(row.years),
        _("{day} 起").format(day=row.since), *map(hold_text, row.holds),
    )  # fmt: skip
    return "  ".join(told)


COMMANDS: tuple[click.Command, ...] = (retention_command,)
