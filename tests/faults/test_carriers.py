"""Parcels through a carrier that fails in every way, over kills and two programs at once: right
stages, no event lost or doubled, no number asked twice in half an hour.

Forty parcels; `YICHUANG_SHIPMENTS=1000` for the full count, with `-s` for what was measured.
"""

import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from desktop.domain.courier.coverage import CoverageSet
from desktop.domain.courier.entries import ShipmentTracked
from desktop.domain.courier.progress import digest
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.services.courier import coverage, shipments
from desktop.services.office import Office
from tests.couriers.hall import connected, sent
from tests.couriers.server import Fault, Line, Service, carrying
from tests.faults.victim import Victim, victim
from tests.offices import SUPERVISOR, Clock

SHIPMENTS = int(os.environ.get("YICHUANG_SHIPMENTS", "40"))
DAYS = 3
_S, _B = ShipmentStage, SignedBy
STORIES: tuple[tuple[tuple[str, ...], ShipmentStage, SignedBy | None], ...] = (
    (("101", "103", "0", "1001", "5", "301"), _S.SIGNED, _B.SELF),
    (("103", "1002", "0", "5", "303"), _S.SIGNED, _B.OTHER),
    (("103", "0", "5", "501", "301"), _S.SIGNED, _B.SELF),
    (("103", "0", "5", "304"), _S.SIGNED, _B.LOCKER),
    (("103", "0", "5", "14", "6", "4"), _S.RETURNED, None),
    (("103", "0", "206", "6", "0", "301"), _S.RETURNED, _B.SELF),
    (("103", "0", "204", "5", "302"), _S.SIGNED, None),
    (("103", "0", "208"), _S.TROUBLE, None),
    (("101", "401"), _S.CANCELLED, None),
    (("103", "7777", "0", "5", "301"), _S.SIGNED, _B.SELF),
    ((), _S.WAITING, None),
)
RATES = dict.fromkeys(Fault, 0.012) | {
    Fault.TWICE: 0.04, Fault.SHUFFLED: 0.04, Fault.WITHOUT_NEWEST: 0.04, Fault.SLOW: 0.004,
    Fault.CODE_601: 0.003,
}  # fmt: skip
CARRIERS = ("ems", "shunfeng", "jd", "zhongtong", "yunda")


@dataclass
class Sea:
    """What happens to the parcels: their stories, and what goes wrong by the way."""

    chance: random.Random
    calm: bool = False
    kills: int = 0
    finished: int = 0
    ends: dict[str, tuple[str, ShipmentStage, SignedBy | None]] = field(default_factory=dict)

    def fault(self, _number: str, _nth: int) -> Fault | None:
        if self.calm:
            return None
        drawn = self.chance.random()
        for fault, rate in RATES.items():
            drawn -= rate
            if drawn < 0:
                return fault
        return None

    def story(self, codes: tuple[str, ...], start: datetime) -> list[Line]:
        at = start + timedelta(minutes=self.chance.randint(0, 12 * 60))
        lines = []
        for n, code in enumerate(codes):
            lines.append(Line(at, code, f"第 {n} 站"))
            if self.chance.random() < 0.1:
                lines.append(Line(at, code, f"第 {n} 站，再说一遍"))
            at += timedelta(minutes=self.chance.randint(20, 400))
        return lines

    def post(self, office: Office, service: Service, start: datetime) -> None:
        """A month's budget is spent long before a thousand parcels, so no budget is set."""
        coverage.publish(office, SUPERVISOR, CoverageSet(reason="不设预算"))
        for n in range(SHIPMENTS):
            codes, stage, signed_by = STORIES[n % len(STORIES)]
            waybill = f"1136{n:09}"
            carrier = CARRIERS[n % len(CARRIERS)]
            number = sent(office, service, waybill, self.story(codes, start), carrier)
            self.ends[number] = (waybill, stage, signed_by)

    def push(self, service: Service, folder: Path) -> None:
        """Some parcels are pushed as well, late, twice or out of order."""
        for waybill in self.chance.sample(sorted(service.parcels), max(1, SHIPMENTS // 100)):
            story = service.story(waybill)
            known = story[: self.chance.randint(0, len(story))]
            self.chance.shuffle(known)
            if known:
                name = f"{self.chance.random()}.push"
                (folder / name).write_bytes(service.pushed(waybill, lines=known))

    def live(self, stations: list[Victim], at: datetime) -> None:
        """A round at this moment: alone or two programs at once, to its end or killed in it."""
        both = stations if self.chance.random() < 0.2 else stations[:1]
        begun = [(one, one.begin(at.isoformat())) for one in both]
        for station, pid in begun:
            if not self.calm and self.chance.random() < 0.35:
                heard = station.die(pid, self.chance.uniform(0, 0.02 * (1 + SHIPMENTS / 40)))
                self.kills += heard != ["done"]
            else:
                assert station.end() == ["done"]
                self.finished += 1


def told(office: Office, number: str) -> list[tuple[datetime, str, str]]:
    """Every event that was journalled for the parcel, once for each time."""
    facts = office.store.journal.facts(f"shipment:{number}")
    tracked = [one.payload for one in facts if isinstance(one.payload, ShipmentTracked)]
    return sorted((event.at, event.code, event.digest) for one in tracked for event in one.events)


def test_parcels_arrive_through_faults_and_kills(
    office: Office, clock: Clock, tmp_path: Path
) -> None:
    sea, begun = Sea(random.Random(20261124)), time.monotonic()
    path = office.store.journal._link.path  # type: ignore[attr-defined]
    with carrying(clock) as service:
        connected(office, service)
        sea.post(office, service, clock())
        service.fault = sea.fault
        poller = ("tests.faults.poller", str(path), service.server.address)
        with victim(*poller) as first, victim(*poller) as second:
            ends = clock() + timedelta(days=DAYS)
            while clock() < ends:
                sea.push(service, path.parent)
                sea.live([first, second], clock())
                clock.on(minutes=sea.chance.choice((1, 31, 45, 90)))
            sea.calm = True
            for _ in range(6):
                sea.live([first, second], clock())
                clock.on(hours=14)
        assert not service.locked, "a number was asked twice in half an hour"
        asked = sum(map(len, service.asked.values()))
        for number, (waybill, stage, signed_by) in sea.ends.items():
            story = service.parcels[waybill][2]
            wanted = sorted((one.at, one.code, digest(one.text)) for one in story)
            assert told(office, number) == wanted, number
            shipment = shipments.load_shipment(office, number)
            assert (shipment.stage, shipment.signed_by) == (stage, signed_by), number
    assert sea.kills > 5, "killed before anything could happen"
    assert office.store.keeping.verify().ok
    met = Counter({one.value: n for one, n in service.faults.items()})
    assert SHIPMENTS < 500 or set(service.faults) == set(Fault)
    sys.stdout.write(
        f"\n{SHIPMENTS} parcels, {sum(len(one[2]) for one in service.parcels.values())} events, "
        f"{asked} questions, {sum(met.values())} faults {dict(met)}, {sea.kills} kills, "
        f"{sea.finished} rounds to their end, {time.monotonic() - begun:.0f} s\n"
    )
