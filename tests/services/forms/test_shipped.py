"""The forms that ship: every item that asks for one has its own, each field has its ground."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from desktop.domain.forms.form import COMMON, conflicts, unfounded
from desktop.domain.forms.known import CIRCUMSTANCES, ITEM_TYPE
from desktop.domain.forms.layout import CHOSEN
from desktop.domain.guidance.condition import atoms
from desktop.domain.refusal import Refusal
from desktop.services.forms import wire
from desktop.services.forms.decode import form_from
from desktop.services.forms.encode import form_form
from desktop.services.forms.read import load_forms
from desktop.wording.refusals import sentence
from resources import ROOT
from tests.domain.guidance import shipped

FORMS = shipped.catalogue().forms
ITEMS = shipped.catalogue().items
WITH_FORM = [
    item.id for item in ITEMS.values() if any(m.is_application_form for m in item.materials)
]


def test_every_item_that_asks_for_a_form_has_one_and_no_other() -> None:
    assert set(FORMS) == {COMMON, *WITH_FORM}
    assert all(FORMS[id].illustrative for id in WITH_FORM)
    assert not conflicts(FORMS)


@pytest.mark.parametrize("id", FORMS)
def test_every_field_is_directly_related(id: str) -> None:
    """行政许可法 29: a source, a basis or a reason; bases are sources the catalogue knows."""
    fields = FORMS[id].fields
    assert not unfounded(fields)
    known = shipped.catalogue().sources
    for field in fields:
        assert {basis.source for basis in field.basis} <= set(known), field.id
        assert field.sample, field.id


@pytest.mark.parametrize("id", WITH_FORM)
def test_conditions_and_sources_name_what_the_item_asks(id: str) -> None:
    item, form = ITEMS[id], FORMS[id]
    options = {q.id: set(q.options) for q in item.questions}
    options |= {name: set(told) for name, told in CIRCUMSTANCES.items()}
    options |= {field.id: set(field.choices) for field in form.fields if field.kind in CHOSEN}
    conditions = [s.condition for s in form.sections] + [f.condition for f in form.fields]
    for condition in conditions:
        for atom in atoms(condition):
            assert set(atom.options) <= options[atom.question], (id, atom)
    for field in form.fields:
        if field.source.startswith("answer:"):
            assert set(field.options) == options[field.source.removeprefix("answer:")], field.id


def test_the_common_part_names_circumstances_alone() -> None:
    common = FORMS[COMMON]
    conditions = [s.condition for s in common.sections] + [f.condition for f in common.fields]
    for condition in conditions:
        assert {atom.question for atom in atoms(condition)} <= {*CIRCUMSTANCES, ITEM_TYPE}


@pytest.mark.parametrize("id", FORMS)
def test_a_form_written_and_read_again_is_the_same(id: str) -> None:
    raw = msgspec.json.encode(form_form(FORMS[id]))
    assert form_from(msgspec.json.decode(raw, type=wire.FormForm)) == FORMS[id]


def broken_forms() -> list[tuple[dict[str, object], str, str]]:
    field = {"id": "a", "label": "甲"}
    return [
        ({**field, "source": "applicant.shoe_size"}, "sections[0].fields[0].source", "预填来源"),
        ({**field, "kind": "choice"}, "sections[0].fields[0].options", "选项"),
        ({**field, "options": ["一"]}, "sections[0].fields[0].options", "选项"),
        ({**field, "kind": "area", "sample": "很大"}, "sections[0].fields[0].sample", "示例值"),
        ({**field, "condition": {"q": "x"}}, "sections[0].fields[0].condition", "条件"),
        ({**field, "kind": "colour"}, "$.sections[0].fields[0].kind", "colour"),
        ({**field, "colour": "红"}, "$.sections[0].fields[0]", "colour"),
    ]


@pytest.mark.parametrize(("field", "path", "word"), broken_forms())
def test_a_broken_form_says_where_and_why(
    field: dict[str, object], path: str, word: str, tmp_path: Path
) -> None:
    form = {"item": "A", "sections": [{"id": "s", "title": "节", "fields": [field]}]}
    (tmp_path / "A.json").write_text(json.dumps(form), "utf-8")
    with pytest.raises(Refusal) as caught:
        load_forms(tmp_path)
    assert path in str(caught.value.data["path"])
    assert word in sentence(caught.value)
    assert "A.json" in sentence(caught.value)


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    field = {"id": "a", "label": "甲"}
    sections = [{"id": "s", "title": "节", "fields": [field]}]
    sections.append({"id": "t", "title": "节", "fields": [field]})
    (tmp_path / "A.json").write_text(json.dumps({"item": "A", "sections": sections}), "utf-8")
    with pytest.raises(Refusal) as caught:
        load_forms(tmp_path)
    assert caught.value.data["path"] == "$.sections[1].fields[0].id"


def test_rubbish_is_refused_with_its_file(tmp_path: Path) -> None:
    for content in (b"", b"\xff\xfe\x00", b"[]", b"{" * 5000, b'{"item": "A"}'):
        (tmp_path / "A.json").write_bytes(content)
        with pytest.raises(Refusal) as caught:
            load_forms(tmp_path)
        assert caught.value.code == "pack_broken"


def test_the_shipped_folder_is_what_the_catalogue_holds() -> None:
    assert load_forms(ROOT / "catalog/forms") == dict(FORMS)
