"""Every command of the program, each a real process in a data folder that was not there before."""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SPENT: list[float] = []


@pytest.fixture(scope="module", autouse=True)
def told_how_long() -> Iterator[None]:
    """Printed, not asserted: the bar of 0.7 s is the benchmarks'."""
    yield
    print(f"\nmedian of {len(SPENT)} commands: {statistics.median(SPENT):.2f} s")  # noqa: T201


class Station:
    """A data folder, and commands run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder, folder / "home"

    def run(self, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "YICHUANG_HOME": str(self.home), "PYTHONUTF8": "1"}
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words],
            cwd=self.folder, env=environment, capture_output=True, encoding="utf-8",
            timeout=60, check=False,
        )  # fmt: skip
        SPENT.append(time.perf_counter() - begun)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done

    def value(self, *words: str, code: int = 0) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.run(*words, "--json", code=code).stdout)


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


def test_items(station: Station) -> None:
    listed = station.value("items", "list")
    assert set(listed[0]) == {"id", "name", "type"}
    assert station.home.exists(), "an empty folder became an unnamed station"
    shown = station.value("items", "show", "SP01")
    assert (shown["id"], len(shown["materials"])) == ("SP01", 10)
    assert station.value("items", "show", "XX99", code=1)["refused"] == "unknown_item"


def test_items_import_publishes_at_once_or_not_at_all(station: Station) -> None:
    item = station.value("items", "show", "SP01")
    item["name"] = "食品经营许可（改）"
    pack = station.folder / "pack.json"
    pack.write_text(json.dumps({"items": [item]}, ensure_ascii=False), "utf-8")
    told = station.value("items", "import", str(pack))
    assert set(told) == {"added", "changed", "same", "findings"}
    assert (told["added"], told["changed"]) == ([], ["SP01"])
    assert station.value("items", "show", "SP01")["name"] == "食品经营许可（改）"
    item["materials"][0]["name"] = "其他有关材料"
    pack.write_text(json.dumps({"items": [item]}, ensure_ascii=False), "utf-8")
    assert station.value("items", "import", str(pack), code=1)["refused"] == "red_findings"
    findings = station.value("items", "lint", "pack.json", code=1)
    assert {"item", "rule", "level", "message", "article"} == set(findings[0])
    assert "red" in {finding["level"] for finding in findings}


def test_checklist(station: Station) -> None:
    words = ("--answer", "q_biz=集中用餐单位食堂", "--answer", "q_canteen=是", "--licence", "E1")
    told = station.value("checklist", "SP01", *words)
    assert set(told) == {"item", "materials", "routing", "unanswered", "counts"}
    states = {line["key"]: line["state"] for line in told["materials"]}
    assert (states["BL"], states["FOOD_SITE"], states["POA"]) == (
        "exempt", "submit", "not_applicable",
    )  # fmt: skip
    assert all(set(one) == {"key", "name", "state", "reason", "basis"} for one in told["materials"])
    assert told["counts"] == {
        "listed": 10, "to_submit": sum(state == "submit" for state in states.values()),
    }  # fmt: skip
    assert "q_biz" not in told["unanswered"]
    assert "q_agent" in told["unanswered"]


def test_theme_and_policy(station: Station) -> None:
    told = station.value("theme", "ZT02", "--all")
    golden = json.loads((ROOT / "tests/golden/theme_savings.json").read_text("utf-8"))
    assert told == golden["ZT02"]["savings_all_optional_included"]
    assert set(station.value("policy", "KC01", "1000000")) == {"amount", "capped", "formula"}


def test_a_published_calendar_counts_in_the_next_command(station: Station) -> None:
    assert station.value("deadline", "2026-12-25", "5")["provisional"] is True
    form = json.loads((ROOT / "resources/calendar/2027.json").read_text("utf-8"))
    form |= {"status": "official", "papers": ["https://www.gov.cn/2027.htm"]}
    form["off_days"].append({"date": "2027-01-04", "name": "元旦"})
    (station.folder / "2027.json").write_text(json.dumps(form, ensure_ascii=False), "utf-8")
    told = station.value("calendar", "import", "2027.json", "--reason", "通知已公布")
    assert set(told) == {"year", "changes", "recomputed"}
    found = station.value("deadline", "2026-12-25", "5")
    assert (found["due"], found["provisional"]) == ("2027-01-05", False)
    assert station.value("calendar", "list")[-1]["papers"] == ["https://www.gov.cn/2027.htm"]
    assert station.value("verify")["ok"] is True


def test_deadline(station: Station) -> None:
    told = station.value("deadline", "2026-03-02", "20", "--suspend", "2026-03-10..2026-03-20")
    assert (told["due"], told["provisional"]) == ("2026-04-13", False)
    assert set(told["days"][0]) == {"date", "counts", "why"}
    assert sum(day["counts"] for day in told["days"]) == 20


@pytest.mark.parametrize(
    ("kind", "value", "level", "code"),
    [
        ("id", "11010519491231002X", "ok", 0),
        ("uscc", "91110000600037341L", "ok", 0),
        ("waybill", "EA123456784CN", "error", 1),
    ],
)
def test_check(station: Station, kind: str, value: str, level: str, code: int) -> None:
    told = station.value("check", kind, value, code=code)
    assert (set(told), told["level"]) == ({"level", "message"}, level)


def test_log_and_care(station: Station) -> None:
    day = ("--from", "2026-01-01", "--to", "2099-12-31", "--format", "xlsx", "--out", "log")
    told = station.value("log", *day)
    assert {key: told[key] for key in ("rows", "sha256", "heads")} == {
        "rows": 0,
        "sha256": hashlib.sha256((station.folder / "log").read_bytes()).hexdigest(),
        "heads": [],
    }
    assert station.value("verify", "log")["ok"] is True
    assert station.value("verify") == {
        "ok": True, "entries": 1, "devices": 1, "first_broken": None,
    }  # fmt: skip
    station.run("backup", "b.backup")
    assert station.value("verify", "b.backup")["entries"] == 1
    rebuilt = station.value("rebuild")
    assert rebuilt["before"] == rebuilt["after"]
    restored = station.value("restore", "b.backup")
    assert restored["device"] != restored["follows"] == "A01"
    assert station.value("verify")["devices"] == 2
    assert station.value("log", *day)["rows"] == 2


def test_a_person_reads_chinese_and_a_fault_goes_to_standard_error(station: Station) -> None:
    assert "SP01" in station.run("checklist", "SP01").stdout
    refused = station.run("items", "show", "XX99", code=1)
    assert (refused.stdout, "XX99" in refused.stderr) == ("", True)
    wrong = station.run("deadline", "bald", "5", code=2)
    assert wrong.stdout == ""
    assert "bald" in wrong.stderr


def test_help_needs_no_data_folder(station: Station) -> None:
    assert "checklist" in station.run("--help").stdout
    assert not station.home.exists()


def test_a_data_folder_that_cannot_be(station: Station) -> None:
    station.home.write_text("a file")
    assert station.value("items", "list", code=1)["refused"] == "cannot_write"


def test_settings_that_cannot_be_read(station: Station) -> None:
    station.home.mkdir()
    (station.home / "station.toml").write_text("hall = 3\n")
    told = station.value("items", "list", code=2)
    assert (told["refused"], "hall" in told["message"]) == ("settings", True)
