import json
from pathlib import Path
from time import process_time

import pytest

from desktop.domain.guidance.terms import ItemStatus
from desktop.domain.refusal import Refusal
from desktop.services.guidance.catalogue import load
from desktop.services.packs.encode import item_form
from desktop.services.packs.pinyin import index_text, load_readings
from resources import ROOT
from tests.domain.guidance.shipped import catalogue
from tests.pace import slower

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
    assert seconds < 0.12 * slower()  # the bar is 40 ms; a busy machine is allowed three times that


def _timed() -> float:
    begun = process_time()
    load(FOLDER)
    return process_time() - begun


def test_the_pinyin_index_is_up_to_date() -> None:
    readings = load_readings(FOLDER / "readings.json")
    wanted = index_text(catalogue().items.values(), readings)
    assert (FOLDER / "pinyin.json").read_text("utf-8") == wanted


def test_an_empty_folder_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        load(tmp_path)
    assert refused.value.data["reason"] == "no_item_files"
