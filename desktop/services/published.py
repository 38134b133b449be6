"""What the journal published lies over what ships: when the office opens, and when another
process published meanwhile. Items are laid over the catalogue before there is an office.
"""

from __future__ import annotations

from desktop.services.days.publish import take_calendar
from desktop.services.licences.categories import take_categories
from desktop.services.office import Office


def take_published(office: Office) -> None:
    """The calendar with its rule, and the categories of e-licences."""
    take_calendar(office)
    take_categories(office)
