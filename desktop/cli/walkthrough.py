"""`walkthrough`: one working day through the real windows, in a data folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.wording import _

Walk = Callable[[Path, bool], dict[str, list[str]]]
"""(folder, gallery too) → numbers of the cases and names of the files left in the folder."""


@click.command("walkthrough", help=_("用示例数据走一遍窗口的一天，留下截图、文书和日志"))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--gallery", is_flag=True, help=_("另存每页 × 三种配色 × 两种字号的截图"))
@click.pass_obj
def walkthrough_command(walk: Walk, out: Path, gallery: bool) -> None:
    """Pictures, PDFs and a log in `out`; its data stays in `out/home`."""
    left = walk(out, gallery)
    told = _("走完一天：办件 {cases} 件，文件 {files} 个，在 {out}").format(
        cases=len(left["cases"]), files=len(left["files"]), out=out
    )
    answer(left, [told])


COMMANDS: tuple[click.Command, ...] = (walkthrough_command,)
