"""`items questions`: how many questions decide the checklist, against asking all."""

from __future__ import annotations

from collections.abc import Iterator

import click

from desktop.cli.answer import answer
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.question_order import Figures, figures
from desktop.services.office import Office
from desktop.wording import _


@click.command("questions", help=_("每个事项平均、最多问几个问题，与全问相比"))
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.pass_obj
def questions_command(office: Office, ids: tuple[str, ...]) -> None:
    """The named items, or all of them, by id."""
    found = [office.item(id) for id in ids or sorted(office.catalogue.items)]
    told = [(item, figures(item)) for item in found]
    answer([_value(item, known) for item, known in told], _lines(told))


def _value(item: ServiceItem, known: Figures) -> dict[str, object]:
    return {
        "item": item.id,
        "questions": known.questions,
        "deciding": known.deciding,
        "mean": round(float(known.mean), 4),
        "worst": known.worst,
    }


def _lines(told: list[tuple[ServiceItem, Figures]]) -> Iterator[str]:
    line = _("{id}  共 {all} 问，起作用 {deciding} 问；平均问 {mean:.2f}，最多 {worst}  {name}")
    for item, known in told:
        yield line.format(
            id=item.id,
            name=item.name,
            all=known.questions,
            deciding=known.deciding,
            mean=float(known.mean),
            worst=known.worst,
        )
    mean = sum(float(known.mean) for _item, known in told)
    total = _("全问 {all} 问，按此顺序平均 {mean:.2f} 问；各种能区分的情形按同样可能计算。")
    yield total.format(all=sum(known.questions for _item, known in told), mean=mean)
    yield _("“是否委托他人代办”算一问：接待里由“谁来办”一并答了。")
