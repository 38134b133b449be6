"""The read side, as `db` satisfies it: what lists and screens ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Protocol

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
from desktop.services.closings import Closings
from desktop.services.logbook import LogBook
from desktop.services.supervision.figures.port import Figures
from desktop.services.supervision.views import OversightViews

PAGE = 500
"""Rows a list reads at a time."""


class Views(OversightViews, Protocol):
    """The read side: one SQL text per list, order and limit in SQL."""

    @property
    def closing(self) -> Closings: ...

    @property
    def figures(self) -> Figures:
        """看板·月报."""
        ...

    def case(self, number: str) -> Case | None: ...

    def cases(self, wanted: CaseFilter, offset: int = 0, limit: int = PAGE) -> list[CaseRow]:
        """Newest first."""
        ...

    def count_cases(self, wanted: CaseFilter) -> int: ...

    def case_history(self, number: str) -> list[Fact]:
        """Every entry that touches the case: its own, its papers', its shipments', in order."""
        ...

    def shipment(self, number: str) -> Shipment | None: ...

    def shipments(
        self, wanted: ShipmentFilter, offset: int = 0, limit: int = PAGE
    ) -> list[ShipmentRow]: ...

    def courier_estimate(self, month: str, but: str = "") -> Decimal:
        """Yuan that the parcels made in this month (yyyy-mm) are estimated to cost, `but` left out."""
        ...

    def address(self, id: str) -> AddressRow | None: ...

    def addresses(self, text: str = "", limit: int = PAGE) -> list[AddressRow]:
        """The address book by initials; the text begins a word of any of its fields."""
        ...

    def troubled(self, number: str = "") -> list[Seen]:
        """Parcels that may have a trouble, the oldest first; of one `number` where it is given."""

    def piece(self, number: str) -> Piece | None: ...

    def pieces(self, wanted: PieceFilter, offset: int = 0, limit: int = PAGE) -> list[PieceRow]:
        """What stands longest where it is comes first."""
        ...

    def bag_owner(self, bag: str) -> str:
        """The parcel on which this bag number was ever used, or empty."""
        ...

    def done_alone(self, offset: int = 0, limit: int = PAGE) -> list[AloneRow]:
        """Sealings and openings by one person where two are wanted, that nobody looked at yet."""
        ...

    def disagreements(
        self, done: bool = False, offset: int = 0, limit: int = PAGE
    ) -> list[DisagreementRow]:
        """What nobody settled first, newest on top; with `done` the others as well."""
        ...

    def count_disagreements(self) -> int:
        """Those that nobody settled."""
        ...

    def misdeliveries(self, offset: int = 0, limit: int = PAGE) -> list[MisdeliveryRow]:
        """Open ones first, newest on top."""

    def arrival(self, number: str) -> Arrival | None: ...

    def arrivals(
        self, wanted: ArrivalFilter, offset: int = 0, limit: int = PAGE
    ) -> list[ArrivalRow]:
        """The longest wait first."""

    def billing_shipments(
        self, carrier: str, first: date, last: date, waybills: Iterable[str] = ()
    ) -> list[Sent]:
        """The carrier's parcels that left within the days, and those of these waybills whenever."""
        ...

    def main_carrier(self, waybills: Iterable[str]) -> str:
        """The carrier of most of these waybills; empty where none is ours."""
        ...

    def billed(
        self, carrier: str, month: str, waybills: Iterable[str]
    ) -> dict[str, tuple[str, ...]]:
        """The other months whose bills charged these waybills, once per line."""
        ...

    def bills(self, offset: int = 0, limit: int = PAGE) -> list[BillRow]:
        """The latest month first."""
        ...

    def bill_lines(self, id: str) -> list[BillLine]: ...

    def account(self, id: str) -> Account | None: ...

    def published_tariffs(self) -> list[str]:
        """Texts of published tariffs, the latest last."""
        ...

    def licence(self, id: str) -> Licence | None: ...

    def licences(
        self, wanted: LicenceFilter, offset: int = 0, limit: int = PAGE
    ) -> list[LicenceRow]:
        """What ends first stands first."""
        ...

    def count_licences(self, wanted: LicenceFilter) -> int: ...

    def open_checks(self, offset: int = 0, limit: int = PAGE) -> list[OpenCheck]:
        """待核, the longest wait first."""
        ...

    def papers(self, case: str) -> list[PaperRow]: ...

    def paper(self, number: str) -> PaperFacts | None: ...

    def paper_row(self, number: str) -> PaperRow | None: ...

    def duties(self, wanted: DutyFilter, offset: int = 0, limit: int = PAGE) -> list[DutyRow]:
        """What is due first stands first; stopped clocks come last."""
        ...

    def count_duties(self, wanted: DutyFilter) -> int: ...

    def ready(
        self,
        text: str = "",
        until: date | None = None,
        offset: int = 0,
        limit: int = PAGE,
        made: bool = False,
        others: frozenset[str] = frozenset(),
    ) -> list[ReadyRow]:
        """Decided cases that wait for 制证 or 送达, the longest wait first; `until`: waiting since
        that day or longer; `made`: only what can be handed out; not those of the halls `others`.
        """
        ...

    def handed_to(self, hall: str) -> list[str]:
        """Cases handed to this hall that nobody took over yet, the nearest term first."""
        ...

    def oversight(
        self, done: bool = False, offset: int = 0, limit: int = PAGE
    ) -> list[OversightRow]:
        """Acts a supervisor has yet to look at, newest first; with `done` the others as well."""
        ...

    def batches(self, offset: int = 0, limit: int = PAGE) -> list[BatchRow]: ...

    def batch(self, number: str) -> Batch | None: ...

    def not_given(self, limit: int = PAGE) -> list[str]:
        """Cases whose materials lie at the window and never went to the back office."""
        ...

    def theme(self, number: str) -> ThemeCase | None: ...

    def themes(self, offset: int = 0, limit: int = PAGE) -> list[str]:
        """Numbers of theme cases, newest first."""
        ...

    def savings(self, first: date, last: date) -> list[Total]:
        """What cases accepted within these days saved, by measure and, of days, by unit."""
        ...

    def savings_by_item(self, first: date, last: date) -> list[ItemTotal]:
        """Their materials item by item; what saved most stands first."""
        ...

    def breaches(self, number: str) -> list[Breach]:
        """Promises broken and not repaired, of the holder of this document's normal number."""
        ...

    def clerks(self) -> list[Clerk]: ...

    def clerk(self, code: str) -> Clerk | None: ...

    def authorities(self) -> list[AuthoritySet]: ...

    def authority(self, item: str) -> AuthoritySet | None: ...

    def published_items(self) -> list[Version]:
        """Every publication of every item, in order."""
        ...

    def item_versions(self, item: str) -> list[Version]: ...

    def published_parts(self) -> list[PartPublished]:
        """The last publication of each source, licence, theme and policy."""
        ...

    def proposals(self) -> list[Proposal]: ...

    def published_years(self) -> list[YearPublished]:
        """The last publication of each year."""
        ...

    def counting_rule(self) -> CountingRule:
        """What a supervisor set last; else the default."""
        ...

    def recent_items(self, clerk: str, limit: int = 8) -> list[str]:
        """Item ids this clerk received last, newest first, each once."""
        ...

    def log(self, wanted: LogFilter) -> Iterator[LogRow]:
        """In order of `happened_at`, then device and sequence; streams, memory stays flat.

        `applicant` and `applicant_id` come in full; masking is the service's.
        """
        ...

    def count_log(self, wanted: LogFilter) -> int: ...

    @property
    def book(self) -> LogBook:
        """The log by pages and figures, over this connection."""
        ...
