"""`log`: the figures of a view, and its rows in a file with their manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import DAY
from desktop.domain.halls.roles import STATION
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.figures import Figure, total
from desktop.domain.supervision.log.profiles import Profile
from desktop.domain.supervision.log.views import ALL, VIEWS, LogView
from desktop.domain.supervision.rows import LogFilter
from desktop.services.office import Office
from desktop.services.supervision.log import exporting, profiles
from desktop.services.supervision.log.exporting import Export
from desktop.services.supervision.log.reading import through
from desktop.services.supervision.places import safe
from desktop.wording import _
from desktop.wording.log import GROUPS, figure_count, figure_name

FORMATS = ("csv", "xlsx", "pdf", "json")
Decorated = TypeVar("Decorated", bound=Callable[..., Any])
_SETS = {"hall": "halls", "window": "windows", "clerk": "clerks", "item": "items", "act": "kinds"}


def several(name: str, words: str, metavar: str) -> Callable[[Decorated], Decorated]:
    """An option that may be given more than once."""
    return click.option(f"--{name}", name, multiple=True, metavar=metavar, help=words)


@click.command("log", help=_("日志：统计，并可导出，每一次办理一行；旁边另有清单"))
@click.option("--from", "first", type=DAY, metavar="D", help=_("第一天"))
@click.option("--to", "last", type=DAY, metavar="D", help=_("最后一天，含"))
@click.option("--view", type=click.Choice(list(VIEWS)), help=_("看什么；不写即全部行为"))
@several("hall", _("只看这个大厅；可写多次，下同"), "CODE")
@several("window", _("只看这个窗口"), "NO")
@several("clerk", _("只看这个经办人"), "CODE")
@several("item", _("只看这个事项"), "ID")
@several("act", _("只看这种行为，如 case.accepted"), "KIND")
@click.option("--late", is_flag=True, help=_("只看补录"))
@click.option("--profile", metavar="NAME", help=_("用保存的方案；另写的选项优先"))
@click.option("--format", "kind", type=click.Choice(FORMATS), help=_("导出的格式"))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=_("不写即只看统计"))
@click.pass_obj
def log_command(office: Office, /, **asked: Any) -> None:
    """Rows, sha256, figures and the chains' heads; personal data stays masked."""
    profile = profiles.named(office, asked["profile"]) if asked["profile"] else None
    wanted = _wanted(office, profile, asked)
    view = VIEWS[asked["view"] or (profile.view if profile else ALL.id)]
    out = asked["out"] or _place(office, profile, asked["kind"], wanted)
    if out is None:
        if asked["kind"]:
            raise click.UsageError(_("写了 --format，还要写 --out。"))
        _figures_alone(office, wanted, view)
        return
    kind = asked["kind"] or (profile.format if profile else "")
    if not kind:
        raise click.UsageError(_("写了 --out，还要写 --format。"))
    written = exporting.export(
        office, STATION, Export(wanted=wanted, format=kind, to=out, view=view)
    )
    told = written.told
    answer(
        {
            "rows": told.rows,
            "sha256": told.sha256,
            "heads": [asdict(head) for head in told.heads],
            "view": view.id,
            "figures": [_plain(one) for one in told.figures],
            "file": str(out),
            "manifest": written.manifest.name,
        },
        [
            _("已导出 {rows} 行到 {name}").format(rows=told.rows, name=out.name),
            f"sha256  {told.sha256}",
            _("清单    {name}").format(name=written.manifest.name),
            *_lines(told.figures),
        ],
    )


def _wanted(office: Office, profile: Profile | None, asked: dict[str, Any]) -> LogFilter:
    """The profile's, with what was written beside it in its place."""
    first: date | None = asked["first"]
    last: date | None = asked["last"]
    if profile is None:
        if first is None or last is None:
            raise click.UsageError(_("请写 --from 和 --to，或用 --profile 指定方案。"))
        wanted = LogFilter(first=first, last=last)
    else:
        usual = profile.on(office.today())
        wanted = replace(usual, first=first or usual.first, last=last or usual.last)
    more: dict[str, Any] = {
        name: frozenset(asked[option]) for option, name in _SETS.items() if asked[option]
    }
    if asked["late"]:
        more["late"] = True
    wanted = replace(wanted, **more)
    if wanted.last < wanted.first:
        raise Refusal("dates_reversed", first=wanted.first, last=wanted.last)
    return wanted


def _place(
    office: Office, profile: Profile | None, kind: str | None, wanted: LogFilter
) -> Path | None:
    """Where a profile's export goes that names no file: its folder, by its name and the days."""
    if profile is None or not profile.folder:
        return None
    name = f"{profile.name} {wanted.first}"
    if wanted.last != wanted.first:
        name += f"至{wanted.last}"
    return Path(profile.folder) / f"{safe(name)}.{kind or profile.format}"


def _figures_alone(office: Office, wanted: LogFilter, view: LogView) -> None:
    with office.store.reader() as views:
        found = views.book.figures(through(wanted, view), view)
        heads = views.book.heads()
    answer(
        {
            "rows": total(found),
            "view": view.id,
            "figures": [_plain(one) for one in found],
            "heads": [asdict(head) for head in heads],
        },
        _lines(found),
    )


def _plain(one: Figure) -> dict[str, Any]:
    return {"by": one.by, "key": one.key, "name": figure_name(one), "count": one.count}


def _lines(figures: tuple[Figure, ...]) -> Iterator[str]:
    return (f"{GROUPS[one.by]}  {figure_name(one)}  {figure_count(one)}" for one in figures)


COMMANDS: tuple[click.Command, ...] = (log_command,)
