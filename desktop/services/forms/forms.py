"""The form of a draft, of a case, and the ones to take home: what each asks and holds."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Delivery, Draft
from desktop.domain.cases.sheet import lay_out
from desktop.domain.forms import known as sources
from desktop.domain.forms.facts import FormEdition, FormFacts, FormMatter, form_facts
from desktop.domain.forms.filling import Entry, fill, values_of
from desktop.domain.forms.form import COMMON, Form
from desktop.domain.forms.layout import Layout, layout, merged
from desktop.domain.guidance.catalogue import Theme
from desktop.domain.guidance.checklist import Checklist, Need, resolve
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import Material, ServiceItem
from desktop.domain.identity.party import AGENT_QUESTION, Agent, Party, Presence
from desktop.domain.refusal import Refusal
from desktop.services.office import Office

Situation = tuple[tuple[str, str], ...]


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
    item = office.item(draft.item)
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
    return _layout(office, item, told, draft.form)


def known(office: Office, draft: Draft) -> dict[str, str]:
    """What the counter knows of this draft, by source."""
    agent = draft.agent if draft.presence is Presence.AGENT else None
    checklist = lay_out(office.item(draft.item), draft).checklist
    return _known(office, draft.applicant, agent, draft.delivery, checklist.answers, draft.case)


def draft_facts(office: Office, draft: Draft) -> FormFacts:
    """The form of the draft, filled for signature; refuses `no_form` where none is asked for."""
    item = office.item(draft.item)
    checklist = lay_out(item, draft).checklist
    material, found = application(checklist), layout_of(office, draft)
    if material is None or found is None:
        raise Refusal("no_form", item=item.name)
    matter = FormMatter(id=item.id, name=item.name, situation=_situation(checklist))
    return form_facts(found, material.name, (matter,), FormEdition.FILLED, values(office, draft))


def case_facts(office: Office, case: Case) -> FormFacts:
    """The form of a case as it was received; refuses `no_form` where none was kept."""
    item = office.item(case.item)
    material = next((m for m in item.materials if m.is_application_form), None)
    if material is None or not case.form:
        raise Refusal("no_form", item=case.item_name)
    told = sources.circumstances(
        item, case.answers, case.applicant.kind, case.agent is not None, case.delivery.way
    )
    found = _layout(office, item, told, case.form)
    matter = FormMatter(id=item.id, name=case.item_name, situation=case.situation)
    return form_facts(found, material.name, (matter,), FormEdition.FILLED, case.form)


def to_take_home(
    office: Office, what: str, answers: Answers, edition: FormEdition, title: str = "{name}申请表"
) -> FormFacts:
    """The blank or sample form of an item or a theme; `title` names a theme's.

    Unanswered questions count with their defaults. Refuses `unknown_form` for what is neither,
    `no_form` where the situation asks for none.
    """
    theme = office.catalogue.themes.get(what)
    if theme is not None:
        return _theme(office, theme, answers, edition, title.format(name=theme.name))
    if what not in office.catalogue.items:
        raise Refusal("unknown_form", what=what)
    item = office.item(what)
    told = {q.id for q in item.questions}
    checklist = resolve(item, {k: v for k, v in answers.items() if k in told})
    material = application(checklist)
    if material is None:
        raise Refusal("no_form", item=item.name)
    found = _blank(office, item, checklist, answers)
    return form_facts(found, material.name, (_matter(checklist, answers),), edition, {})


def _theme(
    office: Office, theme: Theme, answers: Answers, edition: FormEdition, title: str
) -> FormFacts:
    """The forms of the theme's required members as one."""
    found: list[Layout] = []
    matters: list[FormMatter] = []
    for stage in theme.stages:
        for member in stage.members:
            if member.optional or member.item not in office.catalogue.items:
                continue
            item = office.item(member.item)
            told = {q.id for q in item.questions}
            own = {k: v for k, v in {**member.answers, **answers}.items() if k in told}
            checklist = resolve(item, own)
            if application(checklist) is not None:
                found.append(_blank(office, item, checklist, {**answers, **own}))
                matters.append(_matter(checklist, own))
    if not found:
        raise Refusal("no_form", item=theme.name)
    return form_facts(merged(found), title, tuple(matters), edition, {})


def _blank(office: Office, item: ServiceItem, checklist: Checklist, answers: Answers) -> Layout:
    own = {**checklist.answers, **answers}
    if AGENT_QUESTION not in answers:
        own.pop(AGENT_QUESTION, None)
    told = sources.unknown_circumstances(item, own, form_of(office, item.id).applicant)
    return _layout(office, item, told, {})


def _layout(office: Office, item: ServiceItem, told: Answers, filled: Mapping[str, str]) -> Layout:
    common = office.catalogue.forms.get(COMMON)
    return layout(common, form_of(office, item.id), item.name, told, filled)


def _known(
    office: Office,
    applicant: Party,
    agent: Agent | None,
    delivery: Delivery,
    answers: Answers,
    case: str,
) -> dict[str, str]:
    told = sources.of_people(applicant, agent, delivery)
    told |= sources.of_counter(answers, office.station, office.today())
    return {name: value for name, value in {**told, "case.number": case}.items() if value}


def _situation(checklist: Checklist) -> Situation:
    told = checklist.answers
    return tuple((q.text, "、".join(told.get(q.id, ()))) for q in checklist.item.questions)


def _matter(checklist: Checklist, given: Answers) -> FormMatter:
    """The situation of a form to take home: only what was said, defaults are for the hall."""
    item = checklist.item
    situation = tuple((text, told) for text, told in _situation(checklist))
    asked = {q.text for q in item.questions if q.id in given}
    return FormMatter(
        id=item.id, name=item.name, situation=tuple(s for s in situation if s[0] in asked)
    )
