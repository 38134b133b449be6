"""材料交接单: the batch that goes from the window to the back office, and its count on arrival."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import inside
from desktop.domain.cases.moves import OPEN
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.exchange.handing import home
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.batches import (
    Batch,
    BatchLine,
    MaterialsHandedOver,
    MaterialsTakenOver,
    taken_over,
)
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases.acts import load
from desktop.services.cases.papers import journal_facts
from desktop.services.custody.pieces import to_back_office
from desktop.services.exchange.crossing import handing
from desktop.services.exchange.crossing.ownership import others
from desktop.services.office import Office


def waiting(office: Office) -> list[Case]:
    """Cases whose materials lie at the window: accepted or collected, never handed over."""
    views = office.store.views
    found = (views.case(number) for number in views.not_given())
    foreign = others(office)
    return [one for one in found if one is not None and inside(one) and one.hall not in foreign]


def hand_over(office: Office, clerk: Clerk, cases: Sequence[str], to: str, note: str = "") -> Batch:
    """The batch with its paper, in two copies, in one commit. Refuses `nothing_to_hand_in` for no
    case, `batch_to_nobody` for no receiver, `already_handed_in` for a case that lies elsewhere.
    """
    require(clerk, Right.SERVE)
    if not cases:
        raise Refusal("nothing_to_hand_in")
    if not to.strip():
        raise Refusal("batch_to_nobody")
    journal, day = office.store.journal, office.today()
    with journal.transaction():
        lines = tuple(_line(office, number) for number in dict.fromkeys(cases))
        seq = journal.next_number("B", day)
        number = f"{office.station.hall}-{day:%Y%m%d}-{office.station.device}-B{seq:04d}"
        told = MaterialsHandedOver(to=to.strip(), lines=lines, note=note.strip())
        gone = to_back_office(office, [line.case for line in lines])
        journal.append([Act(entity=f"batch:{number}", payload=told), *gone], clerk.code)
        facts = PaperFacts(
            kind=PaperKind.MATERIALS,
            number=number,
            issued_at=office.now().isoformat(timespec="seconds"),
            issuer=office.issuer(clerk),
            batch=told,
            copies=2,
        )
        journal_facts(office, clerk, facts, subject=f"batch:{number}")
    return _load(office, number)


def take_over(
    office: Office, clerk: Clerk, number: str, missing: Sequence[str], differences: str = ""
) -> Batch:
    """What the back office counted; a case that was not in it is to be handed over again. What
    another hall collected (代收) is in this hall's custody from here on.
    """
    require(clerk, Right.LOOK)
    with office.store.journal.transaction():
        told = MaterialsTakenOver(
            by=clerk.code, missing=tuple(missing), differences=differences.strip()
        )
        payload = taken_over(_load(office, number), told)
        act = Act(entity=f"batch:{number}", payload=payload)
        office.store.journal.append([act], clerk.code)
        if home(number) != office.station.hall:
            here = [case for case in _load(office, number).cases if case not in told.missing]
            handing.arrived(office, clerk, number, here)
    return _load(office, number)


def _load(office: Office, number: str) -> Batch:
    batch = office.store.views.batch(number)
    if batch is None:
        raise Refusal("unknown_batch", batch=number)
    return batch


def _line(office: Office, number: str) -> BatchLine:
    case = load(office, number)
    if number not in office.store.views.not_given() or case.stage not in OPEN:
        raise Refusal("already_handed_in", case=number)
    keys = set(inside(case))
    lines = [line for line in case.lines if line.key in keys]
    return BatchLine(
        case=number,
        item_name=case.item_name,
        materials=tuple(line.name for line in lines),
        copies=sum(line.tick.copies or line.copies for line in lines),
        pages=sum(line.tick.pages for line in lines),
    )
