"""The written promises that go with an acceptance: checked before it, journalled and printed with it."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import waiting
from desktop.domain.cases.papers import PaperKind
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.commitment import chosen
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.roles import Clerk
from desktop.domain.promises.commitment import Told, digest, spared
from desktop.domain.promises.entries import Committed
from desktop.domain.trust.entry import Act
from desktop.services.cases import papers
from desktop.services.office import Office
from desktop.services.promises.records import require_good


def by_commitment(case: Case, item: ServiceItem) -> bool:
    """The case goes by 告知承诺, and nobody has withdrawn it."""
    return case.promise.withdrawn is None and chosen(item, case.answers, case.promise.said)


def check(office: Office, case: Case, item: ServiceItem) -> None:
    """A promise of somebody with a bad record is not taken (`promise_excluded`)."""
    if waiting(case) or by_commitment(case, item):
        require_good(office, case.applicant)


def commit(
    office: Office, clerk: Clerk, case: Case, item: ServiceItem, at: datetime | None
) -> tuple[str, ...]:
    """告知承诺: its entry and its paper; nothing where the case does not go by it."""
    if not by_commitment(case, item) or case.promise.stands:
        return ()
    text = told(office, case, item)
    keys = tuple(line.key for line in spared(case.lines))
    payload = Committed(digest=digest(text), keys=keys, published=text.published)
    entity = f"case:{case.number}"
    act = Act(entity=entity, payload=payload, subject=entity, happened_at=at)
    office.store.journal.append([act], clerk.code)
    return (papers.issue(office, clerk, PaperKind.COMMITMENT, case.number, told=text),)


def told(office: Office, case: Case, item: ServiceItem) -> Told:
    """What this applicant is told and promises."""
    sources = office.catalogue.sources
    bases = (*item.legal_basis, *item.notice_commitment.basis)
    return Told(
        item=item.id,
        item_name=case.item_name,
        organ=office.station.organ,
        basis=tuple(dict.fromkeys(cite_all(bases, sources))),
        conditions=tuple(one.text for one in item.requirements),
        materials=tuple(line.name for line in spared(case.lines)),
    )


def deferral_papers(office: Office, clerk: Clerk, case: Case) -> tuple[str, ...]:
    """容缺受理: the notice in two copies and the promise, where something was deferred."""
    if not case.deferred:
        return ()
    kinds = (PaperKind.DEFERRAL, PaperKind.DEFERRAL_PROMISE)
    return tuple(papers.issue(office, clerk, kind, case.number) for kind in kinds)
