"""`items list`, `show` and `lint`; what packs do stands in `desktop.cli.packs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.cli.packs import COMMANDS, FILE, findings_value
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.lint import Finding, FindingLevel, lint
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.encode import item_form
from desktop.services.packs.incoming import incoming
from desktop.services.packs.publish import findings_on
from desktop.wording import _
from desktop.wording.guidance.items import (
    LEVELS,
    finding_sentence,
    guidance_refusal,
    limit_text,
)


@click.group("items", help=_("事项目录：list、show、lint、import、diff、versions、withdraw"))
def items() -> None:
    """The catalogue's items."""


@items.command("list", help=_("全部事项"))
@click.pass_obj
def list_command(office: Office) -> None:
    """Every item in force, by id."""
    found = sorted(office.catalogue.items.values(), key=lambda item: item.id)
    value = [{"id": item.id, "name": item.name, "type": item.type} for item in found]
    answer(value, (f"{item.id}  {item.name}  {item.type}  {item.status}" for item in found))


@items.command("show", help=_("一个事项的全部内容"))
@click.argument("item", metavar="ID")
@click.pass_obj
def show_command(office: Office, item: str) -> None:
    """One item, as its file has it."""
    found = office.item(item)
    answer(item_form(found), _item_lines(found))


@items.command("lint", help=_("检查事项目录，或一个事项包"))
@click.argument("file", type=FILE, required=False)
@click.pass_obj
def lint_command(office: Office, file: Path | None) -> None:
    """The findings on what is in force, or on a pack; a broken pack is one red finding."""
    try:
        pack = incoming(office, file).pack if file else None
    except Refusal as refusal:
        message = guidance_refusal(refusal) or refusal.code
        value = {
            "item": str(refusal.data.get("path", "")),
            "rule": refusal.code,
            "level": FindingLevel.RED,
            "message": message,
            "article": None,
        }
        answer([value], [message], ok=False)
        return
    current = office.catalogue
    found = findings_on(current, pack) if pack else lint(current)
    red = sum(finding.level is FindingLevel.RED for finding in found)
    answer(findings_value(found, current), _finding_lines(found, red), ok=not red)


for _command in COMMANDS:
    items.add_command(_command)


def _finding_lines(found: list[Finding], red: int) -> Iterator[str]:
    for finding in found:
        yield f"{LEVELS[finding.level]}  {finding.item}  {finding_sentence(finding)}"
    yield _("红 {red} 条，黄 {yellow} 条。").format(red=red, yellow=len(found) - red)


def _item_lines(item: ServiceItem) -> Iterator[str]:
    yield f"{item.id} {item.name}（{item.type}，{item.status}）"
    yield _("法定时限：{limit}").format(limit=limit_text(item.statutory_limit))
    sample = "" if item.approved else _("（示例，未核定）")
    promised = limit_text(item.commitment_limit)
    yield _("承诺时限：{limit}{sample}").format(limit=promised, sample=sample)
    for question in item.questions:
        yield f"  {question.id} {question.text} {' / '.join(question.options)}"
    for number, material in enumerate(item.materials, 1):
        yield f"  {number:>2} {material.key} {material.name}（{material.necessity}）"
