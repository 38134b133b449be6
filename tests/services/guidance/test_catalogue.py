import json
from pathlib import Path
from time import perf_counter

import pytest

from desktop.domain.guidance.item import ItemStatus
from desktop.domain.refusal import Refusal
from desktop.services.guidance.catalogue import load
from desktop.services.guidance.encode import item_form
from desktop.services.guidance.notices import load_calendar, read_year
from desktop.services.guidance.pinyin import index_text, load_readings
from resources import ROOT
from tests.domain.guidance.shipped import catalogue

FOLDER = ROOT / "catalog"
FILES = sorted((FOLDER / "items").glob("*.json"))


def test_everything_that_ships_is_there() -> None:
    found = catalogue()
    assert (len(found.items), len(found.themes), len(found.policies)) == (40, 6, 11)
    assert (len(found.e_licences), len(found.data_shares), len(found.sources)) == (8, 8, 84)
    assert {item.status for item in found.items.values()} == {ItemStatus.SAMPLE}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_decoded_encodes_to_the_file_again(file: Path) -> None:
    form = json.loads(file.read_text("utf-8"))
    assert form["id"] == file.stem
    assert item_form(catalogue().items[file.stem]) == form


def test_it_is_read_between_two_frames() -> None:
    seconds = min(_timed() for _ in range(5))
    assert seconds < 0.12  # the bar is 40 ms; a busy machine is allowed three times that


def _timed() -> float:
    begun = perf_counter()
    load(FOLDER)
    return perf_counter() - begun


def test_the_pinyin_index_is_up_to_date() -> None:
    readings = load_readings(FOLDER / "readings.json")
    wanted = index_text(catalogue().items.values(), readings)
    assert (FOLDER / "pinyin.json").read_text("utf-8") == wanted


def test_an_empty_folder_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        load(tmp_path)
    assert refused.value.data["reason"] == "no_item_files"


def test_the_calendar_that_ships() -> None:
    years = load_calendar(ROOT / "calendar").years
    assert [year.year for year in years] == list(range(2018, 2028))
    assert [year.year for year in years if not year.notice] == [2027]


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ([("2030-01-01", 1), ("2030-01-01", 1)], "repeated_day"),
        ([("2028-01-01", 1)], "day_of_another_year"),
        ([("2030-13-01", 1)], "unreadable"),
    ],
)
def test_a_wrong_year_is_refused(tmp_path: Path, days: list[tuple[str, int]], reason: str) -> None:
    file = tmp_path / "2030.json"
    off = [{"date": day, "name": "元旦"} for day, _ in days]
    file.write_text(json.dumps({"year": 2030, "status": "official", "off_days": off}), "utf-8")
    with pytest.raises(Refusal) as refused:
        read_year(file)
    assert refused.value.data["reason"] == reason
