"""What the journal published lies over what ships: when the office opens, when something is
published here or by another process, and on a new day.
"""

from __future__ import annotations

from desktop.services.courier.troubles.terms import load_terms
from desktop.services.days.publish import take_calendar
from desktop.services.licences.categories import take_categories
from desktop.services.office import Office
from desktop.services.packs.in_force import take_catalogue


def take_published(office: Office) -> None:
    """The courier's terms as they ship, the calendar with its rule, the catalogue of today and the
    categories of e-licences over it.
    """
    if office.resources is not None and office.terms is None:
        office.terms = load_terms(office.resources / "courier/troubles.json")
    take_calendar(office)
    take_catalogue(office)
    take_categories(office)
