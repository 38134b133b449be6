"""`items preview`, `export` and `guide`: spreadsheets and guides of items."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from desktop.cli.answer import answer
from desktop.domain.packs.grid import Problem, column_letter
from desktop.services.office import Office
from desktop.services.packs.book.export import export, export_guides
from desktop.services.packs.sheets.labels import MATERIAL, Name, load_labels
from desktop.services.packs.sheets.read import Looked, look
from desktop.services.packs.sheets.records import Column, Table
from desktop.wording import _
from desktop.wording.guidance.sheets import ABOUT_BOOK, problem_sentence

FILE = click.Path(path_type=Path)


@click.command("preview", help=_("看一个表格会怎样读：列对到哪个要素、有几处不对"))
@click.argument("file", type=FILE)
@click.pass_obj
def preview_command(office: Office, file: Path) -> None:
    """How the file would be read; nothing is taken in. Exit code 1 where something is wrong."""
    files = office.spreadsheets()
    found = look(files, file, load_labels(files.labels), office.catalogue)
    answer(preview_value(found), _lines(found), ok=not found.problems)


def preview_value(found: Looked) -> dict[str, object]:
    """The mapping as a program reads it."""
    return {
        "sheets": [_sheet_value(table, found) for table in found.tables],
        "items": len(found.pack.items),
        "materials": found.materials,
        "problems": [problem_value(one) for one in found.problems],
    }


def problem_value(one: Problem) -> dict[str, object]:
    """A wrong cell with its sentence."""
    return {
        "sheet": one.sheet,
        "row": one.row,
        "column": one.column,
        "value": one.value,
        "reason": one.reason,
        "message": problem_sentence(one),
    }


def _sheet_value(table: Table, found: Looked) -> dict[str, object]:
    return {
        "name": table.sheet,
        "header_row": table.header_row,
        "columns": [
            {
                "column": column_letter(column.number),
                "label": column.label,
                "field": field_text(column.name),
                "via": _via(table, column, found),
            }
            for column in table.columns
            if column.name is not None
        ],
        "ignored": [column.label for column in table.columns if column.name is None],
    }


def field_text(name: Name | None) -> str:
    """`necessity` of a material, `item.name` where both have the field, else the field."""
    if name is None:
        return ""
    return (
        f"material.{name.field}" if name.entity == MATERIAL and name.field == "name" else name.field
    )


def _via(table: Table, column: Column, found: Looked) -> str:
    return "code table" if (table.sheet, column.number) in found.by_code else "label"


def _lines(found: Looked) -> Iterator[str]:
    for table in found.tables:
        where = (
            _("第 {row} 行是表头").format(row=table.header_row)
            if table.header_row
            else _("标签与内容并列")
        )
        yield f"{table.sheet}（{where}）"
        for column in table.columns:
            if column.name is not None:
                by = _("　按代码表") if _via(table, column, found) == "code table" else ""
                label = " ".join(column.label.split())
                yield f"  {column_letter(column.number)}  {label} → {field_text(column.name)}{by}"
        left = [" ".join(c.label.split()) for c in table.columns if c.name is None]
        if left:
            yield _("  未采用：{names}").format(names="、".join(left))
    yield _("事项 {items} 个，材料 {materials} 项；不对的地方 {problems} 处。").format(
        items=len(found.pack.items), materials=found.materials, problems=len(found.problems)
    )
    yield from map(problem_sentence, found.problems)


@click.command("export", help=_("把事项写成 .xlsx 或 .json，可原样导回"))
@click.argument("file", type=FILE)
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.pass_obj
def export_command(office: Office, file: Path, ids: tuple[str, ...]) -> None:
    """The items named, or all of them, as a file."""
    items = export(office, file, ids, ABOUT_BOOK)
    told = _("已写出 {count} 个事项：{file}").format(count=len(items), file=file)
    answer({"file": str(file), "items": [item.id for item in items]}, [told])


@click.command("guide", help=_("办事指南 PDF：一个事项写成文件，几个或全部写进文件夹"))
@click.argument("words", nargs=-1, required=True, metavar="[ID]… FILE.pdf|FOLDER")
@click.pass_obj
def guide_command(office: Office, words: tuple[str, ...]) -> None:
    """Guides of the items named, of all where none is."""
    *ids, to = words
    files = export_guides(office, Path(to), ids)
    told = _("已写出 {count} 份办事指南：{to}").format(count=len(files), to=to)
    answer([str(file) for file in files], [told])


COMMANDS: tuple[click.Command, ...] = (preview_command, export_command, guide_command)
