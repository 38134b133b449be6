"""移交: cases go to another hall with materials, originals and what is left of their terms; and
materials collected for another hall's case (代收).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.domain.cases.case import Case
from desktop.domain.cases.lines import inside
from desktop.domain.cases.moves import OPEN
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.custody.entries import PieceKind, PieceMoved, PieceRegistered
from desktop.domain.custody.moves import MOVES, Motion
from desktop.domain.exchange.handing import (
    HallSheet,
    HandedCase,
    HandedToHall,
    MaterialsCollected,
    taken,
)
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.handling.alert import days_left
from desktop.domain.handling.batches import Batch, BatchLine, MaterialsHandedOver
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.cases.acts import append, load
from desktop.services.cases.papers import journal_facts
from desktop.services.custody import pieces
from desktop.services.exchange import membership
from desktop.services.exchange.crossing import ownership
from desktop.services.office import Office


def hand_over(
    office: Office, clerk: Clerk, cases: Sequence[str], hall: str, reason: str
) -> HallSheet:
    """The cases with their sheet in two copies, in one commit; the receiving hall becomes able to
    read them with the next exchange or bundle. Until it takes them over they stay here.

    Refuses `nothing_to_hand_in`, `hand_over_nowhere`, `reason_missing`, `hand_over_ended` (case),
    `hand_over_pending`, `case_of_other_hall`.
    """
    require(clerk, Right.TURN)
    to = membership.directory(office).hall(hall)
    if to is None or not to.public_key or hall == office.station.hall:
        raise Refusal("hand_over_nowhere")
    if not cases:
        raise Refusal("nothing_to_hand_in")
    if not reason.strip():
        raise Refusal("reason_missing")
    numbers = tuple(dict.fromkeys(cases))
    with office.store.journal.transaction():
        number = _number(office, "H")
        told = [_handed(office, one, number, hall, to.name, reason.strip()) for one in numbers]
        sheet = HallSheet(
            to=hall, to_name=to.name, reason=reason.strip(),
            cases=tuple(_line(office, load(office, one), entry) for one, entry in zip(numbers, told, strict=True)),
        )  # fmt: skip
        subjects = _subjects(office, numbers)
        for one, entry in zip(numbers, told, strict=True):
            append(office, clerk, one, entry)
            _move(office, clerk, entry.pieces, Motion.TO_HALL)
        _issue(office, clerk, number, PaperKind.HALL_HANDOVER, sheet)
        office.store.exchange.entitle(to.public_key, {*subjects, f"paper:{number}"})
    return sheet


def take_over(office: Office, clerk: Clerk, case: str, differences: str = "") -> Case:
    """接收移交: counted and signed for; from here on the case and its duties are this hall's. Its
    clocks run on as they were.

    Refuses `not_handed_here`.
    """
    require(clerk, Right.SERVE)
    with office.store.journal.transaction():
        known = load(office, case)
        told = taken(known.handed, office.station.hall, differences)
        handed = known.handed
        after = append(office, clerk, case, told)
        _move(office, clerk, handed.pieces if handed else (), Motion.FROM_HALL)
    return after


def waiting(office: Office) -> list[Case]:
    """Cases that were handed to this hall and wait to be taken over, the nearest term first."""
    numbers = office.store.views.handed_to(office.station.hall)
    found = (office.store.views.case(number) for number in numbers)
    return [case for case in found if case is not None]


def collect(
    office: Office, clerk: Clerk, case: str, materials: Sequence[str], note: str = ""
) -> Batch:
    """代收 for a case of another hall: each is a piece in custody, and goes there in a batch with
    its sheet. The owner counts the batch and ticks what came.

    Refuses `own_case_collected`, `nothing_to_hand_in`.
    """
    require(clerk, Right.SERVE)
    known = load(office, case)
    names = tuple(name.strip() for name in materials if name.strip())
    if known.hall not in ownership.others(office):
        raise Refusal("own_case_collected", case=case)
    if not names:
        raise Refusal("nothing_to_hand_in")
    station, to = office.station, ownership.name_of(office, known.hall)
    with office.store.journal.transaction():
        new = pieces.add(office, clerk, [_piece(case, name) for name in names])
        numbers = tuple(piece.number for piece in new)
        number = _number(office, "B")
        line = BatchLine(case=case, item_name=known.item_name, materials=names, copies=len(names))
        given = MaterialsHandedOver(to=to, lines=(line,), note=note.strip())
        entry = MaterialsCollected(
            hall=station.hall, hall_name=station.hall_name, batch=number, materials=names,
            pieces=numbers,
        )  # fmt: skip
        office.store.journal.append([Act(entity=f"batch:{number}", payload=given)], clerk.code)
        append(office, clerk, case, entry)
        _move(office, clerk, numbers, Motion.TO_HALL)
        _issue(office, clerk, number, PaperKind.MATERIALS, given)
    batch = office.store.views.batch(number)
    assert batch is not None
    return batch


def arrived(office: Office, clerk: Clerk, batch: str, cases: Iterable[str]) -> None:
    """The pieces of these cases in a batch that another hall collected are here: from now on at
    this window. In the transaction that counts the batch.
    """
    told = [
        fact.payload
        for case in cases
        for fact in office.store.journal.facts(f"case:{case}")
        if isinstance(fact.payload, MaterialsCollected) and fact.payload.batch == batch
    ]
    _move(office, clerk, [piece for one in told for piece in one.pieces], Motion.FROM_HALL)


def _handed(
    office: Office, number: str, sheet: str, hall: str, name: str, reason: str
) -> HandedToHall:
    case = load(office, number)
    if case.stage not in OPEN:
        raise Refusal("hand_over_ended", case=number)
    if case.handed is not None:
        data = {"hall": case.handed.hall_name, "sheet": case.handed.sheet}
        raise Refusal("hand_over_pending", case=number, **data)
    keys = set(inside(case))
    due = case.due.due or case.deemed.due
    here = [row.number for row in pieces.of_case(office, number) if Motion.TO_HALL in MOVES[row.at]]
    return HandedToHall(
        sheet=sheet, giver=case.hall, hall=hall, hall_name=name, reason=reason,
        materials=tuple(line.name for line in case.lines if line.key in keys),
        pieces=tuple(here), subjects=tuple(sorted(_subjects(office, (number,)))), due=due,
        left=days_left(office.calendar, office.today(), due) if due else None,
    )  # fmt: skip


def _line(office: Office, case: Case, told: HandedToHall) -> HandedCase:
    originals = tuple(f"{pieces.load(office, one).name}（{one}）" for one in told.pieces)
    return HandedCase(
        case=case.number, item_name=case.item_name, stage=case.stage.value,
        materials=told.materials, originals=originals, due=told.due, left=told.left,
    )  # fmt: skip


def _piece(case: str, name: str) -> PieceRegistered:
    return PieceRegistered(
        case=case, kind=PieceKind.ORIGINAL, key=name, name=name, motion=Motion.TAKE_IN
    )


def _move(office: Office, clerk: Clerk, numbers: Sequence[str], motion: Motion) -> None:
    """Of those that may make the move from where they are."""
    told = PieceMoved(motion=motion)
    known = (pieces.load(office, number) for number in numbers)
    acts = [pieces.step(piece, told) for piece in known if motion in MOVES[piece.at]]
    if acts:
        office.store.journal.append(acts, clerk.code)


def _number(office: Office, series: str) -> str:
    day, station = office.today(), office.station
    seq = office.store.journal.next_number(series, day)
    return f"{station.hall}-{day:%Y%m%d}-{station.device}-{series}{seq:04d}"


def _issue(
    office: Office,
    clerk: Clerk,
    number: str,
    kind: PaperKind,
    told: HallSheet | MaterialsHandedOver,
) -> None:
    facts = PaperFacts(
        kind=kind, number=number, issued_at=office.now().isoformat(timespec="seconds"),
        issuer=office.issuer(clerk), copies=2,
    )  # fmt: skip
    match told:
        case HallSheet():
            facts = replace(facts, handing=told)
        case MaterialsHandedOver():
            facts = replace(facts, batch=told)
    journal_facts(office, clerk, facts, subject=f"paper:{number}")


def _subjects(office: Office, cases: Sequence[str]) -> set[str]:
    """Everything sealed that the receiving hall has to read: of the cases, their papers, parcels."""
    told = (fact for case in cases for fact in office.store.views.case_history(case))
    return {fact.entry.subject for fact in told if fact.entry.subject}
