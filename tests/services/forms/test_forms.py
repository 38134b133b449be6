"""The form of a draft and of a case: prefilled, kept, printed, sealed, reprinted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.cases.draft import Delivery, Way, answer, choose_item, write
from desktop.domain.cases.papers import PaperKind
from desktop.domain.forms.facts import FormEdition, FormFacts
from desktop.domain.forms.filling import gaps
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import Agent, Party, PartyKind, Presence
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, intake, later, papers
from desktop.services.forms import forms
from desktop.services.forms.papers import print_case_form, print_form
from desktop.services.forms.take_home import to_take_home
from desktop.services.forms.together import facts_together, together
from desktop.services.licences import register
from desktop.services.office import Office
from desktop.services.packs.publish import merged
from tests.offices import CLERK, PERSON, answered, whole

FIRM = Party(
    kind=PartyKind.ORGANISATION,
    id_kind=IdKind.USCC,
    name="北京示例商贸有限公司",
    id_number="91110000600037341L",
    phone="010-12345678",
    legal_representative="张示例",
)
TYPED = {
    "premises_address": "北京经济技术开发区示例路1号",
    "premises_area": "120㎡",
    "staff_count": "8",
    "warehouse": "否",
    "food_safety_officer": "𠮷䶮",
}


def cells(told: FormFacts) -> dict[str, str]:
    return {cell.label: cell.value for part in told.parts for cell in part.cells}


def test_what_the_counter_knows_is_not_asked_again(office: Office) -> None:
    draft = answered(office, applicant=FIRM)
    entries = forms.entries(office, draft)
    told = {entry.id: entry for entry in entries}
    assert told["org_name"].value == FIRM.name
    assert told["food_trade"].prefilled
    assert told["delivery_way"].prefilled
    assert "agent_name" not in told
    assert {entry.id for entry in gaps(entries)} == {
        *TYPED, "applicant_address", "contact_name",
    }  # fmt: skip


def test_a_default_is_not_put_into_a_form_to_be_signed(office: Office) -> None:
    told = {entry.id: entry for entry in forms.entries(office, answered(office, answers={}))}
    assert told["food_trade"].value == ""
    assert told["food_trade"].open


def test_an_agent_and_a_courier_bring_their_own_fields(office: Office) -> None:
    agent = Agent(name="王代理", id_number="440524188001010014", phone="13900000000")
    way = Delivery(way=Way.COURIER, receiver="王代理", phone="13900000000", address="示例路2号")
    draft = answered(office, presence=Presence.AGENT, agent=agent, delivery=way)
    told = forms.values(office, draft)
    assert told["agent_name"] == "王代理"
    assert told["delivery_address"] == "示例路2号"
    assert told["person_name"] == PERSON.name


def test_the_licence_to_be_renewed_is_read_from_the_register(office: Office) -> None:
    holder = LicenceHolder(name=PERSON.name, id_number=PERSON.id_number)
    valid = (date(2021, 12, 18), date(2026, 12, 17))
    told = register.by_hand(office, "SP01", "JY11100000000001", holder, valid, "既有证照登记")
    register.enter(office, CLERK, told)
    found = forms.values(office, answered(office, "SP03"))
    assert found["food_licence"] == "JY11100000000001"
    assert found["food_until"] == "2026-12-17"


def test_what_was_typed_outlives_other_answers_and_other_items(office: Office) -> None:
    draft = write(answered(office), "premises_area", "120")
    draft = answer(draft, "q_item", ("餐饮服务",))
    assert forms.values(office, draft)["premises_area"] == "120"
    draft = choose_item(draft, "SP07")
    assert forms.values(office, draft)["premises_area"] == "120"
    assert intake.another(office, CLERK, draft).form == {"premises_area": "120"}


def test_a_draft_keeps_its_form(office: Office) -> None:
    draft = intake.save(office, CLERK, replace(answered(office), form=TYPED))
    assert intake.resume(office, CLERK, draft.id).form == TYPED


def test_a_situation_without_a_form_asks_nothing(office: Office) -> None:
    draft = answered(office, "XF01", answers={"q_mode": ("告知承诺",)})
    assert forms.entries(office, draft) == ()
    with pytest.raises(Refusal, match="no_form"):
        print_form(office, CLERK, draft)


def test_the_form_is_printed_for_signature_and_again_the_same(office: Office) -> None:
    draft = answered(office, applicant=FIRM, form=TYPED)
    number = print_form(office, CLERK, draft)
    facts = papers.facts(office, number)
    assert facts.kind is PaperKind.FORM
    assert facts.form is not None
    assert facts.form.edition is FormEdition.FILLED
    assert facts.form.title == "食品经营许可新办申请表"
    assert cells(facts.form)["经营场所面积"] == "120"
    assert office.renderer.paper(facts) == office.renderer.paper(papers.facts(office, number))
    assert print_form(office, CLERK, draft) != number


def test_a_case_keeps_the_form_and_prints_it(office: Office) -> None:
    done = acts.finish(office, CLERK, whole(office, applicant=FIRM, form=TYPED))
    assert done.case.form["premises_area"] == "120"
    assert done.case.form["org_name"] == FIRM.name
    number = print_case_form(office, CLERK, done.case.number)
    facts = papers.facts(office, number)
    assert number.endswith("-SB1")
    assert facts.form is not None
    assert cells(facts.form)["食品安全管理人员"] == "𠮷䶮"


def test_the_form_is_sealed_and_goes_with_the_case(office: Office) -> None:
    draft = whole(office, applicant=FIRM, form=TYPED)
    before = print_form(office, CLERK, draft)
    done = acts.finish(office, CLERK, draft)
    intake.end(office, CLERK, draft.visit, "served", (done.case.number,))
    office.store.keeping.purge(done.case.number)
    purged = acts.load(office, done.case.number)
    assert purged.form == {}
    assert office.store.views.paper(before) is None
    with pytest.raises(Refusal, match="no_form"):
        print_case_form(office, CLERK, done.case.number)


def test_a_case_back_at_the_counter_brings_its_form(office: Office) -> None:
    done = acts.receive(office, CLERK, answered(office, applicant=FIRM, form=TYPED))
    again = later.open_again(office, CLERK, done.case)
    assert forms.values(office, again) == done.case.form
    assert acts.supplement(office, CLERK, again).papers == ()
    more = acts.supplement(office, CLERK, write(again, "staff_count", "9"))
    assert more.case.form["staff_count"] == "9"
    assert more.case.form["premises_area"] == "120"


def test_a_theme_s_form_asks_what_its_members_share_once(office: Office) -> None:
    told = to_take_home(office, "ZT02", {}, FormEdition.BLANK, "{name}申请表")
    assert [matter.id for matter in told.matters] == ["QY01", "SP01", "JS03"]
    labels = [cell.label for part in told.parts for cell in part.cells]
    assert labels.count("申请者名称") == 1
    assert labels.count("联系电话") == 1
    assert not any(cell.value for part in told.parts for cell in part.cells)


def test_a_sample_shows_the_situation_it_is_for(office: Office) -> None:
    told = to_take_home(office, "ZT02", {}, FormEdition.SAMPLE, "{name}申请表")
    assert cells(told)["主体业态"] == "餐饮服务经营者"
    assert cells(told)["经营场所面积"] == "120"


def test_a_published_item_keeps_its_form_and_a_new_one_asks_what_is_common(office: Office) -> None:
    apply = replace(office.item("SP01").materials[0], key="APPLY_NEW1")
    new = replace(office.item("SP01"), id="NEW1", questions=(), materials=(apply,))
    office.catalogue = merged(office.catalogue, Catalogue(items={"NEW1": new}))
    assert forms.values(office, answered(office))["food_trade"]
    asked = [entry.id for entry in forms.entries(office, answered(office, "NEW1"))]
    assert "person_name" in asked
    assert "premises_area" not in asked


def test_the_members_of_a_theme_fill_one_form(office: Office) -> None:
    drain = {"q_kind": ("餐饮",), "q_stage": ("拟排水",)}
    food = write(answered(office, "SP01", applicant=FIRM), "premises_area", "120")
    water = write(answered(office, "JS03", applicant=FIRM, answers=drain), "drain_daily", "5")
    fire = answered(office, "XF01", applicant=FIRM, answers={"q_mode": ("告知承诺",)})
    found, entries = together(office, [food, water, fire])
    assert [item for item, _name in found.items] == ["SP01", "JS03"]
    told = {entry.id: entry.value for entry in entries}
    assert told["premises_area"] == "120"
    assert told["drain_daily"] == "5"
    assert told["drain_kind"] == "餐饮"
    assert told["food_trade"] == "食品销售经营者"
    facts = facts_together(office, [food, water, fire], "开餐馆申请表")
    assert [matter.id for matter in facts.matters] == ["SP01", "JS03"]
    with pytest.raises(Refusal, match="no_form"):
        facts_together(office, [fire], "消防")


def test_what_is_neither_item_nor_theme_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="unknown_form"):
        to_take_home(office, "XX99", {}, FormEdition.BLANK, "{name}申请表")
    with pytest.raises(Refusal, match="no_form"):
        to_take_home(office, "QY07", {}, FormEdition.BLANK, "{name}申请表")
