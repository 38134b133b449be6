"""The office: everything the outside supplies to the verbs, put together by `main.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from desktop.domain.cases.papers import Issuer
from desktop.domain.courier.carrying.credentials import CarrierPlace, Credentials
from desktop.domain.courier.troubles.terms import Terms
from desktop.domain.days import BEIJING
from desktop.domain.days.counting import CountingRule
from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.catalogue import Catalogue, Theme
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import AuthoritySet
from desktop.domain.halls.roles import Clerk
from desktop.domain.halls.station import Station
from desktop.domain.refusal import Refusal
from desktop.services.ports import (
    CarrierService,
    Hubs,
    Ledgers,
    LicenceSource,
    MessageOutbox,
    Renderer,
    Spreadsheets,
    Store,
)

Licensing = Callable[[str, str, Callable[[], datetime]], LicenceSource]
"""A source of e-licences by its address, credential and clock."""
Couriers = Callable[[CarrierPlace, Credentials, Callable[[], datetime]], CarrierService]
"""Carriers by where they are asked, what they know this hall by, and the clock."""

MAIN_HALL = "main hall of the hub"
"""Under which a sub-hall's store remembers the name of the hall that publishes for it."""


@dataclass(slots=True)
class Office:
    """`catalogue` is what ships overlaid with what was published; publishing replaces it.

    `versions` are the numbers of the versions in force on `catalogue_day`, of items that were
    published; `older` what cases still hold on to (`desktop.services.packs.in_force`).

    So with `calendar`, where `rule` says how it counts (`desktop.services.days.publish`).
    `terms` are the days of a parcel's troubles as shipped (`desktop.services.courier.troubles.terms`).
    `now` answers an aware moment in Beijing. `ledgers` by format: csv, xlsx, pdf, json. `resources`
    is the folder of data that ships; without `messages` no text message is prepared.
    """

    store: Store
    station: Station
    shipped: Catalogue
    catalogue: Catalogue
    calendar: WorkCalendar
    now: Callable[[], datetime]
    renderer: Renderer
    ledgers: Ledgers = field(default_factory=Ledgers)
    sheets: Spreadsheets | None = None
    licensing: Licensing | None = None
    hubs: Hubs | None = None
    rule: CountingRule = CountingRule()
    versions: Mapping[str, int] = field(default_factory=dict)
    catalogue_day: date | None = None
    older: dict[tuple[str, int], ServiceItem] = field(default_factory=dict)
    resources: Path | None = None
    messages: MessageOutbox | None = None
    terms: Terms | None = None
    couriers: Couriers | None = None

    def today(self) -> date:
        """The day in Beijing, on which every term of the law is counted."""
        return self.now().astimezone(BEIJING).date()

    def item(self, id: str) -> ServiceItem:
        found = self.catalogue.items.get(id)
        if found is None:
            raise Refusal("unknown_item", item=id)
        return found

    def require_publisher(self) -> None:
        """In a hub the main hall publishes for all: what holds must be the same everywhere.

        Refuses `main_hall_publishes` with that hall's name.
        """
        main = self.store.local.recall(MAIN_HALL)
        if main:
            raise Refusal("main_hall_publishes", hall=main)

    def spreadsheets(self) -> Spreadsheets:
        """Refuses `no_spreadsheets` where nothing was put in to read them."""
        if self.sheets is None:
            raise Refusal("no_spreadsheets")
        return self.sheets

    def theme(self, id: str) -> Theme:
        found = self.catalogue.themes.get(id)
        if found is None:
            raise Refusal("unknown_theme", theme=id)
        return found

    def authority(self, item: str) -> AuthoritySet:
        """What this hall may do for the item: 受理 unless a supervisor set otherwise."""
        told = self.store.views.authority(item)
        return told or AuthoritySet(item=item, authority=Authority.ACCEPT)

    def issuer(self, clerk: Clerk) -> Issuer:
        """Head and foot of every paper this clerk issues at this window."""
        station = self.station
        return Issuer(
            organ=station.organ,
            hall=station.hall_name,
            window=station.window,
            clerk=f"{clerk.name}（{clerk.code}）",
            phone=station.phone,
            complaints=station.complaints,
            address=station.address,
            hours=station.hours,
            privacy_contact=station.privacy_contact,
            enquiry=station.enquiry_address,
        )
