"""`items`, `checklist`, `theme`, `policy`, `scope`: what the catalogue knows, asked from a command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.cli.checks import check_command, deadline_command
from desktop.cli.packs.items import items
from desktop.cli.packs.questions import questions_command
from desktop.cli.policies.scope import scope_command
from desktop.cli.policies.support import policy_command
from desktop.domain.cases.draft import Draft
from desktop.domain.guidance.checklist import Checklist, ChecklistLine, resolve
from desktop.domain.guidance.citation import cite_all
from desktop.domain.halls.roles import STATION
from desktop.domain.refusal import Refusal
from desktop.domain.themes.figures import savings
from desktop.domain.themes.members import unknown
from desktop.services.cases.papers import preview_advance
from desktop.services.guidance.english import load_english
from desktop.services.office import Office
from desktop.services.themes.papers import preview
from desktop.wording import _
from desktop.wording.guidance.items import NEEDS, reason_sentence
from desktop.wording.log import NO_FOLDER, NO_RIGHT
from resources import ROOT

TARGET = click.Path(path_type=Path, dir_okay=False)


@click.command("checklist", help=_("某一情形要交哪些材料，为什么"))
@click.argument("item", metavar="ID")
@click.argument("more", nargs=-1, metavar="")
@click.option("--answer", "answers", multiple=True, metavar="Q=OPTION", help=_("情形，可重复"))
@click.option("--licence", "licences", multiple=True, metavar="E1", help=_("已有电子证照，可重复"))
@click.option(
    "--pdf", type=TARGET, metavar="FILE", help=_("另存办事清单的预览（预览—无效，无编号）")
)
@click.option("--english", is_flag=True, help=_("预览用中英对照，以中文为准"))
@click.pass_obj
def checklist_command(
    office: Office,
    item: str,
    more: tuple[str, ...],
    answers: tuple[str, ...],
    licences: tuple[str, ...],
    pdf: Path | None,
    english: bool,
) -> None:
    """The checklist of one situation. Further words are answers (with =) or e-licences."""
    further = [word for word in more if "=" not in word]
    given = parsed_answers([*answers, *(word for word in more if "=" in word)])
    held = known_licences(office, [*licences, *further])
    found = resolve(office.item(item), given, held)
    if pdf:
        draft = Draft(id="", visit="", item=item, answers=given, licences=held)
        texts = load_english(ROOT / "i18n/en") if english else None
        _write(pdf, preview_advance(office, STATION, draft, texts))
    answer(_checklist(found, office), _checklist_lines(found, office))


def parsed_answers(words: list[str]) -> dict[str, tuple[str, ...]]:
    """`q=option` words; one that repeats chooses several, `q=` alone chooses none."""
    given: dict[str, tuple[str, ...]] = {}
    for word in words:
        question, found, option = word.partition("=")
        if not found or not question:
            raise click.UsageError(_("「{word}」应写成 问题=选项。").format(word=word))
        given[question] = (*given.get(question, ()), *([option] if option else []))
    return given


def known_licences(office: Office, words: list[str]) -> frozenset[str]:
    """The ids of e-licences, or of shared records the clerk has; refuses `unknown_licence`."""
    held = frozenset(part for word in words for part in word.split(",") if part)
    known = office.catalogue.e_licences.keys() | office.catalogue.data_shares.keys()
    for licence in sorted(held - known):
        raise Refusal("unknown_licence", licence=licence)
    return held


def _checklist(found: Checklist, office: Office) -> dict[str, object]:
    return {
        "item": found.item.id,
        "materials": [_line(line, found, office) for line in found.lines],
        "routing": [hint.then for hint in found.routing],
        "unanswered": found.unanswered,
        "counts": {"listed": found.listed, "to_submit": found.to_submit},
    }


def _line(line: ChecklistLine, found: Checklist, office: Office) -> dict[str, object]:
    return {
        "key": line.material.key,
        "name": line.material.name,
        "state": line.need,
        "reason": reason_sentence(line, found.item, office.catalogue, found.answers),
        "basis": cite_all(line.material.legal_source, office.catalogue.sources),
    }


def _checklist_lines(found: Checklist, office: Office) -> Iterator[str]:
    counts = {"listed": found.listed, "to_submit": found.to_submit}
    yield f"{found.item.id} {found.item.name}"
    yield _("清单 {listed} 项 → 要交 {to_submit} 项").format(**counts)
    for line in found.lines:
        reason = reason_sentence(line, found.item, office.catalogue, found.answers)
        yield f"  {NEEDS[line.need]}  {line.material.name}（{reason}）"
        basis = "；".join(cite_all(line.material.legal_source, office.catalogue.sources))
        yield "        " + _("依据：{basis}").format(basis=basis)
    for hint in found.routing:
        yield _("提示：{then}").format(then=hint.then)
    asked = {question.id: question.text for question in found.item.questions}
    for name in found.unanswered:
        mark = "＊" if name in found.deciding else "  "
        chosen = "、".join(found.answers[name]) or _("无")
        told = _("{mark}未答：{name} {text}（暂按默认：{chosen}）")
        yield told.format(mark=mark, name=name, text=asked[name], chosen=chosen)


@click.command("theme", help=_("一件事合并办理省了什么"))
@click.argument("theme", metavar="ID")
@click.option("--all", "every", is_flag=True, help=_("可选事项也算"))
@click.option(
    "--plan", "to", type=click.Path(path_type=Path), help=_("另存主题办理方案（PDF 预览）")
)
@click.pass_obj
def theme_command(office: Office, theme: str, every: bool, to: Path | None) -> None:
    """The theme's figures, named as the catalogue names them; `list` names the themes."""
    if theme == "list":
        _list_themes(office)
        return
    known = office.catalogue.themes.get(theme)
    if known is None:
        raise Refusal("unknown_theme", theme=theme)
    saved = savings(known, office.catalogue, every)
    if to is not None:
        _write(to, office.renderer.paper(preview(office, known, every), preview=True))
    missing = unknown(known, office.catalogue)
    figures = _("材料 {separate} → {theme} 份，到场 {visits} → {once} 次，{serial} → {path} 天")
    told = figures.format(
        separate=saved.materials_separate,
        theme=saved.materials_theme_total,
        visits=saved.visits_separate_assumed,
        once=saved.visits_theme,
        serial=saved.days_serial,
        path=saved.days_critical_path,
    )
    members = _("{count} 个事项").format(count=saved.members)
    sample = _("时限多为示例，到场次数是假设。")
    lines = [f"{known.id} {known.name}（{members}）", told, sample]
    if missing:
        warning = _("提醒：目录里没有 {ids}，没有计入。")
        click.echo(warning.format(ids="、".join(missing)), err=True)
    answer(asdict(saved), lines)


def _write(to: Path, paper: bytes) -> None:
    try:
        to.write_bytes(paper)
    except OSError as error:
        reason = NO_RIGHT if to.parent.is_dir() else NO_FOLDER
        raise Refusal("cannot_write", name=to.name, reason=reason) from error


def _list_themes(office: Office) -> None:
    themes = office.catalogue.themes.values()
    value = [{"id": theme.id, "name": theme.name} for theme in themes]
    answer(value, [f"{theme.id}  {theme.name}" for theme in themes])


items.add_command(questions_command)
COMMANDS: tuple[click.Command, ...] = (
    items,
    checklist_command,
    theme_command,
    policy_command,
    scope_command,
    deadline_command,
    check_command,
)
