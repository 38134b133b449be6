"""What README and CHANGELOG say is so: commands exist and parse, the change log keeps its form."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import click
import pytest

from desktop.cli.app import GROUP

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
CHANGES = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
RELEASE = re.compile(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})")


def command_lines() -> list[str]:
    """`./run …` lines of the code blocks, without the two that set up."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("./run")]
    return [line for line in lines if shlex.split(line, comments=True)[1:] not in ([], ["test"])]


def parsed(words: list[str]) -> click.Context:
    """The innermost command of these words, its options and arguments parsed, nothing run."""
    command: click.Command = GROUP
    context: click.Context | None = None
    while isinstance(command, click.Group) and not alone(command, words):
        context = click.Context(command, parent=context, info_name=command.name)
        name, found, words = command.resolve_command(context, words)
        assert found is not None, name
        command = found
    return command.make_context(command.name, words, parent=context)


def alone(group: click.Group, words: list[str]) -> bool:
    """The group itself is meant: it does something without a subcommand, and none is named."""
    return group.invoke_without_command and (not words or words[0].startswith("-"))


def test_readme_shows_commands() -> None:
    assert len(command_lines()) >= 9


@pytest.mark.parametrize("line", command_lines())
def test_every_command_line_parses(line: str) -> None:
    parsed(shlex.split(line, comments=True)[1:])


@pytest.mark.parametrize("words", [["nosuch"], ["items", "nosuch"], ["theme", "--nosuch", "ZT02"]])
def test_a_wrong_line_would_be_noticed(words: list[str]) -> None:
    with pytest.raises(click.UsageError):
        parsed(words)


def test_readme_names_every_command() -> None:
    text = "".join(re.findall(r"^```\n(.*?)^```", README, re.DOTALL | re.MULTILINE))
    for name in GROUP.commands:
        assert re.search(rf"\b{name}\b", text), name


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_folder_that_is_named_exists() -> None:
    table = README.partition("## What lives where")[2]
    for name in re.findall(r"^\| `([^`]+)`", table, re.MULTILINE):
        assert (ROOT / name).exists(), name


def test_the_change_log_keeps_its_form() -> None:
    assert CHANGELOG.startswith("# Changelog\n")
    heads = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert heads[0] == "[Unreleased]"
    releases = [RELEASE.fullmatch(head) for head in heads[1:]]
    assert all(releases)
    days = [date.fromisoformat(found[2]) for found in releases if found]
    assert days == sorted(days, reverse=True)
    for part in re.split(r"^## .+$", CHANGELOG, flags=re.MULTILINE)[1:]:
        kinds = re.findall(r"^### (.+)$", part, re.MULTILINE)
        assert kinds
        assert set(kinds) <= CHANGES
        assert len(kinds) == len(set(kinds))


def test_every_change_is_a_line_of_a_list() -> None:
    body = CHANGELOG.partition("\n## ")[2].splitlines()[1:]
    for line in body:
        assert not line or line.startswith(("- ", "  ", "## ", "### ")), line
