"""Every form that ships, printed blank, as a sample and filled: all of it stands on the paper."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from desktop.documents.layout.page import A4
from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.forms.facts import FormCell, FormEdition, FormFacts, FormMatter, form_facts
from desktop.domain.forms.form import COMMON, FieldKind, Form
from desktop.domain.forms.known import unknown_circumstances
from desktop.domain.forms.layout import Layout, layout, merged
from desktop.wording.guidance.forms import value_text
from tests.documents import reading
from tests.documents.forms.samples import FORM, TOLD, edition
from tests.documents.samples import ISSUER
from tests.domain.guidance import shipped

RENDERER = PdfRenderer()
CATALOGUE = shipped.catalogue()
ITEMS = [id for id in CATALOGUE.forms if id != COMMON]
RARE = "䶮𠮷𬭎"


def whole(id: str) -> Layout:
    """The item's form with every field, whatever the situation."""

    def without(form: Form) -> Form:
        sections = tuple(
            replace(
                section,
                condition=None,
                fields=tuple(replace(field, condition=None) for field in section.fields),
            )
            for section in form.sections
        )
        return replace(form, sections=sections)

    item = CATALOGUE.items[id]
    common, own = without(CATALOGUE.forms[COMMON]), without(CATALOGUE.forms[id])
    answers = unknown_circumstances(item, {}, CATALOGUE.forms[id].applicant)
    return layout(common, own, item.name, answers)


def told(found: Layout, of: FormEdition, values: dict[str, str] | None = None) -> PaperFacts:
    matters = tuple(FormMatter(id=id, name=name) for id, name in found.items)
    form = form_facts(found, "示范申请表", matters, of, values or {})
    number = "8c1f0a2b3c4d-SB1" if of is FormEdition.FILLED else ""
    return replace(FORM, number=number, form=form)


def flat(pdf: bytes) -> str:
    return re.sub(r"\s", "", reading.poppler_text(pdf))


def cells(facts: PaperFacts) -> list[FormCell]:
    assert facts.form is not None
    return [cell for part in facts.form.parts for cell in part.cells]


def inside(pdf: bytes) -> None:
    """No glyph leaves the printable width, none falls off the page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if not text.get_text_range(index, 1).strip():
                    continue
                left, low, right, high = text.get_charbox(index)
                assert left >= A4.side - 4, text.get_text_range(index, 12)
                assert right <= A4.width - A4.side + 4, text.get_text_range(index, 12)
                assert 0 < low < high < A4.height


@pytest.mark.parametrize("id", ITEMS)
@pytest.mark.parametrize("of", FormEdition)
def test_every_label_and_every_value_stands_on_the_paper(id: str, of: FormEdition) -> None:
    found = whole(id)
    values = {one.id: one.field.sample for one in found.asked}
    facts = told(found, of, values)
    pdf = RENDERER.paper(facts)
    text = flat(pdf)
    for cell in cells(facts):
        assert cell.label in text, cell.label
        for option in cell.options:
            assert re.sub(r"\s", "", option) in text, option
        shown = value_text(cell.kind, cell.value, cell.source)
        if shown and not cell.options:
            assert re.sub(r"\s", "", shown) in text, shown
    assert ("示例表" in text, "空白表" in text) == (
        of is FormEdition.SAMPLE,
        of is FormEdition.BLANK,
    )
    if of is not FormEdition.SAMPLE:
        inside(pdf)


@pytest.mark.parametrize("id", ["SP01", "QY01", "XF01", "RS02", "KJ03"])
def test_a_pasted_novel_wraps_and_prints_to_its_end(id: str) -> None:
    novel = f"始{RARE}" + "很长的话，" * 900 + "终"
    found = whole(id)
    written = next(one for one in found.asked if not one.field.choices)
    facts = told(found, FormEdition.FILLED, {written.id: novel})
    pdf = RENDERER.paper(facts)
    assert "终" in flat(pdf)
    assert RARE in flat(pdf)
    assert reading.pages(pdf) > 1
    inside(pdf)


def test_long_words_in_every_field_stay_in_their_boxes() -> None:
    found = merged([whole("SP01"), whole("YX02")])
    values = {one.id: "WWWW@示例.example " * 10 for one in found.asked if not one.field.choices}
    inside(RENDERER.paper(told(found, FormEdition.FILLED, values)))


def test_blank_and_sample_bear_no_number_and_no_code() -> None:
    for of in (FormEdition.BLANK, FormEdition.SAMPLE):
        pdf = RENDERER.paper(edition(of))
        assert reading.codes(pdf) == []
        assert "文书编号" not in flat(pdf)
        assert "免费提供" in flat(pdf) or "虚构" in flat(pdf)


def test_the_filled_form_has_room_for_signature_and_seal_and_no_seal_of_ours() -> None:
    text = flat(RENDERER.paper(FORM))
    assert "申请人（签字或者盖章）" in text
    assert "代理人（签字）" in text
    assert "未加盖专用印章无效" not in text
    assert "居民身份证" in text
    assert "resident_id" not in text


def test_what_is_no_option_is_not_lost() -> None:
    cell = FormCell(label="类别", kind=FieldKind.CHOICE, value="别的", options=("一", "二"))
    part = replace(TOLD.parts[0], cells=(cell,))
    facts = replace(FORM, form=replace(TOLD, parts=(part,)))
    assert "别的" in flat(RENDERER.paper(facts))


def test_a_long_title_takes_two_lines() -> None:
    title = "北京经济技术开发区示例事项很长的名称" * 2 + "申请表"
    facts = replace(FORM, form=replace(TOLD, title=title))
    pdf = RENDERER.paper(facts)
    assert title in flat(pdf)
    inside(pdf)


def test_a_theme_marks_for_which_item_a_part_is() -> None:
    found = merged([whole("QY01"), whole("SP01")])
    text = flat(RENDERER.paper(told(found, FormEdition.BLANK)))
    assert "①事项名称" in text
    assert "用于事项①" in text
    assert "用于事项②" in text
    assert text.count("申请者名称") == 1


def test_a_form_without_facts_is_still_a_paper() -> None:
    empty = FormFacts(edition=FormEdition.BLANK, title="空", matters=(), parts=())
    facts = PaperFacts(kind=PaperKind.FORM, number="", issued_at="", issuer=ISSUER, form=empty)
    assert reading.pages(RENDERER.paper(facts)) == 1
