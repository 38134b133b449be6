"""Packs by command: read, compared, published, listed, withdrawn."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.answer import run
from desktop.cli.app import GROUP
from desktop.services.office import Office
from resources import ROOT

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def unseen(tmp_path: Path) -> Path:
    """An item, a theme, a policy and a source that no catalogue has held."""
    item = json.loads((ROOT / "catalog/items/SP01.json").read_text("utf-8"))
    item |= {
        "id": "ZZ01",
        "name": "试办事项",
        "legal_basis": [{"source": "NEW", "article": "第三条"}],
    }
    theme = {
        "id": "ZT99",
        "name": "试办一件事",
        "stages": [{"order": 1, "members": [{"item": "ZZ01"}]}],
    }
    policy = {"id": "KC99", "name": "试点资助", "computable": True, "inputs": ["投入"], "rate": 0.5}
    pack = {
        "meta": {"title": "试"},
        "items": [item],
        "themes": [theme],
        "policy_support": [policy],
        "sources": {"NEW": {"title": "试办办法", "verified": "text"}},
    }
    file = tmp_path / "unseen.json"
    file.write_text(json.dumps(pack, ensure_ascii=False), "utf-8")
    return file


def value(capsys: Capture, office: Office, *arguments: str, code: int = 0) -> Any:
    assert run(GROUP, [*arguments, "--json"], office) == code
    return json.loads(capsys.readouterr().out)


def test_an_unseen_pack_is_in_force_whole(capsys: Capture, office: Office, unseen: Path) -> None:
    done = value(capsys, office, "items", "import", str(unseen))
    assert (done["added"], done["changed"], done["same"]) == (["ZZ01"], [], [])
    assert set(done) == {"added", "changed", "same", "findings"}
    assert {"level", "message", "article"} <= set(done["findings"][0])
    again = value(capsys, office, "items", "import", str(unseen))
    assert (again["added"], again["same"]) == ([], ["ZZ01"])
    assert value(capsys, office, "theme", "ZT99")["members"] == 1
    assert run(GROUP, ["policy", "KC99", "300"], office) == 0
    assert "150" in capsys.readouterr().out
    assert office.catalogue.sources["NEW"].title == "试办办法"


def test_differences_as_sentences_and_as_values(
    capsys: Capture, office: Office, tmp_path: Path
) -> None:
    item = json.loads((ROOT / "catalog/items/SP01.json").read_text("utf-8"))
    item["materials"][2]["copies"] = 7
    file = tmp_path / "one.json"
    file.write_text(json.dumps(item, ensure_ascii=False), "utf-8")
    (change,) = value(capsys, office, "items", "diff", str(file))
    assert (change["item"], change["field"], change["after"]) == ("SP01", "materials.copies", 7)
    assert change["message"].endswith("→ 7。")
    assert office.store.views.item_versions("SP01") == []


def test_versions_and_a_withdrawal(capsys: Capture, office: Office) -> None:
    assert [one["number"] for one in value(capsys, office, "items", "versions", "SP01")] == [0]
    value(capsys, office, "items", "withdraw", "SP01", "--from", "2026-12-01")
    shipped, ends = value(capsys, office, "items", "versions", "SP01")
    assert (shipped["in_force"], ends["in_force"], ends["until"]) == (False, True, "2026-11-30")
    assert run(GROUP, ["items", "versions", "ZZ99"], office) != 0
