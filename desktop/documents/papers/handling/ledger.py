"""办理期限计算表: every clock of the case day by day, so that anybody can count it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank, kept
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling import rows
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.ledger import LedgerDay, Section
from desktop.wording import _
from desktop.wording.counting import (
    HOW_COUNTED,
    HOW_COUNTED_BY_LAW,
    PROVISIONAL,
    WEEKDAYS,
    acts_text,
    clock_text,
    days_text,
    holiday,
    limit_text,
    number_text,
    verdict,
    why_text,
)
from desktop.wording.handling.acts import article
from desktop.wording.papers import day_text, is_licence, moment_text


def ledger(page: Page, facts: PaperFacts) -> list[Strip]:
    """How it is counted, then per clock: article, day 0, limit, due, met, verdict, all its days."""
    told = HOW_COUNTED_BY_LAW if is_licence(facts) else HOW_COUNTED
    if any(section.term.provisional for section in facts.sections):
        told += PROVISIONAL
    strips = [
        *pairs(page, [*rows.matter(facts), (_("计算截至"), moment_text(facts.issued_at))]),
        blank(page.size * 0.5),
        *paragraph(page, told),
    ]
    for section in facts.sections:
        strips += _section(page, facts, section)
    return strips


def _section(page: Page, facts: PaperFacts, section: Section) -> list[Strip]:
    until = date.fromisoformat(facts.issued_at[:10])
    found = article(section.clock, facts.item_type)
    head: list[Pair] = [
        *([(_("依据"), found)] if found else []),
        (_("起算日"), day_text(section.start), _("完成日"), day_text(section.met) or "—"),
        *([(_("期限和到期日"), limit_text(section))] if section.term.due else []),
        (_("结论"), verdict(section, until)),
    ]
    return [
        *titled(page, clock_text(section), kept(pairs(page, head))),
        blank(page.size * 0.8, keep=True),
        *_days(page, section),
    ]


def _days(page: Page, section: Section) -> list[Strip]:
    columns = (
        Column(_("日期"), fixed=41),
        Column(_("星期"), fixed=9.5, align="centre"),
        Column(_("第几日"), fixed=12, align="centre"),
        Column(_("计入"), fixed=8, align="centre"),
        Column(_("为什么"), share=2),
        Column(_("当日行为"), share=1),
    )
    return table(page, columns, [_row(section, run) for run in runs(section.days)])


def _row(section: Section, run: tuple[LedgerDay, ...]) -> tuple[str, ...]:
    first, last = run[0], run[-1]
    weekday = WEEKDAYS[first.date.weekday()]
    if last is not first:
        weekday += f"—{WEEKDAYS[last.date.weekday()]}"
    return (
        days_text(first.date, last.date),
        weekday,
        number_text(first),
        _("计") if first.counts else _("不计"),
        why_text(section, run),
        acts_text(section, first),
    )


def runs(days: tuple[LedgerDay, ...]) -> Iterator[tuple[LedgerDay, ...]]:
    """Days for rows: a counting day and a day on which something was done stand alone, days that
    do not count for the same reason stand together.
    """
    run: list[LedgerDay] = []
    for day in days:
        if run and not _alike(run[-1], day):
            yield tuple(run)
            run = []
        run.append(day)
    if run:
        yield tuple(run)


def _alike(one: LedgerDay, other: LedgerDay) -> bool:
    plain = not (one.counts or other.counts or one.acts or other.acts)
    return plain and (one.why, holiday(one)) == (other.why, holiday(other))
