import hashlib
import json
from pathlib import Path
from typing import Any

import click
import pytest

from desktop.cli import trust
from desktop.cli.answer import run
from desktop.cli.supervision import counts
from desktop.cli.supervision import log as logs
from desktop.domain.supervision.log.profiles import Profile, Span
from desktop.domain.supervision.rows import LogFilter
from desktop.services.cases import acts
from desktop.services.office import Office
from desktop.services.supervision.log import profiles
from tests.offices import CLERK, NOW, PERSON, SUPERVISOR, whole

PROGRAM = click.Group(
    commands={
        command.name or "": command
        for command in (*counts.COMMANDS, *logs.COMMANDS, *trust.COMMANDS)
    }
)
Capture = pytest.CaptureFixture[str]
DAY = "2026-11-23"


def value(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(PROGRAM, [*arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def log(to: Path, kind: str = "csv", first: str = DAY, last: str = DAY) -> list[str]:
    return ["log", "--from", first, "--to", last, "--format", kind, "--out", str(to)]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf", "json"])
def test_log(capsys: Capture, office: Office, tmp_path: Path, kind: str) -> None:
    acts.finish(office, CLERK, whole(office))
    heads = office.store.journal.heads()
    file = tmp_path / f"log.{kind}"
    told = value(capsys, office, *log(file, kind))
    assert told["view"] == "all"
    assert {"by": "act", "key": "case.accepted", "name": "受理", "count": 1} in told["figures"]
    assert (tmp_path / told["manifest"]).exists()
    assert {key: told[key] for key in ("rows", "sha256", "heads")} == {
        "rows": heads[0].seq,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "heads": [{"device": "A07", "seq": heads[0].seq, "hash": heads[0].hash}],
    }
    again = value(capsys, office, *log(tmp_path / "again", kind))
    assert again["rows"] == told["rows"] + 1, "the export is an act as well"


def test_personal_data_stays_masked(capsys: Capture, office: Office, tmp_path: Path) -> None:
    acts.finish(office, CLERK, whole(office))
    value(capsys, office, *log(tmp_path / "log.csv"))
    text = (tmp_path / "log.csv").read_text("utf-8-sig")
    assert "李*敏" in text
    assert PERSON.name not in text
    assert PERSON.id_number not in text


def test_a_day_without_acts_has_no_rows(capsys: Capture, office: Office, tmp_path: Path) -> None:
    told = value(capsys, office, *log(tmp_path / "log.csv", first="2020-01-01", last="2020-01-02"))
    assert told["rows"] == 0


def test_days_in_the_wrong_order_are_refused(
    capsys: Capture, office: Office, tmp_path: Path
) -> None:
    arguments = log(tmp_path / "log.csv", first="2026-11-24")
    told = value(capsys, office, *arguments, code=1)
    assert told["refused"] == "dates_reversed"
    assert list(tmp_path.glob("log*")) == []


@pytest.mark.parametrize(
    ("option", "word"), [("--format", "docx"), ("--from", "23.11.2026"), ("--to", "2026-02-30")]
)
def test_bad_usage(capsys: Capture, office: Office, tmp_path: Path, option: str, word: str) -> None:
    arguments = log(tmp_path / "log.csv")
    arguments[arguments.index(option) + 1] = word
    assert value(capsys, office, *arguments, code=2)["refused"] == "usage"
    assert value(capsys, office, "log", code=2)["refused"] == "usage"
    assert value(capsys, office, *log(Path())[:-2], code=2)["refused"] == "usage"


def test_a_folder_that_is_not_there(capsys: Capture, office: Office, tmp_path: Path) -> None:
    told = value(capsys, office, *log(tmp_path / "none" / "log.csv"), code=1)
    assert told["refused"] == "cannot_write"


def test_a_person_reads_chinese(capsys: Capture, office: Office, tmp_path: Path) -> None:
    assert run(PROGRAM, log(tmp_path / "log.csv"), office) == 0
    told = capsys.readouterr().out
    assert "已导出 3 行到 log.csv" in told
    assert "sha256  " in told


def test_savings(capsys: Capture, office: Office) -> None:
    done = acts.finish(office, CLERK, whole(office))
    told = value(capsys, office, "savings", "--month", "2026-11")
    assert told["month"] == "2026-11"
    materials = next(one for one in told["measures"] if one["measure"] == "materials")
    assert materials["before"] == done.case.listed
    assert materials["saved"] == sum(materials["rules"].values())
    assert told["items"][0]["item"] == "SP01"


def test_savings_of_a_month_without_cases(capsys: Capture, office: Office) -> None:
    assert run(PROGRAM, ["savings", "--month", "2026-01"], office) == 0
    assert "没有受理的办件" in capsys.readouterr().out
    assert run(PROGRAM, ["savings", "--month", "2026-13"], office) == 2


def test_several_of_a_kind_and_a_view(capsys: Capture, office: Office) -> None:
    acts.finish(office, CLERK, whole(office))
    days = ("--from", DAY, "--to", DAY)
    told = value(capsys, office, "log", *days, "--view", "course", "--clerk", CLERK.code)
    assert told["rows"] == 2
    assert "sha256" not in told
    more = ("--act", "case.accepted", "--act", "clerk.set", "--hall", "KFQ")
    assert value(capsys, office, "log", *days, *more)["rows"] == 3
    assert value(capsys, office, "log", *days, "--item", "SP02")["rows"] == 0
    assert value(capsys, office, "log", *days, "--late")["rows"] == 0


def test_a_profile_says_the_rest(capsys: Capture, office: Office, tmp_path: Path) -> None:
    acts.finish(office, CLERK, whole(office))
    wanted = LogFilter(first=NOW.date(), last=NOW.date(), kinds=frozenset({"case.accepted"}))
    profile = Profile(
        name="每日", view="day", span=Span.TODAY, wanted=wanted, format="csv", folder=str(tmp_path)
    )
    profiles.keep(office, SUPERVISOR, profile)
    told = value(capsys, office, "log", "--profile", "每日")
    assert (told["rows"], told["view"]) == (1, "day")
    assert Path(told["file"]) == tmp_path / "每日 2026-11-23.csv"
    assert Path(told["file"]).exists()
    refused = value(capsys, office, "log", "--profile", "没有", code=1)
    assert refused["refused"] == "unknown_profile"


def test_an_exported_file_is_checked(capsys: Capture, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    value(capsys, office, *log(file))
    assert value(capsys, office, "verify", str(file))["ok"] is True
    file.write_text(file.read_text("utf-8-sig").replace("登录", "退出").replace("启用", "停用"))
    told = value(capsys, office, "verify", str(file), code=1)
    assert [one["fault"] for one in told["faults"]] == ["file", "row"]
    assert "启用本机" in told["faults"][1]["told_in_words"]
