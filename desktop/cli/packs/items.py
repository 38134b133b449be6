"""`items`: `list`, `show`, `lint`, and what packs do: `import`, `diff`, `versions`, `withdraw`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from desktop.cli.answer import answer
from desktop.cli.packs import sheets
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.packs.changes import plain
from desktop.domain.packs.kept import completed
from desktop.domain.packs.lint import Finding, FindingLevel, lint
from desktop.domain.packs.versions import SHIPPED, Version
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.encode import item_form
from desktop.services.packs.incoming import incoming
from desktop.services.packs.pinyin import load_readings
from desktop.services.packs.publish import findings_on, publish, withdraw
from desktop.services.packs.publishing.compare import differences
from desktop.wording import _
from desktop.wording.guidance.items import (
    LEVELS,
    finding_article,
    finding_sentence,
    guidance_refusal,
    limit_text,
)
from desktop.wording.guidance.packs import PARTS, change_sentence, version_line
from resources import ROOT

FILE = click.Path(path_type=Path)


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
        pack = incoming(office, file) if file else None
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


@items.command("import", help=_("发布一个事项包：全部采用或全部不用"))
@click.argument("file", type=FILE)
@click.pass_obj
def import_command(office: Office, file: Path) -> None:
    """Publish a pack at once, as the station."""
    readings = load_readings(ROOT / "catalog/readings.json")
    done = publish(office, incoming(office, file), source=file.name, readings=readings)
    value: dict[str, Any] = {
        "added": done.added,
        "changed": done.changed,
        "same": done.same,
        "findings": findings_value(done.findings, office.catalogue),
    }
    told = _("新增 {added} 项，变更 {changed} 项，未变 {same} 项；提示 {findings} 条。")
    counts = {name: len(value[name]) for name in ("added", "changed", "same", "findings")}
    others = (
        _("{part}：新增 {added} 条，变更 {changed} 条，未变 {same} 条。").format(
            part=PARTS[part], added=len(one.added), changed=len(one.changed), same=len(one.same)
        )
        for part, one in done.parts.items()
    )
    answer(value, [told.format(**counts), *others])


@items.command("diff", help=_("一个事项包与现行内容的差别，逐项列出"))
@click.argument("file", type=FILE)
@click.pass_obj
def diff_command(office: Office, file: Path) -> None:
    """What the pack would change in its items; nothing is written."""
    pack = completed(office.catalogue, incoming(office, file))
    told = [(one, change_sentence(one, old, new)) for one, old, new in differences(office, pack)]
    value = [
        {
            "item": change.item,
            "field": ".".join(filter(None, (change.part, change.field))),
            "key": change.key,
            "before": plain(change.before),
            "after": plain(change.after),
            "message": message,
        }
        for change, message in told
    ]
    lines = (f"{change.item}  {message}" for change, message in told)
    answer(value, lines if told else [_("没有差别。")])


@items.command("versions", help=_("一个事项的各个版本"))
@click.argument("item", metavar="ID")
@click.pass_obj
def versions_command(office: Office, item: str) -> None:
    """Every version of the item, what ships first."""
    versions = office.store.views.item_versions(item)
    if not versions:
        office.item(item)
    current = office.versions.get(item, SHIPPED)
    value: list[dict[str, object]] = []
    lines: list[str] = []
    if item in office.shipped.items:
        value.append({**NOTHING_SAID, "in_force": current == SHIPPED})
        lines.append(version_line(SHIPPED, None, current == SHIPPED))
    value += [version_value(one, current) for one in versions]
    lines += [version_line(one.number, one, one.number == current) for one in versions]
    answer(value, lines)


@items.command("withdraw", help=_("取消一个事项：自该日起找不到，在办的照旧"))
@click.argument("item", metavar="ID")
@click.option("--from", "day", type=click.DateTime(["%Y-%m-%d"]), help=_("自哪天起，默认今天"))
@click.pass_obj
def withdraw_command(office: Office, item: str, day: datetime | None) -> None:
    """Publish the item's end, as the station."""
    first = day.date() if day else office.today()
    withdraw(office, item, first)
    told = _("{item} 自 {day} 起取消；在办的办件不受影响。")
    answer({"item": item, "from": first.isoformat()}, [told.format(item=item, day=first)])


NOTHING_SAID: dict[str, object] = {
    "number": SHIPPED, "label": "", "from": None, "until": None, "source": "", "clerk": "",
    "published_at": None,
}  # fmt: skip


def version_value(version: Version, current: int) -> dict[str, object]:
    """A version as `items versions` gives it; both days included."""
    return {
        "number": version.number,
        "label": version.label,
        "from": version.first.isoformat(),
        "until": version.last and version.last.isoformat(),
        "source": version.source,
        "clerk": version.clerk,
        "published_at": version.published_at,
        "in_force": version.number == current,
    }


for _command in sheets.COMMANDS:
    items.add_command(_command)


def findings_value(found: Iterable[Finding], catalogue: Catalogue) -> list[dict[str, object]]:
    """Findings as `items lint` gives them."""
    return [
        {
            "item": finding.item,
            "rule": finding.rule,
            "level": finding.level,
            "message": finding_sentence(finding),
            "article": finding_article(finding, catalogue),
        }
        for finding in found
    ]


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
