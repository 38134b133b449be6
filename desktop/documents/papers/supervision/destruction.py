"""销毁清单: how many, which, on what ground, who approved, and until when backups hold them."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers.handling.rows import stated
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.supervision.retention.facts import DestroyedCase, DestructionFacts
from desktop.domain.supervision.retention.rows import Keeps
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.papers import NONE, day_text, moment_text
from desktop.wording.supervision.oversight import years_text
from desktop.wording.supervision.retention import BACKUPS, DESTROYED


def destruction(page: Page, facts: PaperFacts) -> list[Strip]:
    """Nobody's name stands on it."""
    told = stated(facts, facts.destruction)
    left = tuple(one for one in told.cases if one.left)
    return [
        *pairs(page, _head(facts, told)),
        *titled(page, _("已销毁　共 {n} 件").format(n=len(told.destroyed)), _cases(page, told)),
        *(titled(page, _("列入而未销毁　共 {n} 件").format(n=len(left)), _left(page, left))),
        blank(page.size * 0.5),
        *paragraph(page, DESTROYED.format(entries=told.entries)),
        *_backups(page, told),
    ]


def _head(facts: PaperFacts, told: DestructionFacts) -> list[Pair]:
    second = told.second or (
        _("单人办理，理由：{why}").format(why=told.alone) if told.alone else NONE
    )
    return [
        (_("大厅"), facts.issuer.hall, _("批准时刻"), moment_text(told.approved_at.isoformat())),
        (_("批准人"), told.approver, _("第二人"), second),
        (_("销毁理由"), told.reason),
        (
            _("列入"), _("{n} 件").format(n=len(told.cases)),
            _("已销毁"), _("{n} 件").format(n=len(told.destroyed)),
        ),
    ]  # fmt: skip


def _cases(page: Page, told: DestructionFacts) -> list[Strip]:
    columns = (
        Column(_("序号"), fixed=9, align="right"),
        Column(_("办件编号"), fixed=36),
        Column(_("事项"), share=1),
        Column(_("办结日"), fixed=20),
        Column(_("保存期"), fixed=13, align="right"),
        Column(_("可销毁日"), fixed=20),
    )
    rows = [(str(n), *_row(one)) for n, one in enumerate(told.destroyed, 1)]
    return table(page, columns, rows or [("", NONE, "", "", "", "")])


def _left(page: Page, left: tuple[DestroyedCase, ...]) -> list[Strip]:
    if not left:
        return []
    columns = (
        Column(_("办件编号"), fixed=36), Column(_("事项"), share=1), Column(_("原因"), fixed=42)
    )  # fmt: skip
    return table(page, columns, [(one.case, one.item_name, _why(one.left)) for one in left])


def _row(one: DestroyedCase) -> tuple[str, ...]:
    return (
        one.case, one.item_name, f"{one.ended_on:%Y-%m-%d}", years_text(one.years),
        f"{one.since:%Y-%m-%d}",
    )  # fmt: skip


def _why(left: str) -> str:
    if left in {one.value for one in Keeps}:
        return label(Keeps(left))
    if left == "unknown":
        return _("本机已没有这件的数据")
    return _("尚未执行") if left == "held" else _("保存期有变，未满")


def _backups(page: Page, told: DestructionFacts) -> list[Strip]:
    if told.backups_until is None:
        return []
    return paragraph(page, BACKUPS.format(day=day_text(told.backups_until)))
