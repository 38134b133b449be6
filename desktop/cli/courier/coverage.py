"""免费寄递范围 by command: what holds, and another put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.domain.courier.coverage import CoverageSet
from desktop.domain.halls.roles import STATION
from desktop.services.courier import coverage as verbs
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.parcels.coverage import coverage_set


@click.group("coverage", help=_("免费寄递范围：show、set"))
def coverage() -> None:
    pass


@coverage.command("show", help=_("现在的范围"))
@click.pass_obj
def show(office: Office) -> None:
    rule = verbs.rule_of(office)
    answer(rule, _lines(rule))


@coverage.command("set", help=_("发布另一个范围；文件格式同 resources/courier/coverage.json"))
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def set_command(office: Office, file: Path) -> None:
    rule = verbs.publish(office, STATION, verbs.read(file))
    answer(rule, _lines(rule))


def _lines(rule: CoverageSet) -> Iterator[str]:
    yield coverage_set(rule)
    yield _("方向：{text}").format(text="、".join(map(label, rule.directions)))
    yield _("目的地：{text}").format(text="、".join(rule.provinces) or _("全国"))
    if rule.districts:
        yield _("区县：{text}").format(text="、".join(rule.districts))
    if rule.excluded_provinces:
        yield _("不寄往：{text}").format(text="、".join(rule.excluded_provinces))
    if rule.items or rule.excluded_items:
        only = "、".join(rule.items) or _("全部")
        yield _("事项：{only}；不含：{none}").format(
            only=only, none="、".join(rule.excluded_items) or "—"
        )
    if rule.parcels_per_case:
        yield _("每件办件每个方向最多 {n} 件快递").format(n=rule.parcels_per_case)


COMMANDS = (coverage,)
