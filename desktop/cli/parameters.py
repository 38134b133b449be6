"""What may stand on a command line, read strictly: wrong forms are bad usage (exit code 2)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import click

from desktop.domain.policies.amount import read_amount
from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.refusals import sentence

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Day(click.ParamType[date]):
    """A day as 2026-02-12."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        try:
            if not ISO_DAY.fullmatch(str(value)):
                raise ValueError(value)
            return date.fromisoformat(str(value))
        except ValueError:
            told = _("「{value}」不是日期，请写成 2026-02-12。").format(value=value)
            raise click.BadParameter(told, ctx, param) from None


class Span(click.ParamType[tuple[date, date]]):
    """Two days as 2026-03-10..2026-03-20, both included; one day alone is that day."""

    name = "A..B"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        first, found, last = str(value).partition("..")
        begin = Day().convert(first, param, ctx)
        return begin, Day().convert(last, param, ctx) if found else begin


class Amount(click.ParamType[Decimal]):
    """An amount in yuan, or as people write it (3000万)."""

    name = "AMOUNT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        try:
            return read_amount(str(value))
        except Refusal as refusal:
            raise click.BadParameter(sentence(refusal), ctx, param) from None


class Month(click.ParamType[date]):
    """A month as 2026-02; its first day."""

    name = "YYYY-MM"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        try:
            return Day().convert(f"{value}-01", param, ctx)
        except click.BadParameter:
            told = _("「{value}」不是月份，请写成 2026-02。").format(value=value)
            raise click.BadParameter(told, ctx, param) from None


DAY, SPAN, AMOUNT, MONTH = Day(), Span(), Amount(), Month()
