"""The views' door: `desktop.services.ports.Views` over one connection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal

from db.link import Link
from db.views import (
    cases,
    checks,
    custody,
    days,
    halls,
    handling,
    licences,
    promises,
    savings,
    shipments,
    themes,
)
from db.views.arrivals import lists as arrivals
from db.views.billing import bills as billing
from db.views.closing.lists import Closings
from db.views.courier import addresses, troubled
from db.views.exchange import disagreements
from db.views.figures.door import Figures
from db.views.supervision.door import Oversight
from db.views.supervision.log.book import LogBook
from desktop.domain.addresses.rows import AddressRow
from desktop.domain.billing.account import Account
from desktop.domain.billing.bill import BillLine
from desktop.domain.billing.rows import BillRow, Sent
from desktop.domain.cases.case import Case
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.rows import CaseFilter, CaseRow, PaperRow
from desktop.domain.courier.arrivals.arrival import Arrival
from desktop.domain.courier.arrivals.rows import ArrivalFilter, ArrivalRow
from desktop.domain.courier.rows import ShipmentFilter, ShipmentRow
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.troubles.found import Seen
from desktop.domain.custody.piece import Piece
from desktop.domain.custody.rows import AloneRow, MisdeliveryRow, PieceFilter, PieceRow
from desktop.domain.days.counting import CountingRule
from desktop.domain.days.entries import YearPublished
from desktop.domain.exchange.rows import DisagreementRow
from desktop.domain.halls.entries import AuthoritySet
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.batches import Batch
from desktop.domain.handling.rows import BatchRow, DutyFilter, DutyRow, OversightRow, ReadyRow
from desktop.domain.licences.checks import OpenCheck
from desktop.domain.licences.licence import Licence
from desktop.domain.licences.rows import LicenceFilter, LicenceRow
from desktop.domain.packs.entries import PartPublished
from desktop.domain.packs.proposal import Proposal
from desktop.domain.packs.versions import Version
from desktop.domain.promises.records import Breach
from desktop.domain.savings.totals import ItemTotal, Total
from desktop.domain.supervision.rows import LogFilter, LogRow
from desktop.domain.themes.progress import ThemeCase
from desktop.domain.trust.entry import Fact
from desktop.services.ports import PAGE


class Views(Oversight):
    """`reading` opens a connection for the log, which may be read in any thread."""

    def __init__(self, link: Link, reading: Callable[[], AbstractContextManager[Link]]) -> None:
        self._link = link
        self._reading = reading
        self.closing = Closings(link)
        self.figures = Figures(link)

    def case(self, number: str) -> Case | None:
        return cases.case(self._link, number)

    def cases(self, wanted: CaseFilter, offset: int = 0, limit: int = PAGE) -> list[CaseRow]:
        return cases.cases(self._link, wanted, offset, limit)

    def count_cases(self, wanted: CaseFilter) -> int:
        return cases.count_cases(self._link, wanted)

    def case_history(self, number: str) -> list[Fact]:
        return cases.history(self._link, number)

    def open_checks(self, offset: int = 0, limit: int = PAGE) -> list[OpenCheck]:
        return checks.open_checks(self._link, offset, limit)

    def papers(self, case: str) -> list[PaperRow]:
        return cases.papers(self._link, case)

    def paper(self, number: str) -> PaperFacts | None:
        return cases.paper(self._link, number)

    def paper_row(self, number: str) -> PaperRow | None:
        return cases.paper_row(self._link, number)

    def shipment(self, number: str) -> Shipment | None:
        return shipments.shipment(self._link, number)

    def shipments(
        self, wanted: ShipmentFilter, offset: int = 0, limit: int = PAGE
    ) -> list[ShipmentRow]:
        return shipments.shipments(self._link, wanted, offset, limit)

    def courier_estimate(self, month: str, but: str = "") -> Decimal:
        return addresses.courier_estimate(self._link, month, but)

    def address(self, id: str) -> AddressRow | None:
        return addresses.address(self._link, id)

    def addresses(self, text: str = "", limit: int = PAGE) -> list[AddressRow]:
        return addresses.addresses(self._link, text, limit)

    def troubled(self, number: str = "") -> list[Seen]:
        return troubled.troubled(self._link, number)

    def piece(self, number: str) -> Piece | None:
        return custody.piece(self._link, number)

    def pieces(self, wanted: PieceFilter, offset: int = 0, limit: int = PAGE) -> list[PieceRow]:
        return custody.pieces(self._link, wanted, offset, limit)

    def bag_owner(self, bag: str) -> str:
        return custody.bag_owner(self._link, bag)

    def done_alone(self, offset: int = 0, limit: int = PAGE) -> list[AloneRow]:
        return custody.done_alone(self._link, offset, limit)

    def disagreements(
        self, done: bool = False, offset: int = 0, limit: int = PAGE
    ) -> list[DisagreementRow]:
        return disagreements.disagreements(self._link, done, offset, limit)

    def count_disagreements(self) -> int:
        return disagreements.count(self._link)

    def misdeliveries(self, offset: int = 0, limit: int = PAGE) -> list[MisdeliveryRow]:
        return custody.misdeliveries(self._link, offset, limit)

    def arrival(self, number: str) -> Arrival | None:
        return arrivals.arrival(self._link, number)

    def arrivals(
        self, wanted: ArrivalFilter, offset: int = 0, limit: int = PAGE
    ) -> list[ArrivalRow]:
        return arrivals.arrivals(self._link, wanted, offset, limit)

    def billing_shipments(
        self, carrier: str, first: date, last: date, waybills: Iterable[str] = ()
    ) -> list[Sent]:
        return billing.billing_shipments(self._link, carrier, first, last, waybills)

    def main_carrier(self, waybills: Iterable[str]) -> str:
        return billing.main_carrier(self._link, waybills)

    def billed(
        self, carrier: str, month: str, waybills: Iterable[str]
    ) -> dict[str, tuple[str, ...]]:
        return billing.billed(self._link, carrier, month, waybills)

    def bills(self, offset: int = 0, limit: int = PAGE) -> list[BillRow]:
        return billing.bills(self._link, offset, limit)

    def bill_lines(self, id: str) -> list[BillLine]:
        return billing.bill_lines(self._link, id)

    def account(self, id: str) -> Account | None:
        return billing.account(self._link, id)

    def published_tariffs(self) -> list[str]:
        return billing.published_tariffs(self._link)

    def duties(self, wanted: DutyFilter, offset: int = 0, limit: int = PAGE) -> list[DutyRow]:
        return handling.duties(self._link, wanted, offset, limit)

    def count_duties(self, wanted: DutyFilter) -> int:
        return handling.count_duties(self._link, wanted)

    def ready(
        self,
        text: str = "",
        until: date | None = None,
        offset: int = 0,
        limit: int = PAGE,
        made: bool = False,
        others: frozenset[str] = frozenset(),
    ) -> list[ReadyRow]:
        return handling.ready(self._link, text, until, offset, limit, made, others)

    def handed_to(self, hall: str) -> list[str]:
        return handling.handed_to(self._link, hall)

    def oversight(
        self, done: bool = False, offset: int = 0, limit: int = PAGE
    ) -> list[OversightRow]:
        return handling.oversight(self._link, done, offset, limit)

    def batches(self, offset: int = 0, limit: int = PAGE) -> list[BatchRow]:
        return handling.batches(self._link, offset, limit)

    def batch(self, number: str) -> Batch | None:
        return handling.batch(self._link, number)

    def not_given(self, limit: int = PAGE) -> list[str]:
        return handling.not_given(self._link, limit)

    def licence(self, id: str) -> Licence | None:
        return licences.licence(self._link, id)

    def licences(
        self, wanted: LicenceFilter, offset: int = 0, limit: int = PAGE
    ) -> list[LicenceRow]:
        return licences.licences(self._link, wanted, offset, limit)

    def count_licences(self, wanted: LicenceFilter) -> int:
        return licences.count_licences(self._link, wanted)

    def theme(self, number: str) -> ThemeCase | None:
        return themes.theme(self._link, number)

    def themes(self, offset: int = 0, limit: int = PAGE) -> list[str]:
        return themes.themes(self._link, offset, limit)

    def savings(self, first: date, last: date) -> list[Total]:
        return savings.totals(self._link, first, last)

    def savings_by_item(self, first: date, last: date) -> list[ItemTotal]:
        return savings.by_item(self._link, first, last)

    def breaches(self, number: str) -> list[Breach]:
        return promises.breaches(self._link, number)

    def clerks(self) -> list[Clerk]:
        return halls.clerks(self._link)

    def clerk(self, code: str) -> Clerk | None:
        return next(iter(halls.clerks(self._link, code)), None) if code else None

    def authorities(self) -> list[AuthoritySet]:
        return halls.authorities(self._link)

    def authority(self, item: str) -> AuthoritySet | None:
        return next(iter(halls.authorities(self._link, item)), None) if item else None

    def published_items(self) -> list[Version]:
        return halls.item_versions(self._link)

    def item_versions(self, item: str) -> list[Version]:
        return halls.item_versions(self._link, item)

    def published_parts(self) -> list[PartPublished]:
        return halls.published_parts(self._link)

    def proposals(self) -> list[Proposal]:
        return halls.proposals(self._link)

    def published_years(self) -> list[YearPublished]:
        return days.published_years(self._link)

    def counting_rule(self) -> CountingRule:
        return days.counting_rule(self._link)

    def recent_items(self, clerk: str, limit: int = 8) -> list[str]:
        return halls.recent_items(self._link, clerk, limit)

    def log(self, wanted: LogFilter) -> Iterator[LogRow]:
        with self._reading() as link:
            yield from LogBook(link).rows(wanted)

    def count_log(self, wanted: LogFilter) -> int:
        with self._reading() as link:
            return LogBook(link).count(wanted)

    @property
    def book(self) -> LogBook:
        return LogBook(self._link)
