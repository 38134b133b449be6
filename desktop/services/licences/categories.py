"""Categories of e-licence: journalled in one short list, laid over the catalogue that ships."""

from __future__ import annotations

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.licences import categories as rules
from desktop.domain.licences.categories import CategorySet
from desktop.domain.trust.entry import Act
from desktop.services.office import Office

ENTITY = "catalogue:e_licences"
"""All categories are one entity: the last word on each id stands."""


def set_category(office: Office, clerk: Clerk, told: CategorySet) -> None:
    """Add a category, rename it, or say whether it is only assumed (推定); in force at once."""
    office.require_publisher()
    require(clerk, Right.MANAGE_ITEMS)
    told = rules.checked(told, office.catalogue)
    office.store.journal.append([Act(entity=ENTITY, payload=told)], clerk.code)
    take_categories(office)


def take_categories(office: Office) -> None:
    """Lay what was set over the catalogue; of an office just opened, or after another process."""
    facts = office.store.journal.facts(ENTITY)
    told = (fact.payload for fact in facts)
    set_ = [one for one in told if isinstance(one, CategorySet)]
    if set_:
        office.catalogue = rules.overlaid(office.catalogue, set_)
