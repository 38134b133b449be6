"""The first source: the hall's own register, with what was imported into it."""

from __future__ import annotations

from desktop.domain.licences.categories import issuing
from desktop.domain.licences.entries import EndWhy
from desktop.domain.licences.fetched import (
    CodeAnswer,
    Fetched,
    LicenceAnswer,
    LicenceQuery,
    LicenceStatus,
    Outcome,
    Silence,
)
from desktop.domain.licences.licence import Licence
from desktop.domain.licences.rows import LicenceFilter
from desktop.services.licences.register import load
from desktop.services.office import Office

REGISTER = "register"
"""How the answers of this source are signed; the screens call it 本厅证照库."""

_STATUS = {
    EndWhy.CANCELLED: LicenceStatus.CANCELLED,
    EndWhy.REVOKED: LicenceStatus.REVOKED,
    EndWhy.STRIPPED: LicenceStatus.REVOKED,
    EndWhy.LAPSED: LicenceStatus.EXPIRED,
    EndWhy.REPLACED: LicenceStatus.CANCELLED,
    EndWhy.SUSPENDED: LicenceStatus.SUSPENDED,
}


class LocalRegister:
    """Reads the store: only in the thread that opened it."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def find(self, query: LicenceQuery) -> tuple[LicenceAnswer, ...]:
        """By the holder's document number; an entry that was a mistake was never a licence."""
        return tuple(self._answer(category, query) for category in query.categories)

    def by_code(self, code: str) -> CodeAnswer:
        """The register shows no codes."""
        return CodeAnswer(source=REGISTER, at=self._office.now(), why=Silence.NO_SOURCE)

    def _answer(self, category: str, query: LicenceQuery) -> LicenceAnswer:
        office = self._office
        wanted = LicenceFilter(
            holder_id=query.holder.id_number, items=issuing(office.catalogue, category)
        )
        rows = office.store.views.licences(wanted) if query.holder.id_number.strip() else []
        kept = (load(office, row.id) for row in rows if row.ended is not EndWhy.MISTAKEN)
        found = tuple(self._fetched(category, one) for one in kept)
        outcome = Outcome.FOUND if found else Outcome.NONE
        return LicenceAnswer(
            category=category, outcome=outcome, source=REGISTER, at=office.now(), licences=found
        )

    def _fetched(self, category: str, licence: Licence) -> Fetched:
        last = self._office.store.journal.facts(f"licence:{licence.id}")[-1]
        ended = licence.ended
        return Fetched(
            category=category,
            name=licence.name,
            number=licence.number,
            holder=licence.holder,
            issuer=licence.issuer or self._office.station.organ,
            issued_on=licence.issued_on,
            valid_from=licence.valid_from,
            valid_until=licence.valid_until,
            status=_STATUS[ended.why] if ended else LicenceStatus.VALID,
            source=REGISTER,
            fetched_at=self._office.now(),
            digest=last.entry.hash.hex(),
        )
