"""The form of a draft, of a case, and the ones to take home: what each asks and holds."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Draft
from desktop.domain.cases.sheet import given_answers, lay_out
from desktop.domain.forms import known as sources
from desktop.domain.forms.facts import FormEdition, FormFacts, FormMatter, form_facts
from desktop.domain.forms.filling import Entry, fill, values_of
from desktop.domain.forms.form import COMMON, Form
from desktop.domain.forms.layout import Layout, layout
from desktop.domain.guidance.checklist import Checklist, Need
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import Material, ServiceItem
from desktop.domain.identity.party import Presence
from desktop.domain.refusal import Refusal
from desktop.services.licences.renewals import known_renewal
from desktop.services.office import Office
from desktop.services.packs.in_force import item_for, known_item_of


def form_of(office: Office, item: str) -> Form:
    """The item's own form; an item without one asks what is common."""
    return office.catalogue.forms.get(item) or Form(item)


def application(checklist: Checklist) -> Material | None:
    """The application form among the materials, where this situation asks for one."""
    for line in checklist.lines:
        if line.material.is_application_form and line.need is not Need.NOT_APPLICABLE:
            return line.material
    return None


def entries(office: Office, draft: Draft) -> tuple[Entry, ...]:
    """Every field of the draft's form with what stands in it; none where no form is asked for."""
    found = layout_of(office, draft)
    if found is None:
        return ()
    return fill(found, known(office, draft), draft.form, office.today())


def values(office: Office, draft: Draft) -> dict[str, str]:
    """What the form holds, known or typed: field id → value."""
    return values_of(entries(office, draft))


def layout_of(office: Office, draft: Draft) -> Layout | None:
    """The form of the draft as it stands; None where the situation asks for none."""
    item = item_for(office, draft)
    checklist = lay_out(item, draft).checklist
    if application(checklist) is None:
        return None
    told = sources.circumstances(
        item,
        checklist.answers,
        draft.applicant.kind,
        draft.presence is Presence.AGENT,
        draft.delivery.way,
    )
    return common_layout(office, item, told, draft.form)


def known(office: Office, draft: Draft) -> dict[str, str]:
    """What the counter and the register of licences know of this draft, by source.

    A default is a suggestion: only what a person answered is put into a form to be signed.
    """
    agent = draft.agent if draft.presence is Presence.AGENT else None
    item = item_for(office, draft)
    answers = lay_out(item, draft).checklist.answers
    told = {
        **sources.of_people(draft.applicant, agent, draft.delivery),
        **sources.of_counter(given_answers(item, draft), office.station, office.today()),
        **_renewed(office, draft, answers),
        "case.number": draft.case,
    }
    return {source: value for source, value in told.items() if value}


def _renewed(office: Office, draft: Draft, answers: Answers) -> dict[str, str]:
    """The licence that the draft is to renew, as this hall's register has it."""
    holder, today = draft.applicant.id_number, office.today()
    found = known_renewal(office, item_for(office, draft), answers, holder, today)
    if found is None:
        return {}
    until = found.row.valid_until
    return {
        "renewed.number": found.row.number,
        "renewed.valid_until": until.isoformat() if until else "",
    }


def draft_facts(office: Office, draft: Draft) -> FormFacts:
    """The form of the draft, filled for signature; refuses `no_form` where none is asked for."""
    item = item_for(office, draft)
    checklist = lay_out(item, draft).checklist
    material, found = application(checklist), layout_of(office, draft)
    if material is None or found is None:
        raise Refusal("no_form", item=item.name)
    matter = draft_matter(office, draft)
    return form_facts(found, material.name, (matter,), FormEdition.FILLED, values(office, draft))


def draft_matter(office: Office, draft: Draft) -> FormMatter:
    """What is applied for, in the situation as a person told it."""
    item = item_for(office, draft)
    return matter_of(lay_out(item, draft).checklist, given_answers(item, draft))


def matter_of(checklist: Checklist, given: Answers) -> FormMatter:
    """The item, with those questions that were answered: a default is nobody's word."""
    item = checklist.item
    situation = tuple(
        (question.text, "、".join(checklist.answers[question.id]))
        for question in item.questions
        if question.id in given
    )
    return FormMatter(id=item.id, name=item.name, situation=situation)


def case_facts(office: Office, case: Case) -> FormFacts:
    """The form of a case as it was received; refuses `no_form` where none was kept."""
    item = known_item_of(office, case)
    material = next((m for m in item.materials if m.is_application_form), None)
    if material is None or not case.form:
        raise Refusal("no_form", item=case.item_name)
    told = sources.circumstances(
        item, case.answers, case.applicant.kind, case.agent is not None, case.delivery.way
    )
    found = common_layout(office, item, told, case.form)
    matter = FormMatter(id=item.id, name=case.item_name, situation=case.situation)
    return form_facts(found, material.name, (matter,), FormEdition.FILLED, case.form)


def common_layout(
    office: Office, item: ServiceItem, told: Answers, filled: Mapping[str, str]
) -> Layout:
    """What the item asks in these circumstances, with what every form asks."""
    common = office.catalogue.forms.get(COMMON)
    return layout(common, form_of(office, item.id), item.name, told, filled)
