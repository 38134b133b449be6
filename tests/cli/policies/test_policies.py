import json
from types import SimpleNamespace
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.guidance import COMMANDS
from tests.domain.guidance.shipped import catalogue

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
OFFICE = SimpleNamespace(catalogue=catalogue())
Capture = pytest.CaptureFixture[str]


def said(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert run(PROGRAM, arguments, OFFICE) == code
    return capsys.readouterr().out


def value(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    return json.loads(said(capsys, *arguments, "--json", code=code))


def test_the_list(capsys: Capture) -> None:
    found = value(capsys, "policy")
    assert len(found) == 11
    assert found[0] == {"id": "KC01", "name": "承担“白菜心”工程研发投入支持", "computable": True}


def test_amounts_as_people_write_them(capsys: Capture) -> None:
    found = value(capsys, "policy", "KC03", "3,000万", "２０００万元")
    assert found["amount"] == "2000000"
    assert set(found) == {"amount", "capped", "formula"}
    told = said(capsys, "policy", "KC01", "0.8亿")
    assert "最高可申请（上限）：40000000 元" in told
    assert "不是应得额" in told


def test_one_policy_with_its_conditions(capsys: Capture) -> None:
    found = value(capsys, "policy", "KC02", "--answer", "c1=是")
    assert (found["eligible"], found["missing"]) == ("不确定", ["c2"])
    assert [one["answer"] for one in found["conditions"]] == ["是", "不确定"]
    told = said(capsys, "policy", "KC06")
    assert "没有公式" in told
    assert "本目录暂无申报事项" in told


def test_a_policy_of_days(capsys: Capture) -> None:
    late = value(capsys, "policy", "KC09", "2026-12-31", "2027-01-01")
    assert late["eligible"] == "否"


def test_a_self_check_gives_no_amount_and_says_what_it_is_not(capsys: Capture) -> None:
    figures = ["4000万", "1亿", "500万", "400万", "4000万", "3000万"]
    found = value(capsys, "policy", "HT", *figures)
    assert [one["answer"] for one in found["conditions"]][:3] == ["不确定", "是", "是"]
    assert "只是自查，不是认定结论" in said(capsys, "policy", "HT", *figures)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["policy", "KC09", "2026-12-31"], 1),
        (["policy", "KC09", "3000万", "1"], 2),
        (["policy", "KC01", "三万五"], 2),
        (["policy", "KC01", "--answer", "c9=是"], 1),
        (["policy", "KC01", "--answer", "c1=大概"], 2),
        (["scope"], 2),
    ],
)
def test_what_is_refused_or_misused(capsys: Capture, arguments: list[str], code: int) -> None:
    assert value(capsys, *arguments, code=code)["message"]


def test_scope(capsys: Capture) -> None:
    found = value(capsys, "scope", "餐饮服务；火星旅游")
    assert found["unknown"] == ["火星旅游"]
    (phrase,) = found["phrases"]
    assert set(phrase) == {"text", "standard", "kind", "items", "note"}
    assert set(phrase["items"][0]) == {"id", "name", "reason", "basis"}
    assert "国发〔2016〕12号" in phrase["note"]
    told = said(capsys, "scope", "火星旅游")
    assert "未收录，请核对《经营范围登记规范表述目录》" in told
