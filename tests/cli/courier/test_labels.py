"""Labels as files, and what a kiosk would be told."""

import json
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from desktop.cli.answer import run
from desktop.cli.app import GROUP
from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.courier.carriers import Direction
from desktop.services.cases import acts
from desktop.services.courier import shipments
from desktop.services.office import Office
from tests.offices import CLERK, whole


@pytest.fixture
def sent(office: Office) -> tuple[str, str]:
    """A settled case by courier, and its parcel."""
    way = Delivery(
        way=Way.COURIER,
        receiver="李大敏",
        phone="13900139022",
        address="北京市大兴区荣华中路10号502室",
    )
    case = acts.finish(office, CLERK, whole(office, "SP06", delivery=way)).case
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    return case.number, shipments.create(office, CLERK, told).shipment.number


@pytest.mark.parametrize("size", ["100x150", "76x130", "slip80"])
@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("escpos", b"\x1b@\x1dv0"), ("tspl", b"SIZE ")]
)  # fmt: skip
def test_every_size_in_every_form(
    office: Office,
    sent: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    size: str,
    form: str,
    begins: bytes,
) -> None:
    out = tmp_path / f"a.{form}"
    words = ["label", sent[1], "--size", size, "--format", form, "--out", str(out), "--json"]
    assert run(GROUP, words, office) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["size"], told["format"], told["bytes"]) == (size, form, out.stat().st_size)
    assert out.read_bytes().startswith(begins)
    if form == "png":
        found = zxingcpp.read_barcodes(Image.open(out).convert("L"))
        assert any(one.text.startswith(sent[1]) for one in found)


def test_a_file_is_never_written_over(
    office: Office, sent: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.pdf"
    out.write_text("mine")
    assert run(GROUP, ["label", sent[1], "--out", str(out)], office) == 1
    assert out.read_text() == "mine"
    assert "不会覆盖" in capsys.readouterr().err
    assert run(GROUP, ["label", "K9", "--out", str(tmp_path / "b.pdf")], office) == 1
    assert run(GROUP, ["label", sent[1], "--size", "9x9"], office) == 2


def test_progress_in_plain_words(
    office: Office, sent: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(GROUP, ["progress", sent[0], "--last4", "9022"], office) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "已装好，等快递员来取" in lines[1]
    assert lines[-1].startswith("寄递免费")
    assert run(GROUP, ["progress", sent[0], "--last4", "9022", "--json"], office) == 0
    (parcel,) = json.loads(capsys.readouterr().out)["parcels"]
    assert parcel["state"] == "to_be_sent"
    assert "李" not in json.dumps(parcel, ensure_ascii=False)


def test_wrong_digits_and_a_wrong_number_are_answered_alike(
    office: Office, sent: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for number, digits in ((sent[0], "0000"), ("KFQ-20261123-A07-9999", "9022")):
        assert run(GROUP, ["progress", number, "--last4", digits, "--json"], office) == 1
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
