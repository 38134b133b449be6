"""承运人查询: which numbers are due, the questions, and the journal — in that order.

Three steps, because only the middle one may take seconds: `ask` and `record` belong to the thread
of the store, `answered` touches no store and runs in a worker. Whoever is killed between them has
asked each number at most once, and asks it again after the half hour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.carrying.tracking import (
    BATCH,
    Poll,
    Polls,
    TrackAnswer,
    TrackOutcome,
    TrackQuestion,
    failed,
    gone_quiet,
    next_at,
)
from desktop.domain.courier.progress import Event
from desktop.domain.courier.shipment import Shipment
from desktop.domain.halls.roles import STATION
from desktop.services.courier.credentials import service
from desktop.services.courier.loading import load_shipment
from desktop.services.courier.shipments import take_events
from desktop.services.office import Office
from desktop.services.ports import CarrierService

FEW = 20
"""Numbers asked in one batch: even where every one times out, it ends within `BATCH`."""
GIVE_UP = 3
"""Silences in a row after which the rest of the batch is left for later."""
SILENT = frozenset({TrackOutcome.UNREACHABLE, TrackOutcome.TIMED_OUT})


@dataclass(frozen=True, slots=True)
class Asked:
    """A batch that is claimed. `until` is when the last question may be sent."""

    questions: tuple[tuple[Poll, TrackQuestion], ...]
    service: CarrierService
    now: Callable[[], datetime]
    until: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """`at` when the answer came."""

    poll: Poll
    question: TrackQuestion
    answer: TrackAnswer
    at: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """`asked` numbers, of which `moved` told something new and `failed` nothing that can be used."""

    asked: int = 0
    moved: tuple[str, ...] = ()
    failed: int = 0
    left_out: int = 0


def due(office: Office) -> Polls:
    """How the asking stands; claims nothing."""
    return office.store.polling.polls(office.now())


def ask(office: Office, limit: int = FEW) -> Asked | None:
    """Claim what is due; None where nothing is, or no service is set up."""
    asked = service(office) if office.station.courier_address else None
    if asked is None:
        return None
    at = office.now()
    claimed = office.store.polling.claim(at, min(limit, FEW))
    questions = tuple(
        (poll, question_about(load_shipment(office, poll.number))) for poll in claimed
    )
    return Asked(questions, asked, office.now, at + BATCH) if questions else None


def answered(asked: Asked, go_on: Callable[[], bool] = lambda: True) -> tuple[Answered, ...]:
    """Ask one after the other; may take minutes, needs no store.

    What is not asked any more (`go_on` says no, the key is not accepted, nobody is there, it takes
    too long) stays claimed and is due again after the half hour.
    """
    told: list[Answered] = []
    silent = 0
    try:
        for poll, question in asked.questions:
            if not go_on() or silent >= GIVE_UP or asked.now() > asked.until:
                break
            answer = asked.service.track(question)
            told.append(Answered(poll, question, answer, asked.now()))
            silent = silent + 1 if answer.outcome in SILENT else 0
            if answer.outcome is TrackOutcome.DENIED:
                break
    finally:
        asked.service.close()
    return tuple(told)


def record(office: Office, told: Iterable[Answered]) -> Recorded:
    """Journal what is new and when to ask again, each number in one commit."""
    moved: list[str] = []
    asked = silent = left_out = 0
    for one in told:
        asked += 1
        left_out += one.answer.left_out
        silent += bool(failed(one.answer.outcome, 0))
        if _record(office, one):
            moved.append(one.question.number)
    return Recorded(asked, tuple(moved), silent, left_out)


def poll(office: Office, limit: int = FEW) -> Recorded:
    """All three steps, for whoever can wait."""
    asked = ask(office, limit)
    return record(office, answered(asked)) if asked is not None else Recorded()


def take(
    office: Office, number: str, source: str, events: tuple[Event, ...], aborted: bool
) -> bool:
    """Whether the parcel's journal holds something new after this."""
    before = load_shipment(office, number)
    after = take_events(office, STATION, number, source, events, aborted=aborted)
    return after != before


def _record(office: Office, one: Answered) -> bool:
    answer, poll = one.answer, one.poll
    with office.store.journal.transaction():
        moved, news = False, poll.news
        shipment = load_shipment(office, one.question.number)
        if not failed(answer.outcome, 0):
            latest = max((event.at for event in answer.events), default=None)
            quiet = gone_quiet(one.at, shipment.created_at, shipment.progress.last, latest)
            source = one.question.carrier if not answer.events else answer.events[0].source
            moved = take(office, shipment.number, source, answer.events, answer.aborted or quiet)
            news, shipment = moved, load_shipment(office, shipment.number)
        failures = failed(answer.outcome, poll.failures)
        then = next_at(one.at, answer.outcome, failures, shipment.stage, poll.waybill)
        office.store.polling.settle(
            Poll(
                waybill=poll.waybill, carrier=poll.carrier, asked_at=one.at, next_at=then,
                failures=failures, outcome=answer.outcome, news=news,
            )
        )  # fmt: skip
    return moved


def question_about(shipment: Shipment) -> TrackQuestion:
    """The telephone is that of the applicant's end, which the carrier has on the waybill."""
    inbound = shipment.direction is Direction.INBOUND
    end = shipment.sender if inbound else shipment.receiver
    return TrackQuestion(
        number=shipment.number,
        carrier=shipment.carrier,
        waybill=shipment.waybill,
        phone=end.phone,
    )
