"""Every refusal the program can raise has its sentence, and the sentence gets what it names."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from desktop.domain.halls.roles import Right, Role
from desktop.domain.refusal import Refusal
from desktop.wording.guidance.items import REFUSALS
from desktop.wording.refusals import FIELDS, SENTENCES, sentence

ROOT = Path(__file__).parents[2]


class Raise(NamedTuple):
    """`names` are the data given; None where some of it is only known when it runs."""

    where: str
    code: str
    names: frozenset[str] | None


def raises() -> list[Raise]:
    found = []
    for house in ("desktop", "db"):
        for path in sorted((ROOT / house).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "Refusal":
                    found += told(path, node)
    return found


def told(path: Path, node: ast.Call) -> list[Raise]:
    """Nothing where the code is a variable."""
    if not node.args or not isinstance(node.args[0], ast.Constant):
        return []
    names = [keyword.arg for keyword in node.keywords]
    known = frozenset(name for name in names if name)
    where = f"{path.relative_to(ROOT)}:{node.lineno}"
    return [Raise(where, str(node.args[0].value), known if len(known) == len(names) else None)]


SITES = raises()


def placeholders(code: str) -> set[str]:
    template = {**REFUSALS, **SENTENCES}[code]
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_the_scan_finds_them() -> None:
    assert len(SITES) > 80
    assert {"desktop", "db"} == {site.where.split("/")[0] for site in SITES}


@pytest.mark.parametrize("code", sorted({site.code for site in SITES}))
def test_every_refusal_has_a_sentence(code: str) -> None:
    where = [site.where for site in SITES if site.code == code]
    assert code in SENTENCES or code in REFUSALS, where


@pytest.mark.parametrize("site", SITES, ids=lambda site: f"{site.code} {site.where}")
def test_a_sentence_is_given_what_it_names(site: Raise) -> None:
    if site.names is not None and site.code in {**SENTENCES, **REFUSALS}:
        assert placeholders(site.code) <= site.names


def test_no_sentence_is_written_for_nothing() -> None:
    """A code that stands nowhere in the source as text is a sentence nobody will read."""
    texts = {
        node.value
        for house in ("desktop", "db")
        for path in (ROOT / house).rglob("*.py")
        if path.name != "refusals.py"
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(SENTENCES) <= texts


def test_no_code_has_two_sentences() -> None:
    assert not set(SENTENCES) & set(REFUSALS)


def test_members_are_told_by_their_label_and_lists_are_joined() -> None:
    told = sentence(Refusal("not_allowed", right=Right.PURGE, role=Role.CLERK))
    assert "「工作人员」" in told
    assert "purge" not in told
    assert "甲、乙" in sentence(Refusal("materials_open", names=["甲", "乙"]))


def test_the_article_stands_behind_and_is_left_out_where_there_is_none() -> None:
    cited = sentence(Refusal("refusal_without_facts", article="行政许可法 第三十八条"))
    assert cited.endswith("（行政许可法 第三十八条）")
    assert "（" not in sentence(Refusal("refusal_without_facts", article=""))


@pytest.mark.parametrize("field", FIELDS)
def test_fields_of_the_station_are_told_in_chinese(field: str) -> None:
    assert FIELDS[field] in sentence(Refusal("station_incomplete", field=field))


def test_the_storages_reasons_are_told_in_chinese() -> None:
    assert "空字符" in sentence(Refusal("cannot_encode", reason="nul", what="draft"))
    assert "A01:5" in sentence(Refusal("not_a_backup", reason="A01:5: altered"))


def test_an_unknown_code_is_shown_never_hidden() -> None:
    assert "never_heard" in sentence(Refusal("never_heard", n=1))


def test_a_gap_is_shown_as_one() -> None:
    assert "？" in sentence(Refusal("unknown_case"))
