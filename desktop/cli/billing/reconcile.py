"""`reconcile`: a carrier's monthly bill line by line. `tariff`: what the contract says it costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import MONTH
from desktop.domain.billing.facts import BillingFacts
from desktop.domain.billing.rows import Row
from desktop.domain.billing.tariff import Tariff
from desktop.domain.billing.verdicts import Verdict
from desktop.domain.courier.carriers import CARRIERS
from desktop.domain.halls.roles import STATION
from desktop.services.billing import keeping
from desktop.services.billing.comparing import Reconciled, beside, imported, read
from desktop.services.billing.terms import Terms, load_terms, publish_tariff, tariffs
from desktop.services.cases.papers import UNNUMBERED, prepare
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.billing.table import workbook
from desktop.wording.billing.words import (
    SAMPLE,
    month_text,
    note_text,
    verdict_text,
    weight_text,
    yuan,
)
from desktop.wording.labels import carrier_label
from resources import ROOT

FORMATS = (".pdf", ".xlsx")


@click.command(
    "reconcile",
    help=_(
        "对账：把承运人的月账单（XLSX、CSV）与本厅寄出的快件逐单核对。只核对，不留痕；"
        "--keep 才导入。全部一致退出码 0，有差异或被拒绝退出码 1"
    ),
)
@click.argument("bill", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--month", type=MONTH, required=True, metavar="YYYY-MM", help=_("哪个月的账单"))
@click.option(
    "--carrier",
    "code",
    type=click.Choice([one.code for one in CARRIERS]),
    default=None,
    help=_("承运人；不写则看账单里写的是谁，再看账单里谁的运单最多"),
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("对账确认单写到 .pdf（未确认的标预览）或明细写到 .xlsx"),
)
@click.option("--keep", is_flag=True, help=_("导入这份账单，替换同一承运人同一月尚未确认的一份"))
@click.pass_obj
def reconcile_command(
    office: Office, bill: Path, month: date, code: str | None, out: Path | None, keep: bool
) -> None:
    """Exactly the seven verdicts with `--json`; exit 1 where any line differs or the total does."""
    if out is not None and out.suffix.lower() not in FORMATS:
        raise click.BadParameter(_("只能写 .pdf 或 .xlsx"), param_hint="--out")
    terms, views = load_terms(ROOT / "courier"), office.store.views
    told = beside(
        views,
        terms,
        read(office.spreadsheets(), views, terms, bill, f"{month:%Y-%m}", code or ""),
    )
    notes = []
    if keep:
        told, note = _kept(office, terms, told)
        notes.append(note)
    facts = told.facts()
    if out is not None:
        _write(office, told, out)
        notes.append(_("已写到 {name}").format(name=out.name))
    if facts.misadded:
        click.echo(_misadded(facts), err=True)
    value = {verdict.value: [_value(row) for row in _of(told, verdict)] for verdict in Verdict}
    agreed = all(row.verdict is Verdict.MATCHED for row in told.rows) and not facts.misadded
    answer(value, [*_lines(told, facts), *notes], ok=agreed)


@click.group("tariff", invoke_without_command=True, help=_("快递资费：不写子命令即列出在用的"))
@click.pass_context
def tariff_group(ctx: click.Context) -> None:
    """Those that ship and those published, with their days and zones."""
    if ctx.invoked_subcommand is None:
        office: Office = ctx.obj
        known = tariffs(office.store.views, load_terms(ROOT / "courier"))
        answer(known, [line for one in known for line in _tariff_lines(one)])


@tariff_group.command("publish", help=_("发布合同资费（格式同 resources/courier/tariff.json）"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def publish_command(office: Office, file: Path) -> None:
    """Every carrier of the file or none."""
    found = publish_tariff(office, STATION, file)
    answer(found, [line for one in found for line in _tariff_lines(one)])


def _kept(office: Office, terms: Terms, told: Reconciled) -> tuple[Reconciled, str]:
    done = keeping.keep(office, STATION, told.bill)
    note = _("这份账单已经导入过，没有重复。") if done.same else _("账单已导入。")
    if done.replaced:
        note = _("账单已导入，替换了原来的一份；原来的留在日志里。")
    return imported(office.store.views, terms, done.id), note


def _write(office: Office, told: Reconciled, out: Path) -> None:
    """A signed-off bill's sheet as it was signed, any other as a preview; or the workbook."""
    if out.suffix.lower() == ".xlsx":
        disputes = told.account.disputes if told.account else {}
        office.spreadsheets().write(out, workbook(told.facts(), told.rows, disputes))
        return
    signed = told.account.signed if told.account else None
    if signed is not None:
        printing = prepare(office, signed.paper)
        out.write_bytes(office.renderer.paper(printing.facts, reprint=printing.reprint))
        return
    facts = keeping.sheet(office, STATION, told, UNNUMBERED)
    out.write_bytes(office.renderer.paper(facts, preview=True))


def _of(told: Reconciled, verdict: Verdict) -> list[Row]:
    return [row for row in told.rows if row.verdict is verdict]


def _value(row: Row) -> dict[str, object]:
    return {
        "waybill": row.waybill,
        "row": row.row or None,
        "day": row.day,
        "amount": row.amount,
        "expected": row.expected,
        "difference": row.difference,
        "grams": row.grams or None,
        "our_grams": row.our_grams or None,
        "destination": row.place,
        "zone": row.zone,
        "shipment": row.shipment,
        "cases": [case.number for case in row.cases],
        "billed_in": row.billed_in,
        "note": note_text(row),
    }


def _lines(told: Reconciled, facts: BillingFacts) -> Iterator[str]:
    yield f"{carrier_label(facts.carrier)}  {month_text(facts.month)}  {facts.file}"
    if told.tariff is None:
        yield _("没有这家承运人这个月的资费，金额都没有核。")
    elif facts.sample:
        yield SAMPLE
    for one in facts.sums:
        yield _("{verdict}  {n} 单  账单 {amount}  按资费 {expected}").format(
            verdict=verdict_text(one.verdict), n=one.lines, amount=yuan(one.amount),
            expected=yuan(one.expected),
        )  # fmt: skip
    for row in told.rows:
        if row.verdict is not Verdict.MATCHED:
            yield _line(row)
    yield _("逐行相加 {total} 元").format(total=yuan(facts.total))


def _line(row: Row) -> str:
    place = _("第 {n} 行").format(n=row.row) if row.row else row.shipment
    figures = _("账单 {amount} 元 {grams}，本厅 {expected} 元 {ours}").format(
        amount=yuan(row.amount), grams=weight_text(row.grams), expected=yuan(row.expected),
        ours=weight_text(row.our_grams),
    )  # fmt: skip
    told = (verdict_text(row.verdict), place, row.waybill or "—", figures, note_text(row))
    return "  " + "  ".join(part for part in told if part)


def _misadded(facts: BillingFacts) -> str:
    return _("账单自称合计 {stated} 元，逐行相加是 {total} 元，请承运人说明。").format(
        stated=yuan(facts.stated), total=yuan(facts.total)
    )


def _tariff_lines(one: Tariff) -> Iterator[str]:
    until = one.valid_until or _("长期")
    mark = _("（示例）") if one.sample else ""
    yield f"{carrier_label(one.carrier)}{mark}  {one.valid_from} — {until}  {one.source}"
    for zone in one.zones:
        yield _("  {zone}：首重 {first} 克 {price} 元，续重每 {step} 克 {more} 元").format(
            zone=zone.name, first=zone.first_grams, price=zone.first_price, step=zone.step_grams,
            more=zone.step_price,
        )  # fmt: skip


COMMANDS: tuple[click.Command, ...] = (reconcile_command, tariff_group)
