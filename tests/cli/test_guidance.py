import json
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest

from desktop.cli.answer import run, without_json
from desktop.cli.guidance import COMMANDS
from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.papers import Issuer
from desktop.domain.days import BEIJING
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.refusal import Refusal
from resources import ROOT
from tests.documents.reading import poppler_text
from tests.domain.guidance.shipped import catalogue, work_calendar

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
GOLDEN = Path(__file__).parents[1] / "golden"
VECTORS = json.loads((GOLDEN / "deadlines.json").read_text("utf-8"))
Capture = pytest.CaptureFixture[str]


def item(id: str) -> ServiceItem:
    if id not in catalogue().items:
        raise Refusal("unknown_item", item=id)
    return catalogue().items[id]


ISSUER = Issuer(organ="某机关", hall="某大厅", window="7", clerk="本机")
OFFICE = SimpleNamespace(
    catalogue=catalogue(),
    renderer=PdfRenderer(),
    issuer=lambda clerk: ISSUER,
    calendar=work_calendar(),
    item=item,
    now=lambda: datetime(2026, 11, 23, 9, tzinfo=BEIJING),
)


def said(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert run(PROGRAM, arguments, OFFICE) == code
    return capsys.readouterr().out


def value(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    return json.loads(said(capsys, *arguments, "--json", code=code))


def test_json_may_stand_anywhere_before_a_bare_double_dash() -> None:
    assert without_json(["--json", "a", "b"]) == (["a", "b"], True)
    assert without_json(["a", "--json", "b"]) == (["a", "b"], True)
    assert without_json(["a", "--", "--json"]) == (["a", "--", "--json"], False)


def test_items_list(capsys: Capture) -> None:
    found = value(capsys, "items", "list")
    assert len(found) == 40
    assert {"id": "SP01", "name": "食品经营许可（新办）", "type": "行政许可"} in found
    assert "SP01  食品经营许可（新办）" in said(capsys, "items", "list")


def test_items_questions_tell_mean_and_worst_against_asking_all(capsys: Capture) -> None:
    found = value(capsys, "items", "questions")
    assert [one["item"] for one in found] == sorted(catalogue().items)
    for one in found:
        assert one["mean"] <= one["worst"] <= one["deciding"] <= one["questions"]
    assert sum(one["mean"] for one in found) < sum(one["questions"] for one in found)
    food = {"item": "SP01", "questions": 6, "deciding": 6, "mean": 5.3333, "worst": 6}
    assert value(capsys, "items", "questions", "SP01") == [food]
    assert "平均问 5.33，最多 6" in said(capsys, "items", "questions", "SP01")
    assert value(capsys, "items", "questions", "XX", code=1)["refused"] == "unknown_item"


def test_items_show_is_the_file(capsys: Capture) -> None:
    file = ROOT / "catalog/items/SP01.json"
    assert value(capsys, "items", "show", "SP01") == json.loads(file.read_text("utf-8"))
    assert "法定时限：10 个工作日" in said(capsys, "items", "show", "SP01")


def test_items_lint_finds_no_red_in_what_ships(capsys: Capture) -> None:
    found = value(capsys, "items", "lint")
    assert {finding["level"] for finding in found} == {"yellow"}
    assert set(found[0]) == {"item", "rule", "level", "message", "article"}
    assert "红 0 条" in said(capsys, "items", "lint")


def test_items_lint_of_a_red_pack(capsys: Capture, tmp_path: Path) -> None:
    spoilt = json.loads((ROOT / "catalog/items/SP01.json").read_text("utf-8"))
    spoilt["materials"][0]["name"] = "其他有关材料"
    file = tmp_path / "pack.json"
    file.write_text(json.dumps({"items": [spoilt]}), "utf-8")
    red = [
        one for one in value(capsys, "items", "lint", str(file), code=1) if one["level"] == "red"
    ]
    assert [one["rule"] for one in red] == ["catch_all_name"]
    assert red[0]["article"] == "《北京市优化营商环境条例》第三十二条"


def test_items_lint_of_a_broken_pack(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "pack.json"
    file.write_text("{", "utf-8")
    found = value(capsys, "items", "lint", str(file), code=1)
    assert [one["level"] for one in found] == ["red"]


def test_items_import_of_a_broken_pack_says_file_path_and_reason(
    capsys: Capture, tmp_path: Path
) -> None:
    file = tmp_path / "pack.json"
    file.write_text('{"items": [{"id": "A1"}]}', "utf-8")
    found = value(capsys, "items", "import", str(file), code=1)
    assert found["refused"] == "pack_broken"
    assert (found["path"], found["reason"]) == ("$.items[0]", "missing_field")


def test_checklist(capsys: Capture) -> None:
    arguments = [
        "checklist",
        "SP01",
        "--answer",
        "q_item=餐饮服务",
        "--answer",
        "q_item=散装熟食销售",
    ]
    found = value(capsys, *arguments, "--licence", "E1")
    states = {line["key"]: line["state"] for line in found["materials"]}
    assert list(states) == [material.key for material in item("SP01").materials]
    assert states["BL"] == "exempt"
    assert states["FOOD_PROCESS"] == "submit"
    assert "q_item" not in found["unanswered"]
    assert found["counts"]["listed"] == 10
    assert found["counts"]["to_submit"] == list(states.values()).count("submit")
    assert all(line["reason"] and line["basis"] for line in found["materials"])
    assert "「餐饮服务」" in said(capsys, *arguments)


def test_checklist_takes_several_values_after_one_option(capsys: Capture) -> None:
    found = value(
        capsys, "checklist", "SP01", "--answer", "q_agent=是", "q_auto=是", "--licence", "E1", "E2"
    )
    states = {line["key"]: line["state"] for line in found["materials"]}
    assert (states["BL"], states["ID_JB"]) == ("exempt", "exempt")
    assert states["FOOD_AUTO"] == "submit"


@pytest.mark.parametrize("every", [[], ["--all"]])
def test_theme(capsys: Capture, every: list[str]) -> None:
    golden = json.loads((GOLDEN / "theme_savings.json").read_text("utf-8"))["ZT02"]
    key = "savings_all_optional_included" if every else "savings_core"
    assert value(capsys, "theme", "ZT02", *every) == golden[key]
    assert "材料 2" in said(capsys, "theme", "ZT02", *every)


def test_the_themes_are_listed(capsys: Capture) -> None:
    assert {"id": "ZT02", "name": "开餐馆（公司，一般餐饮）"} in value(capsys, "theme", "list")


def test_policy(capsys: Capture) -> None:
    found = value(capsys, "policy", "KC04", "4999999.99")
    assert (found["amount"], found["capped"]) == ("0", False)
    assert value(capsys, "policy", "KC01", "200000000")["amount"] == "50000000"
    assert "50000000 元（已到上限）" in said(capsys, "policy", "KC01", "200000000")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['start']}+{v['n']}")
def test_a_deadline_across_festivals_and_year_ends(
    capsys: Capture, vector: dict[str, object]
) -> None:
    natural = ["--calendar-days"] if str(vector["kind"]).startswith("日") else []
    found = value(capsys, "deadline", str(vector["start"]), str(vector["n"]), *natural)
    assert isinstance(found, dict)
    assert (found["due"], found["provisional"]) == (vector["due"], vector["provisional"])


def test_deadline(capsys: Capture) -> None:
    review = ["--suspend", "2026-03-10..2026-03-20"]
    found = value(capsys, "deadline", "2026-03-02", "20", *review)
    assert (found["due"], found["provisional"]) == ("2026-04-13", False)
    assert sum(day["counts"] for day in found["days"]) == 20
    assert set(found["days"][0]) == {"date", "counts", "why"}
    natural = value(capsys, "deadline", "2026-02-01", "15", "--calendar-days")
    assert natural["due"] == "2026-02-24"
    extended = value(capsys, "deadline", "2026-03-02", "10", "--extend", "10")
    assert extended["due"] == "2026-03-30"
    assert "暂按推算" in said(capsys, "deadline", "2026-12-25", "5")


@pytest.mark.parametrize(
    ("kind", "number", "level", "code"),
    [
        ("id", "11010519491231002X", "ok", 0),
        ("id", "440524188001010014", "warn", 0),
        ("id", "110105194912310021", "error", 1),
        ("uscc", "91110000600037341L", "ok", 0),
        ("uscc", "911100006000373410", "error", 1),
        ("waybill", "1136281381675", "warn", 0),
        ("waybill", "EE000717582CN", "error", 1),
    ],
)
def test_check(capsys: Capture, kind: str, number: str, level: str, code: int) -> None:
    found = value(capsys, "check", kind, number, code=code)
    assert found["level"] == level
    assert found["message"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["items", "show", "ZZ99"], 1),
        (["theme", "ZZ99"], 1),
        (["policy", "ZZ99", "1"], 1),
        (["policy", "KC06", "1"], 1),
        (["checklist", "SP01", "--answer", "q_biz=没有"], 1),
        (["checklist", "SP01", "--licence", "E99"], 1),
        (["deadline", "2026-01-01", "5", "--suspend", "2026-01-03..2026-01-02"], 1),
        (["checklist", "SP01", "--answer", "q_biz"], 2),
        (["deadline", "2026-02-30", "5"], 2),
        (["deadline", "20260201", "5"], 2),
        (["deadline", "2026-02-01", "x"], 2),
        (["policy", "KC01", "NaN"], 2),
        (["policy", "KC01", "1,00"], 2),
        (["check", "name", "x"], 2),
        (["nothing"], 2),
        ([], 2),
    ],
)
def test_what_is_refused_or_misused(capsys: Capture, arguments: list[str], code: int) -> None:
    assert value(capsys, *arguments, code=code)["message"]
    assert run(PROGRAM, arguments, OFFICE) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_a_bug_is_told_apart_and_still_one_value(capsys: Capture) -> None:
    broken = SimpleNamespace()
    assert run(PROGRAM, ["items", "list", "--json"], broken) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["refused"] == "bug"
    assert "Traceback" in captured.err


def test_help_is_not_an_answer(capsys: Capture) -> None:
    assert value(capsys, "theme", "--help") is None


def test_the_checklist_as_a_preview_in_two_languages(capsys: Capture, tmp_path: Path) -> None:
    target = tmp_path / "SP01.pdf"
    plain = value(capsys, "checklist", "SP01")
    both = value(capsys, "checklist", "SP01", "--pdf", str(target), "--english")
    assert both == plain
    told = poppler_text(target.read_bytes())
    for part in (
        "办事清单",
        "Checklist of materials for this service",
        "Food business licence (new)",
    ):
        assert part in told
    assert "参考译文，以中文为准" in told
    value(capsys, "checklist", "SP01", "--pdf", str(target))
    assert "Checklist" not in poppler_text(target.read_bytes())
    gone = value(capsys, "checklist", "SP01", "--pdf", str(tmp_path / "no/such.pdf"), code=1)
    assert gone["refused"] == "cannot_write"
