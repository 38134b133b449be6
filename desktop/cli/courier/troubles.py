"""`troubles`: parcels that somebody has to deal with, what is due first on top; and their days."""

from __future__ import annotations

import click

from desktop.cli.answer import answer
from desktop.domain.courier.troubles.entries import TermsSet
from desktop.domain.courier.troubles.kinds import Owner, Trouble
from desktop.domain.halls.roles import STATION
from desktop.services.courier.troubles.terms import set_terms, terms_of
from desktop.services.courier.troubles.worklist import Troubled, worklist
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.labels import label


@click.group(
    "troubles",
    invoke_without_command=True,
    help=_("快件问题：要处理的快件，先到期的在前；另有天数"),
)
@click.option("--all", "everything", is_flag=True, help=_("连同等答复和已暂缓的"))
@click.pass_context
def troubles_command(ctx: click.Context, everything: bool) -> None:
    """Nothing of the applicant. Exit code 1 where something is due today: for a scheduler."""
    if ctx.invoked_subcommand is not None:
        return
    office: Office = ctx.obj
    found, today = worklist(office), office.today()
    rows = [*found.calling, *(found.waiting + found.quiet if everything else ())]
    due = found.due(today)
    total = _("要处理 {n} 件，今天到期 {due} 件，等答复 {waiting} 件，已暂缓 {quiet} 件").format(
        n=len(found.calling), due=due, waiting=len(found.waiting), quiet=len(found.quiet)
    )
    answer([_value(one) for one in rows], [*map(_line, rows), total], ok=not due)


def _value(one: Troubled) -> dict[str, object]:
    row = one.seen.row
    return {
        "shipment": one.number,
        "carrier": row.carrier,
        "waybill": row.waybill,
        "cases": row.cases,
        "troubles": [
            {
                "trouble": found.trouble,
                "since": found.since,
                "due": found.due,
                "owner": found.owner,
                "step": found.step,
                "article": found.article,
                "sample": found.sample,
                "waiting": found.waiting,
                "quiet_until": found.quiet_until,
            }
            for found in one.found
        ],
    }


def _line(one: Troubled) -> str:
    first = one.first
    told = (
        one.number, one.seen.row.waybill or "—", label(first.trouble), first.due.isoformat(),
        label(first.owner), label(first.step),
    )  # fmt: skip
    return "  ".join(told)


@troubles_command.command("terms", help=_("每种问题几天算、几个工作日内处理、谁办；不写选项即显示"))
@click.option("--trouble", type=click.Choice([one.value for one in Trouble]), help=_("哪种问题"))
@click.option("--days", type=int, help=_("几天算问题"))
@click.option("--near-days", type=int, help=_("同城几天"))
@click.option("--within", type=int, help=_("几个工作日内处理"))
@click.option("--owner", type=click.Choice([one.value for one in Owner]), help=_("谁办"))
@click.option("--reason", default="", help=_("为什么改"))
@click.pass_obj
def terms_command(
    office: Office,
    trouble: str | None,
    days: int | None,
    near_days: int | None,
    within: int | None,
    owner: str | None,
    reason: str,
) -> None:
    """What is not given stays as it is."""
    if trouble is not None:
        now = terms_of(office).of(Trouble(trouble))
        told = TermsSet(
            trouble=now.trouble,
            days=now.days if days is None else days,
            within=now.within if within is None else within,
            owner=now.owner if owner is None else Owner(owner),
            near_days=now.near_days if near_days is None else near_days,
            reason=reason,
        )
        set_terms(office, STATION, told)
    shown = terms_of(office).troubles
    lines = [
        _("{trouble}  {days} 天  {within} 个工作日内  {owner}{sample}").format(
            trouble=label(one.trouble), days=one.days, within=one.within, owner=label(one.owner),
            sample=_("  示例") if one.sample else "",
        )
        for one in shown
    ]  # fmt: skip
    answer(list(shown), lines)


COMMANDS: tuple[click.Command, ...] = (troubles_command,)
