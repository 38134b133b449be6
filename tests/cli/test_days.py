import json
from pathlib import Path
from typing import Any

import click
import pytest

from desktop.cli.answer import run
from desktop.cli.days import COMMANDS
from desktop.domain.days.counting import CountingRule
from desktop.services.days.publish import set_rule
from desktop.services.office import Office
from resources import ROOT
from tests.offices import SUPERVISOR

PROGRAM = click.Group(commands={command.name or "": command for command in COMMANDS})
Capture = pytest.CaptureFixture[str]
DOC_NO = "国办发明电〔2026〕1号"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """2027 as a notice might have it: 4 January off for 9 January worked."""
    form = json.loads((ROOT / "calendar/2027.json").read_text("utf-8"))
    form |= {"status": "official", "doc_no": DOC_NO, "papers": ["https://www.gov.cn/2027.htm"]}
    form["off_days"].append({"date": "2027-01-04", "name": "元旦"})
    form["adjusted_workdays"].append({"date": "2027-01-09", "name": "元旦"})
    file = tmp_path / "2027.json"
    file.write_text(json.dumps(form, ensure_ascii=False), "utf-8")
    return file


def said(capsys: Capture, office: Office, *words: str, code: int = 0) -> str:
    assert run(PROGRAM, ["calendar", *words], office) == code
    return capsys.readouterr().out


def value(capsys: Capture, office: Office, *words: str, code: int = 0) -> Any:
    return json.loads(said(capsys, office, *words, "--json", code=code))


def test_list(capsys: Capture, office: Office) -> None:
    found = value(capsys, office, "list")
    assert [one["year"] for one in found] == list(range(2018, 2028))
    assert set(found[0]) == {"year", "notice", "workdays", "papers"}
    assert found[0]["papers"] == [
        "http://www.gov.cn/zhengce/content/2017-11/30/content_5243579.htm"
    ]
    assert [(one["notice"], one["workdays"]) for one in found[-2:]] == [(True, 248), (False, 254)]
    lines = said(capsys, office, "list").splitlines()
    assert lines[-2] == "2026 年，248 个工作日，依据：国办发明电〔2025〕7号"
    assert lines[-1] == "2027 年，254 个工作日，依据：未公布，暂按推算"


def test_show(capsys: Capture, office: Office) -> None:
    found = value(capsys, office, "show", "2026")
    assert (found["year"], found["notice"], found["workdays"]) == (2026, True, 248)
    assert found["doc_no"] == "国办发明电〔2025〕7号"
    assert found["days"][3] == {
        "date": "2026-01-04", "counts": True, "why": "调休补班", "name": "元旦",
    }  # fmt: skip
    assert "  2026-02-16  法定节假日 春节" in said(capsys, office, "show", "2026")


def test_show_a_year_nobody_told_of(capsys: Capture, office: Office) -> None:
    found = value(capsys, office, "show", "2040")
    assert (found["notice"], found["papers"], found["doc_no"]) == (False, [], None)
    assert len(found["days"]) == 6


def test_show_says_where_a_swap_does_not_count(capsys: Capture, office: Office) -> None:
    set_rule(office, SUPERVISOR, CountingRule(adjusted_count=False), "本厅规定")
    found = value(capsys, office, "show", "2026")
    assert (found["days"][3]["counts"], found["days"][3]["why"]) == (False, "调休补班，本厅不计")
    assert found["workdays"] == 242


def test_import(capsys: Capture, office: Office, notice: Path) -> None:
    found = value(capsys, office, "import", str(notice), "--reason", "通知已公布")
    assert found == {
        "year": 2027,
        "changes": [
            {"date": "2027-01-04", "before": "工作日", "after": "调休放假 元旦"},
            {"date": "2027-01-09", "before": "周末", "after": "调休补班 元旦"},
        ],
        "recomputed": 0,
    }
    (told,) = office.store.views.published_years()
    assert (told.doc_no, told.reason) == (DOC_NO, "通知已公布")
    assert value(capsys, office, "list")[-1]["notice"] is True
    again = said(capsys, office, "import", str(notice))
    assert again == "2027 年与现行安排相同，没有发布。\n"


def test_import_tells_a_person_what_changed(capsys: Capture, office: Office, notice: Path) -> None:
    lines = said(capsys, office, "import", str(notice)).splitlines()
    assert lines[0] == "  2027-01-04  工作日 → 调休放假 元旦"
    assert lines[-1] == "2027 年已发布，变更 2 天，改期办件 0 件。"
    assert office.store.views.published_years()[0].reason == "导入 2027.json"


def test_import_refuses_a_notice_that_names_no_notice(
    capsys: Capture, office: Office, notice: Path
) -> None:
    form = json.loads(notice.read_text("utf-8"))
    notice.write_text(json.dumps({**form, "papers": [], "doc_no": None}), "utf-8")
    found = value(capsys, office, "import", str(notice), code=1)
    assert found["refused"] == "calendar_without_notice"
    assert "网址或文号" in found["message"]
    assert office.store.views.published_years() == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("import", "no-such-file.json"), 1),
        (("import",), 2),
        (("show",), 2),
        (("show", "next"), 2),
        (("show", "10000"), 2),
        (("nothing",), 2),
    ],
)
def test_what_is_refused_or_misused(
    capsys: Capture, office: Office, words: tuple[str, ...], code: int
) -> None:
    assert value(capsys, office, *words, code=code)["message"]
