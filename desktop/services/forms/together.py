"""One form for the members of a theme that are at the counter: 表单合并, told once."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.cases.draft import Draft
from desktop.domain.forms.facts import FormEdition, FormFacts, form_facts
from desktop.domain.forms.filling import Entry, fill, values_of
from desktop.domain.forms.layout import Layout, merged, per_item
from desktop.domain.refusal import Refusal
from desktop.services.forms.forms import draft_matter, known, layout_of
from desktop.services.office import Office


def together(office: Office, drafts: Sequence[Draft]) -> tuple[Layout, tuple[Entry, ...]]:
    """The drafts' forms as one, and what stands in it; drafts that need none are passed over.

    What was typed into one of them counts for all: a field of one id is one fact.
    """
    asked = [(draft, found) for draft in drafts if (found := layout_of(office, draft)) is not None]
    typed = {id: value for draft in drafts for id, value in draft.form.items()}
    told: dict[str, str] = {}
    for draft, _found in asked:
        for source, value in known(office, draft).items():
            told[f"{draft.item} {source}" if per_item(source) else source] = value
    found = merged([found for _draft, found in asked])
    return found, fill(found, told, typed, office.today())


def facts_together(office: Office, drafts: Sequence[Draft], title: str) -> FormFacts:
    """The one form filled for signature; refuses `no_form` where no draft needs one."""
    found, entries = together(office, drafts)
    if not found.items:
        raise Refusal("no_form", item=title)
    wanted = {item for item, _name in found.items}
    matters = tuple(draft_matter(office, draft) for draft in drafts if draft.item in wanted)
    return form_facts(found, title, matters, FormEdition.FILLED, values_of(entries))
