"""申请表 at the counter: what is known is quiet, Enter goes from gap to gap, F2 prints it."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.tick import Check
from desktop.domain.forms.filling import gaps
from desktop.services.cases import papers
from desktop.services.forms import forms
from desktop.services.office import Office
from desktop.ui.pages.intake.forms.panel import FormPanel, known
from desktop.ui.pages.intake.forms.rows import KnownRow
from desktop.ui.pages.papers.page import PapersPage
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.pace import slower
from tests.ui.pages.intake.hands import CTRL, ORGANISATION_ID, Hands, K, focused

FIRM = "北京示例餐饮有限公司"


def at_the_form(hands: Hands) -> FormPanel:
    """食品经营许可 of a firm, everything but the form told."""
    hands.take("spjy")
    hands.confirm_questions()
    hands.tick_all()
    hands.press(K.Key_Return)
    hands.strike("2")
    hands.write(FIRM)
    hands.press(K.Key_Return)
    hands.write(ORGANISATION_ID)
    hands.press(K.Key_Return)
    hands.write("张示例")
    hands.press(K.Key_Return, K.Key_Return)
    hands.strike("1")
    hands.press(K.Key_4, held=CTRL)
    return hands.page.middle.form


def here(hands: Hands) -> str:
    """Id of the field that has the keyboard."""
    rows = hands.page.middle.form.rows
    return next((id for id, row in rows.items() if row.isAncestorOf(focused())), "")


def fill(hands: Hands) -> None:
    """Every gap of the form, with Enter alone from one to the next."""
    for id, text in (
        ("applicant_phone", "010-12345678"),
        ("applicant_address", "北京经济技术开发区示例路1号"),
        ("contact_name", "李示例"),
        ("premises_address", "北京经济技术开发区示例路1号1层"),
        ("premises_area", "120"),
    ):
        assert here(hands) == id
        hands.write(text)
        hands.press(K.Key_Return)
    assert here(hands) == "warehouse"
    hands.strike("2")
    hands.write("8")
    hands.press(K.Key_Return)
    hands.write("王示例")
    hands.press(K.Key_Return)


def test_what_is_known_is_only_read(hands: Hands) -> None:
    form = at_the_form(hands)
    assert hands.page.middle.front == "step_form"
    name = form.rows["org_name"]
    assert isinstance(name, KnownRow)
    assert name.text == FIRM
    delivery = form.rows["delivery_way"]
    assert isinstance(delivery, KnownRow)
    assert delivery.text == "窗口自取"
    assert form.rows["premises_area"].warning == "待填"


def test_enter_goes_from_gap_to_gap_and_f2_prints_the_form(hands: Hands, office: Office) -> None:
    form = at_the_form(hands)
    fill(hands)
    assert not gaps(hands.page.session.entries)
    assert form.state.full.endswith("齐了")
    assert "F2" in hands.page.middle.said_now
    assert "打印申请表" in hands.page.bar.buttons["print_list"].text()
    draft = hands.draft
    hands.press(K.Key_F2)
    facts = papers.facts(office, f"{draft.visit[-12:]}-SB1")
    assert facts.kind is PaperKind.FORM
    assert facts.form is not None
    assert isinstance(hands.shell.front, PapersPage)


def test_the_row_of_the_material_says_how_far_the_form_is(hands: Hands) -> None:
    at_the_form(hands)
    hands.press(K.Key_Escape)
    lines = hands.page.middle.materials.list
    hands.strike("1")
    row = hands.sheet.row("APPLY_SP01")
    assert row is not None
    assert row.check is Check.UNCHECKED
    detail = next(line.detail for line in lines.lines.all if line.key == "APPLY_SP01")
    assert "缺 8 项" in detail
    assert "Ctrl+4" in detail


def test_the_form_is_no_gate(hands: Hands, office: Office) -> None:
    at_the_form(hands)
    hands.press(K.Key_F9)
    done = hands.page.done
    assert done is not None
    assert done.case.form["org_name"] == FIRM
    assert "premises_area" not in done.case.form


def test_a_wrong_value_stays_and_is_marked_and_undone(hands: Hands) -> None:
    form = at_the_form(hands)
    hands.press(*[K.Key_Return] * 4)
    assert here(hands) == "premises_area"
    hands.write("hen da")
    assert "大于 0" in form.rows["premises_area"].warning
    assert hands.draft.form["premises_area"] == "hen da"
    hands.press(K.Key_Escape)
    hands.press(K.Key_Z, held=CTRL)
    assert "premises_area" not in hands.draft.form
    assert "表单：经营场所面积" in hands.page.middle.said_now


def test_rare_characters_print_and_what_no_face_has_is_said_at_once(hands: Hands) -> None:
    form = at_the_form(hands)
    hands.press(K.Key_Return, K.Key_Return)
    assert here(hands) == "contact_name"
    hands.write("䶮𠮷𬭎")
    assert form.rows["contact_name"].warning == ""
    hands.write("\U00016800")
    assert "没有字形" in form.rows["contact_name"].warning


def test_a_pasted_novel_is_cut_where_the_line_ends_and_marked(hands: Hands) -> None:
    form = at_the_form(hands)
    hands.press(K.Key_Return, K.Key_Return)
    hands.write("很长的话，" * 900)
    assert "最多 60 个字" in form.rows["contact_name"].warning
    assert len(hands.draft.form["contact_name"]) == 2000


def test_a_choice_brings_the_field_that_hangs_on_it(hands: Hands) -> None:
    form = at_the_form(hands)
    hands.press(*[K.Key_Return] * 5)
    assert here(hands) == "warehouse"
    hands.strike("1")
    assert here(hands) == "warehouse_address"
    assert list(form.rows).index("warehouse_address") == list(form.rows).index("warehouse") + 1


def test_enter_passes_over_what_is_left_open_and_comes_back_to_it(hands: Hands) -> None:
    at_the_form(hands)
    first = here(hands)
    seen = [first]
    for _again in range(8):
        hands.press(K.Key_Return)
        seen.append(here(hands))
    assert seen[8] == first
    assert len(set(seen)) == 8
    assert "齐了" not in hands.page.middle.said_now


def test_what_was_typed_outlives_other_answers(hands: Hands) -> None:
    at_the_form(hands)
    hands.press(*[K.Key_Return] * 4)
    hands.write("120")
    hands.press(K.Key_E, held=CTRL)
    hands.strike("2")
    hands.press(K.Key_4, held=CTRL)
    assert hands.draft.form["premises_area"] == "120"
    assert hands.draft.answers["q_biz"] == ("餐饮服务经营者",)


def test_a_value_unlike_what_is_known_says_so(hands: Hands) -> None:
    form = at_the_form(hands)
    hands.write("010-12345678")
    hands.press(K.Key_2, held=CTRL)
    hands.page.middle.who.phone.line.setText("13800138021")
    hands.page.middle.who.phone.line.textEdited.emit("13800138021")
    hands.press(K.Key_4, held=CTRL)
    assert "不一致" in form.rows["applicant_phone"].warning
    assert "13800138021" in form.rows["applicant_phone"].warning


def test_without_a_form_there_is_no_step(hands: Hands) -> None:
    hands.take("QY07")
    hands.confirm_questions()
    hands.press(K.Key_4, held=CTRL)
    assert hands.page.middle.front == "step_sheet"
    assert "不用填申请表" in hands.page.middle.said_now


def test_the_form_opens_at_once(hands: Hands) -> None:
    """Some 70 ms of work on a machine at rest; the bar leaves room for a busy one."""
    hands.take("KJ03")
    hands.confirm_questions()
    took = []
    for _again in range(3):
        hands.press(K.Key_1, held=CTRL)
        hands.page.middle.form._shape = ()
        begun = process_time()
        hands.page.middle.go("step_form")
        QApplication.processEvents()
        took.append(process_time() - begun)
    assert min(took) < 0.2 * slower()


def test_typing_costs_little(hands: Hands, office: Office) -> None:
    at_the_form(hands)
    begun = process_time()
    for _again in range(20):
        forms.entries(office, hands.draft)
    assert (process_time() - begun) / 20 < 0.02 * slower()


@pytest.mark.parametrize(
    ("theme", "px"), [(Theme.LIGHT, 15), (Theme.DARK, 22), (Theme.CONTRAST, 22)]
)
def test_nothing_is_cut_off(
    hands: Hands,
    dressed: QApplication,
    shoot: Callable[[QWidget, str], None],
    theme: Theme,
    px: int,
) -> None:
    dress(dressed, theme, px)
    form = at_the_form(hands)
    hands.write("12")
    hands.press(K.Key_Return)
    dressed.processEvents()
    shoot(hands.shell, f"form-{theme}-{px}")
    assert not [id for id, row in form.rows.items() if row.width() < row.minimumSizeHint().width()]
    hands.press(K.Key_Escape)
    dressed.processEvents()
    shoot(hands.shell, f"form-sheet-{theme}-{px}")
    assert any(not known(row) for row in form.rows.values())
