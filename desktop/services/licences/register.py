"""The register: a result enters it with the act that issues it, an older licence by hand."""

from __future__ import annotations

from datetime import date, datetime

from desktop.domain.cases.case import Case
from desktop.domain.guidance.citation import cite_all
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.licences import register as rules
from desktop.domain.licences.entries import (
    EndWhy,
    LicenceEnded,
    LicenceHolder,
    LicenceIssued,
    Renewal,
    holder_of,
)
from desktop.domain.licences.licence import Licence, licence_id
from desktop.domain.licences.renewal import rule_of
from desktop.domain.licences.rows import LicenceFilter
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.packs.in_force import known_item_of


def of_case(
    office: Office,
    case: Case,
    number: str,
    issued_on: date,
    valid_from: date,
    valid_until: date | None,
) -> LicenceIssued:
    """The result of a case as it enters the register; hand it to `register`."""
    item = known_item_of(office, case)
    return LicenceIssued(
        item=item.id,
        name=item.result.name if item.result else item.name,
        number=number,
        issued_on=issued_on,
        valid_from=valid_from,
        valid_until=valid_until,
        renewal=renewal_of(office, item.id),
        case=case.number,
        holder=holder_of(case.applicant),
    )


def register(
    office: Office, told: LicenceIssued, at: datetime | None = None, replaces: str = ""
) -> tuple[Act, ...]:
    """The acts that put a licence into the register, for the transaction of the verb that issues.

    Editions under the same number that it takes the place of are ended with it (换发); `replaces`
    names by id one whose number differs. Refuses `licence_incomplete`, `dates_reversed`,
    `licence_known`, `unknown_licence_number`.
    """
    id = licence_id(told.item, told.number)
    told = rules.issued(told, office.store.views.licence(id))
    named = load(office, replaces) if replaces else None
    ends = rules.replaced(told, _same_number(office, told.number), named)
    return (_act(id, told, at), *(_act(other, end, at) for other, end in ends.items()))


def enter(office: Office, clerk: Clerk, told: LicenceIssued) -> Licence:
    """既有证照登记: a licence from before, or from elsewhere, entered by hand with the reason.

    The renewal rule is the item's of today. Refuses what `register` refuses, and `reason_missing`.
    """
    require(clerk, Right.SERVE)
    if not told.reason.strip():
        raise Refusal("reason_missing")
    office.item(told.item)
    with office.store.journal.transaction():
        office.store.journal.append(register(office, told), clerk.code)
        return load(office, licence_id(told.item, told.number))


def by_hand(
    office: Office,
    item: str,
    number: str,
    holder: LicenceHolder,
    valid: tuple[date, date | None],
    reason: str,
    name: str = "",
) -> LicenceIssued:
    """What a clerk reads off a licence: it is taken to be issued on its first day of validity.

    Refuses `licence_without_item` while no item is chosen.
    """
    if not item:
        raise Refusal("licence_without_item")
    found = office.item(item)
    return LicenceIssued(
        item=item,
        name=name or (found.result.name if found.result else found.name),
        number=number,
        issued_on=valid[0],
        valid_from=valid[0],
        valid_until=valid[1],
        renewal=renewal_of(office, item),
        reason=reason,
        holder=holder,
    )


def end(
    office: Office, clerk: Clerk, id: str, why: EndWhy, on: date, reason: str, case: str = ""
) -> Licence:
    """注销, 撤销, 失效, or an entry that was a mistake; a reason is always told."""
    require(clerk, Right.END_LICENCE)
    with office.store.journal.transaction():
        office.store.journal.append([end_act(office, id, why, on, reason, case)], clerk.code)
        return load(office, id)


def end_act(office: Office, id: str, why: EndWhy, on: date, reason: str, case: str = "") -> Act:
    """The same for the transaction of another verb, for instance of a case of 注销."""
    told = LicenceEnded(why=why, on=on, reason=reason.strip(), case=case)
    return _act(id, rules.ended(load(office, id), told), None)


def load(office: Office, id: str) -> Licence:
    licence = office.store.views.licence(id)
    if licence is None:
        raise Refusal("unknown_licence_number", licence=id)
    return licence


def renewal_of(office: Office, item: str) -> Renewal | None:
    """The item's rule as a licence issued now keeps it, its basis cited as text."""
    rule = rule_of(office.item(item))
    if rule is None:
        return None
    basis = cite_all(rule.basis, office.catalogue.sources)
    return Renewal(closes=rule.closes, opens=rule.opens, late=rule.late, basis=basis)


def _same_number(office: Office, number: str) -> list[Licence]:
    rows = office.store.views.licences(LicenceFilter(number=number, in_force=True))
    return [load(office, row.id) for row in rows]


def _act(id: str, told: LicenceIssued | LicenceEnded, at: datetime | None) -> Act:
    entity = f"licence:{id}"
    return Act(entity=entity, payload=told, subject=entity, happened_at=at)
