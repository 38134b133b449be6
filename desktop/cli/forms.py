"""`form`: an item's or a theme's application form as a PDF, blank or as a sample."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.cli.guidance import parsed_answers
from desktop.domain.forms.facts import FormEdition
from desktop.domain.halls.roles import STATION
from desktop.domain.refusal import Refusal
from desktop.services.forms.take_home import as_paper, to_take_home
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.guidance.forms import EDITIONS, THEME_TITLE


@click.command("form", help=_("申请表：空白表或示例表，事项的或主题的，存为 PDF"))
@click.argument("what", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sample", is_flag=True, help=_("示例表：填好虚构的示例值"))
@click.option("--answer", "answers", multiple=True, metavar="Q=OPTION", help=_("情形，可重复"))
@click.pass_obj
def form_command(
    office: Office, what: str, file: Path, sample: bool, answers: tuple[str, ...]
) -> None:
    """A form to take home; nobody's name is on it and nothing is journalled."""
    edition = FormEdition.SAMPLE if sample else FormEdition.BLANK
    told = to_take_home(office, what, parsed_answers([*answers]), edition, THEME_TITLE)
    pdf = office.renderer.paper(as_paper(office.issuer(STATION), told))
    try:
        file.write_bytes(pdf)
    except OSError as error:
        raise Refusal("cannot_write", name=file.name, reason=error.strerror) from error
    fields = [cell.label for part in told.parts for cell in part.cells]
    value = {
        "title": told.title,
        "edition": edition,
        "items": [matter.id for matter in told.matters],
        "fields": fields,
        "file": file,
    }
    line = _("已写入 {file}：{title}（{edition}），{n} 项要填。").format(
        file=file, title=told.title, edition=EDITIONS[edition], n=len(fields)
    )
    answer(value, [line])


COMMANDS: tuple[click.Command, ...] = (form_command,)
