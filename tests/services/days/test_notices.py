import json
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.days.check_year import check_year
from desktop.domain.refusal import Refusal
from desktop.services.days.notices import load_calendar, read_year_file
from resources import ROOT

NOTICE = {
    "year": 2030,
    "status": "official",
    "papers": ["https://www.gov.cn/2030.htm"],
    "off_days": [
        {"date": day, "name": "节日", "legal": True}
        for day in (
            "2030-10-03", "2030-01-01", "2030-05-01", "2030-05-02", "2030-10-01", "2030-10-02",
        )
    ],
    "adjusted_workdays": [{"date": "2029-12-29", "name": "元旦"}],
}  # fmt: skip


def written(folder: Path, form: object, name: str = "2030.json") -> Path:
    file = folder / name
    file.write_text(form if isinstance(form, str) else json.dumps(form), "utf-8")
    return file


def test_the_calendar_that_ships() -> None:
    years = load_calendar(ROOT / "calendar").years
    assert [year.year for year in years] == list(range(2018, 2028))
    assert [year.year for year in years if not year.notice] == [2027]


def test_every_official_year_names_its_notice() -> None:
    for year in load_calendar(ROOT / "calendar").years:
        check_year(year)
        if year.notice:
            assert year.doc_no, year.year
            assert all("gov.cn/zhengce/" in address for address in year.papers), year.year
            assert year.papers, year.year


def test_a_file_is_a_year_with_its_days_in_order(tmp_path: Path) -> None:
    year = read_year_file(written(tmp_path, NOTICE))
    assert (year.year, year.notice, year.papers) == (2030, True, ("https://www.gov.cn/2030.htm",))
    assert [day.date.isoformat() for day in year.off_days] == sorted(
        day["date"]
        for day in NOTICE["off_days"]  # type: ignore[attr-defined]
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"papers": []}, "calendar_without_notice"),
        ({"off_days": [*NOTICE["off_days"], NOTICE["off_days"][0]]}, "calendar_day_repeated"),  # type: ignore[misc,index]
        ({"year": 2029}, "calendar_day_of_another_year"),
        ({"year": 0}, "calendar_year_out_of_range"),
        ({"year": 10000}, "calendar_year_out_of_range"),
        ({"off_days": [{"date": "2030-13-01", "name": "元旦"}]}, "pack_broken"),
        ({"off_days": [{"date": "2030-01-01"}]}, "pack_broken"),
        ({"status": "guess"}, "pack_broken"),
        ({"holidays": []}, "pack_broken"),
    ],
)
def test_a_wrong_year_is_refused(tmp_path: Path, change: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        read_year_file(written(tmp_path, {**NOTICE, **change}))


@pytest.mark.parametrize("text", ["", "{", "[]", "not json"])
def test_what_is_no_year_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refusal, match="pack_broken"):
        read_year_file(written(tmp_path, text))


def test_a_year_in_two_files_is_refused(tmp_path: Path) -> None:
    written(tmp_path, NOTICE)
    written(tmp_path, NOTICE, "2030-again.json")
    with pytest.raises(Refusal) as refused:
        load_calendar(tmp_path)
    assert refused.value.data["reason"] == "repeated_year"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_year_file(tmp_path / "2031.json")
    assert refused.value.data["reason"] == "file_missing"
