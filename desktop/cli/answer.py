"""How a command answers: Chinese lines for a person, one JSON value for a program.

`--json` may stand anywhere before a bare `--`. Then standard output carries exactly one JSON
value, in UTF-8, whatever happens, and all else goes to standard error. Exit codes: 0 done,
1 refused or found wrong, 2 bad usage.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import traceback
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import click

from desktop.domain.refusal import Refusal
from desktop.wording import _
from desktop.wording.refusals import sentence

DONE, REFUSED, BAD_USAGE = 0, 1, 2


@dataclasses.dataclass(slots=True)
class _Told:
    """What the running command has answered so far."""

    json: bool = False
    value: object = None


_TOLD: ContextVar[_Told | None] = ContextVar("told", default=None)


def run(commands: click.Group, arguments: Sequence[str], office: object) -> int:
    """Run the command that the arguments name, with `office` as `ctx.obj`; the exit code."""
    rest, wants_json = without_json(arguments)
    told = _Told(wants_json)
    token = _TOLD.set(told)
    try:
        if not wants_json:
            return _invoke(commands, rest, office, told)
        with redirect_stdout(sys.stderr):
            code = _invoke(commands, rest, office, told)
        click.echo(encoded(told.value))
        return code
    finally:
        _TOLD.reset(token)


def answer(value: object, lines: Iterable[str] = (), ok: bool = True) -> None:
    """Give the command's one answer: `value` for programs, `lines` for people.

    With `ok` False the command ends here with exit code 1: something was found wrong.
    """
    told = _TOLD.get()
    if told is not None and told.json:
        told.value = value
    else:
        for line in lines:
            click.echo(line)
    if not ok:
        click.get_current_context().exit(REFUSED)


def without_json(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """The arguments without `--json`, and whether it was there."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    before = [argument for argument in arguments[:end] if argument != "--json"]
    return [*before, *arguments[end:]], len(before) < end


def encoded(value: object) -> bytes:
    """The value as JSON in UTF-8; text that UTF-8 cannot hold is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=plain)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=2, default=plain).encode()


def plain(value: object) -> object:
    """What JSON has no form for: dates in ISO 8601, amounts as decimal text, records as objects."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal | Path):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return str(value)


def _invoke(commands: click.Group, arguments: list[str], office: object, told: _Told) -> int:
    try:
        code = commands.main(arguments, prog_name="run", standalone_mode=False, obj=office)
    except Refusal as refusal:
        message = sentence(refusal)
        return _failed(told, {"refused": refusal.code, "message": message, **refusal.data}, message)
    except click.UsageError as error:
        return _misused(told, error)
    except click.Abort:
        return _failed(told, {"refused": "cancelled"}, _("已取消。"))
    except click.ClickException as error:
        message = error.format_message()
        return _failed(told, {"refused": "failed", "message": message}, message)
    except Exception:
        traceback.print_exc()
        message = _("程序出错，上面是技术细节；数据没有写入一半。")
        return _failed(told, {"refused": "bug", "message": message}, message)
    return code if isinstance(code, int) else DONE


def _misused(told: _Told, error: click.UsageError) -> int:
    usage = error.ctx.get_usage() if error.ctx else ""
    message = error.format_message()
    _failed(told, {"refused": "usage", "message": message, "usage": usage}, message)
    if usage:
        click.echo(usage, err=True)
    return BAD_USAGE


def _failed(told: _Told, value: dict[str, object], message: str) -> int:
    told.value = value
    click.echo(message, err=True)
    return REFUSED
