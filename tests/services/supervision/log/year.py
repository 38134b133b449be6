"""A year of a few halls, as fast as a journal can be written: real payloads, sealed and chained.

`fill(store, entries)` writes the rows that `Journal.append` would have written, in each device's
order and past every trigger of the journal, and makes the projections with `rebuild`. Everything
follows from the numbers alone, so that two runs make the same acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any, NamedTuple

from db.encoding import Encoded, encode, moment
from db.journal import INSERT, time_ordered_id
from db.projections.table import PROJECTIONS
from db.store import Store
from db.vault import seal
from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged, Shown
from desktop.domain.cases import entries as cases
from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Address, Content, ShipmentCreated
from desktop.domain.days import BEIJING
from desktop.domain.halls.entries import ClerkSet, StationOpened
from desktop.domain.halls.roles import Role
from desktop.domain.trust.chain import GENESIS, SEPARATOR, digest
from tests.db.examples import EXAMPLES, SAVINGS, line, paper, received

FIRST = date(2026, 1, 5)
DAYS = 250
HALLS = ("KFQ", "RC1", "YZ2", "BD3")
DEVICES = tuple(f"{letter}{n:02d}" for letter in "ABCD" for n in range(1, 4))
CLERKS = tuple(f"{n:04d}" for n in range(101, 125))
ITEMS = tuple((f"A{n:03d}", f"第 {n} 项许可（新办）") for n in range(1, 13))
NAMES = ("李晓敏", "欧阳建国", "王䶮", "张伟", "周若溪", "赵𠮷")


class Told(NamedTuple):
    at: datetime
    device: str
    clerk: str
    entity: str
    payload: Any
    subject: str
    late: bool


def fill(store: Store, entries: int) -> None:
    """About so many entries, and what opens the stations; then the projections."""
    link, random = store._link, Random(7)
    told = sorted(_all(entries), key=lambda one: (one.at, one.device))
    heads: dict[str, tuple[int, int, bytes]] = {}
    keys: dict[str, bytes] = {}
    with link.transaction():
        rows = (_row(link, one, heads, keys, random) for one in told)
        link.conn.executemany(INSERT, rows)
    store.keeping.rebuild()
    assert PROJECTIONS


def _row(link: Any, one: Told, heads: Any, keys: Any, random: Random) -> tuple[Any, ...]:
    seq, logical, previous = heads.get(one.device, (0, 0, GENESIS))
    recorded = one.at + timedelta(hours=3) if one.late else one.at
    told = _encoded(one.payload)
    seq, logical = seq + 1, max(logical + 1, int(one.at.timestamp() * 1000))
    id = time_ordered_id(logical)
    subject = (one.subject or one.entity) if told.personal else ""
    sealed = b""
    if told.personal:
        if subject not in keys:
            keys[subject], wrapped = link.vault.new(subject)
            link.conn.execute(
                "INSERT INTO case_key VALUES (?, ?, ?)", (link.vault.hall, subject, wrapped)
            )
        sealed = seal(keys[subject], told.personal, f"{id}\x1f{one.entity}\x1f{told.kind}".encode())
    texts = (
        id, one.device, seq, logical, moment(one.at, "at"), moment(recorded, "at"), one.clerk,
        told.kind, told.version, one.entity, told.body, subject,
    )  # fmt: skip
    hash = digest(previous, SEPARATOR.join(map(str, texts)).encode(), sealed)
    heads[one.device] = (seq, logical, hash)
    return (*texts, sealed, previous, hash)


def _encoded(payload: Any) -> Encoded:
    return payload if isinstance(payload, Encoded) else encode(payload)


@cache
def _same(kind: str) -> Encoded:
    return encode(EXAMPLES[kind, 1])


def _all(entries: int) -> Iterator[Told]:
    begun = datetime(2026, 1, 4, 8, 0, tzinfo=BEIJING)
    number = 0
    for n, device in enumerate(DEVICES):
        hall = HALLS[n // 3]
        opened = StationOpened(hall=hall, hall_name=f"{hall}大厅", window=str(n), device=device)
        yield Told(begun, device, "-", f"station:{device}", opened, "", False)
    for n, code in enumerate(CLERKS):
        told = ClerkSet(code=code, name=f"王{n}号", role=Role.CLERK)
        yield Told(begun, DEVICES[0], "-", f"clerk:{code}", told, "", False)
    written = len(DEVICES) + len(CLERKS)
    while written < entries:
        for one in _case(number, entries):
            yield one
            written += 1
            if written >= entries:
                return
        number += 1


def _case(number: int, entries: int) -> Iterator[Told]:
    """One visit: usually a case from its receipt to its delivery, at times a question."""
    random = Random(number)
    step = number / max(1, entries // 14)
    day = FIRST + timedelta(days=min(DAYS - 1, int(step * DAYS)))
    at = datetime(day.year, day.month, day.day, 9, tzinfo=BEIJING)
    at += timedelta(milliseconds=random.randrange(7 * 3600 * 1000))
    place = random.randrange(len(DEVICES))
    device, hall = DEVICES[place], HALLS[place // 3]
    clerk = CLERKS[place * 2 + random.randrange(2)]
    late = random.random() < 0.02

    def told(entity: str, payload: Any, subject: str = "", after: float = 0) -> Told:
        moment_ = at + timedelta(days=after, seconds=random.random() * 600)
        return Told(moment_, device, clerk, entity, payload, subject, late)

    if random.random() < 0.05:
        yield told(f"consultation:{number:032x}", _question(random))
        return
    case = f"{hall}-{day:%Y%m%d}-{device}-{number:06d}"
    item, name = ITEMS[int(random.random() ** 2 * len(ITEMS))]
    taken = received(
        NAMES[number % len(NAMES)], 3, item=item, item_name=name, visit=f"v{number}",
        window=str(place), savings=SAVINGS, lines=(line(1), line(2)),
    )  # fmt: skip
    due = day + timedelta(days=10)
    term = cases.Term(value=10, unit="working_days", due=due)
    yield told(f"visit:v{number}", cases.VisitStarted(window=str(place)))
    at += timedelta(seconds=600)
    yield told(f"case:{case}", taken)
    at += timedelta(seconds=600)
    yield told(f"case:{case}", cases.CaseAccepted(accepted_on=day, statutory=term))
    for kind in (PaperKind.RECEIPT, PaperKind.ACCEPTANCE):
        issued = paper(kind, case)
        yield told(f"paper:{issued.number}", issued, f"case:{case}")
        yield told(f"paper:{issued.number}", _same("paper.printed"), after=0.01)
    ended = cases.VisitEnded(outcome="served", cases=(case,))
    yield told(f"visit:v{number}", ended, f"visit:v{number}", after=0.02)
    decided = replace(EXAMPLES["case.decided", 1])
    days = random.choice((3, 5, 8, 9, 12)) if random.random() < 0.97 else 0
    if not days:
        return
    yield told(f"case:{case}", _same("case.reviewed"), after=days - 1)
    yield told(f"case:{case}", encode(decided), after=days)
    yield told(f"case:{case}", _same("case.produced"), after=days + 1)
    if random.random() < 0.5:
        parcel = f"{hall}-{day:%Y%m%d}-{device}-K{number:06d}"
        yield told(f"shipment:{parcel}", _parcel(case, number), after=days + 1.1)
        yield told(f"shipment:{parcel}", _same("shipment.moved"), after=days + 1.2)
        yield told(f"shipment:{parcel}", _same("shipment.tracked"), after=days + 2)


def _question(random: Random) -> ConsultationLogged:
    if random.random() < 0.2:
        return ConsultationLogged(by=AskedBy.PHONE, answered=Answered.OPEN, asked="养蜂场")
    id, name = random.choice(ITEMS)
    return ConsultationLogged(
        by=AskedBy.COUNTER, answered=Answered.TOLD, shown=Shown.ITEM, id=id, name=name
    )


def _parcel(case: str, number: int) -> ShipmentCreated:
    held = Content(case=case, kind=ContentKind.LICENCE, key="M1", name="许可证")
    return ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems", contents=(held,),
        waybill=f"EA{number:09d}CN", sender=Address(name="某大厅", city="北京"),
        receiver=Address(name="李䶮敏", phone="13800138021", city="北京", street="荣华街道"),
    )  # fmt: skip
