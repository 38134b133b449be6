"""Forms to take home, blank or as a sample: nobody's yet, provided free (行政许可法 29)."""

from __future__ import annotations

from desktop.domain.cases.papers import Issuer, PaperFacts, PaperKind
from desktop.domain.forms.facts import FormEdition, FormFacts, FormMatter, form_facts
from desktop.domain.forms.known import unknown_circumstances
from desktop.domain.forms.layout import Layout, answered, merged
from desktop.domain.guidance.catalogue import Theme
from desktop.domain.guidance.checklist import Checklist, resolve
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.identity.party import AGENT_QUESTION
from desktop.domain.refusal import Refusal
from desktop.services.forms.forms import application, common_layout, form_of, matter_of
from desktop.services.office import Office


def to_take_home(
    office: Office, what: str, answers: Answers, edition: FormEdition, title: str
) -> FormFacts:
    """The blank or sample form of an item or a theme; `title` names a theme's, by its `{name}`.

    Unanswered questions count with their defaults. Refuses `unknown_form` for what is neither,
    `no_form` where the situation asks for none.
    """
    theme = office.catalogue.themes.get(what)
    if theme is not None:
        return _theme(office, theme, answers, edition, title.format(name=theme.name))
    if what not in office.catalogue.items:
        raise Refusal("unknown_form", what=what)
    item = office.item(what)
    checklist = resolve(item, _own(item, answers))
    material = application(checklist)
    if material is None:
        raise Refusal("no_form", item=item.name)
    found, matter = _blank(office, item, checklist, answers), matter_of(checklist, answers)
    told = answered(found, checklist.answers)
    return form_facts(found, material.name, (matter,), edition, told)


def as_paper(issuer: Issuer, told: FormFacts) -> PaperFacts:
    """The paper has no number and is not journalled."""
    return PaperFacts(kind=PaperKind.FORM, number="", issued_at="", issuer=issuer, form=told)


def _theme(
    office: Office, theme: Theme, answers: Answers, edition: FormEdition, title: str
) -> FormFacts:
    """The forms of the theme's required members as one."""
    found: list[Layout] = []
    matters: list[FormMatter] = []
    values: dict[str, str] = {}
    for stage in theme.stages:
        for member in stage.members:
            if member.optional or member.item not in office.catalogue.items:
                continue
            item = office.item(member.item)
            own = _own(item, {**member.answers, **answers})
            checklist = resolve(item, own)
            if application(checklist) is not None:
                found.append(_blank(office, item, checklist, {**answers, **own}))
                matters.append(matter_of(checklist, own))
                values = {**answered(found[-1], checklist.answers), **values}
    if not found:
        raise Refusal("no_form", item=theme.name)
    return form_facts(merged(found), title, tuple(matters), edition, values)


def _own(item: ServiceItem, answers: Answers) -> Answers:
    """Answers to the item's own questions; others are circumstances, or another member's."""
    asked = {question.id for question in item.questions}
    return {id: told for id, told in answers.items() if id in asked}


def _blank(office: Office, item: ServiceItem, checklist: Checklist, answers: Answers) -> Layout:
    own = {**checklist.answers, **answers}
    if AGENT_QUESTION not in answers:
        own.pop(AGENT_QUESTION, None)
    told = unknown_circumstances(item, own, form_of(office, item.id).applicant)
    return common_layout(office, item, told, {})
