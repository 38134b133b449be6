"""Halls over one PostgreSQL, what befalls them, and whether they agree in the end."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import psycopg

from desktop.exchange.door import PgHubs
from desktop.services.exchange.syncing import sync
from tests.db.test_care import rows
from tests.exchange.conftest import Meeting
from tests.exchange.postgres import Server
from tests.exchange.simulation.proxy import Weather
from tests.exchange.simulation.station import Place, apart, session
from tests.exchange.simulation.storm import StormyHubs
from tests.offices import NOW
from tests.stores import Template

FULL = """
CREATE FUNCTION public.no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER no_room BEFORE INSERT ON yichuang.event FOR EACH ROW EXECUTE FUNCTION public.no_room()
"""
NOT_FULL = "DROP FUNCTION public.no_room CASCADE"
DATABASE, OLDER, FOUNDED = "simulated", "simulated_older", "simulated_founded"


class Founding:
    """The halls, come into one hub, before anything happened: copied for each seed."""

    def __init__(
        self, server: Server, template: Template, folder: Path, halls: int, each: int
    ) -> None:
        self.server, self.folder = server, folder
        meeting = Meeting(server, DATABASE)
        self.places: list[Place] = []
        for hall in range(halls):
            for device in range(each):
                code = "KFQ" if not hall else f"RC{hall}"
                place = Place(code, f"{chr(65 + device)}{hall:02d}", folder, timedelta())
                path, keys = template.copy(folder, place.device)
                assert path.exists()
                assert keys.credential.exists()
                self.places.append(place)
                office = place.office(NOW, PgHubs())
                if hall and not device:
                    office.store.exchange.adopt_hall(secrets.token_bytes(32))
                meeting.join(office, code)
        for member in meeting.members:
            member.office.store.close()
        server.rename(DATABASE, FOUNDED)


class World:
    """One seed's run."""

    def __init__(self, founding: Founding, folder: Path, seed: int) -> None:
        self.server, self.folder, self.seed = founding.server, folder, seed
        self.chance, self.count = Random(seed), Counter[str]()
        self.server.database(DATABASE, FOUNDED)
        self.server.database(OLDER, FOUNDED)
        self.places = []
        day = timedelta(days=1).total_seconds()
        for place in founding.places:
            for name in (f"{place.device}.db", f"{place.device}.key"):
                shutil.copyfile(place.folder / name, folder / name)
            skew = timedelta(seconds=self.chance.uniform(-day, day))
            self.places.append(replace(place, folder=folder, skew=skew))
        self.weather = Weather(self.server.port, f"{seed} weather")
        self.cut_off: set[str] = set()

    def hubs(self, step: object, device: str, share: float = 0.15) -> StormyHubs:
        return StormyHubs(self.weather.port, Random(f"{self.seed} {step} {device}"), share)

    def run(self, steps: int) -> None:
        for step in range(1, steps + 1):
            self.befall(step)
            self.work(step)
        self.settle(steps + 1)

    def befall(self, step: int) -> None:
        """Between the steps: what happens to the network and the server."""
        told = self.chance.random()
        if self.chance.random() < 0.3:
            several = self.chance.randrange(len(self.places))
            self.cut_off = {p.device for p in self.chance.sample(self.places, several // 2)}
        if told < 0.05:
            self.count["crashes"] += 1
            self.server.restart("immediate")
        elif told < 0.15:
            self.server.database(OLDER, DATABASE)
        elif told < 0.20:
            self.count["restored"] += 1
            self.server.rename(OLDER, DATABASE)
            self.server.database(OLDER, DATABASE)
        elif told < 0.25:
            self.count["full"] += 1
            self.sql(FULL)
            self.work(step)
            self.sql(NOT_FULL)

    def work(self, step: int) -> None:
        """A few stations at once; some are killed in the middle."""
        several = self.chance.sample(self.places, min(3, len(self.places)))
        started, ends = [], []
        for place in several:
            failed = self.folder / f"{place.device}.failed"
            started.append((apart(self.session(step, place), failed), failed))
            ends.append(self.chance.uniform(0.02, 0.4) if self.chance.random() < 0.25 else 0.0)
        begun = time.monotonic()
        for (pid, failed), end in sorted(
            zip(started, ends, strict=True), key=lambda two: two[1] or 9
        ):
            if end:
                # killed at a moment that chance names, whatever the process does then
                time.sleep(max(0.0, begun + end - time.monotonic()))
                os.kill(pid, signal.SIGKILL)
                self.count["kills"] += 1
            _, status = os.waitpid(pid, 0)
            assert not failed.exists(), failed.read_text()
            assert status == 0 or (end and os.WTERMSIG(status) == signal.SIGKILL)
            self.count["sessions"] += 1

    def session(self, step: int, place: Place) -> Callable[[], None]:
        hubs, online = self.hubs(step, place.device), place.device not in self.cut_off
        chance = Random(f"{self.seed} {step} {place.device} acts")
        return lambda: session(place, step, chance, hubs, online)

    def settle(self, step: int) -> None:
        """Calm weather, rounds until nothing moves any more."""
        at = NOW + timedelta(days=3, minutes=step)
        for _ in range(8):
            moved = 0
            for place in self.places:
                office = place.office(at, PgHubs())
                done = sync(office)
                moved += done.pushed + done.pulled + done.healed + len(done.reordered)
                office.store.close()
            if not moved:
                return
        raise AssertionError("it never came to rest")

    def verdict(self) -> None:
        """Equal everywhere, whole, nothing lost, nothing twice."""
        accepted = {
            n
            for place in self.places
            if place.told.exists()
            for n in place.told.read_text().split()
        }
        states: list[Any] = []
        for place in self.places:
            store = place.store(NOW)
            assert store.keeping.verify().ok
            entries = store._link.rows("SELECT id, device, seq, hash FROM journal ORDER BY id")
            order = store._link.rows(
                "SELECT hall, hall_seq, entry, stamp FROM confirmed ORDER BY 1, 2"
            )
            assert len(entries) == len(order) == len({entry[0] for entry in entries})
            numbers = {row[0] for row in store._link.rows("SELECT number FROM numbers")}
            assert accepted <= numbers
            states.append((entries, order, rows(store)))
            folded = rows(store)
            store.keeping.rebuild()
            assert rows(store) == folded
            store.close()
        assert all(state[:2] == states[0][:2] for state in states)
        firsts: dict[str, Any] = {}
        for place, (_, _, folded) in zip(self.places, states, strict=True):
            first = firsts.setdefault(place.hall, folded)
            for table in folded:
                differ = set(map(str, folded[table])) ^ set(map(str, first[table]))
                assert folded[table] == first[table], (place.device, table, differ)
            assert impersonal(folded) == impersonal(states[0][2])
        told = self.sql("SELECT hall, hall_seq, id, stamp FROM yichuang.event ORDER BY 1, 2")
        assert told == states[0][1]
        self.count["entries"], self.count["cases"] = len(told), len(accepted)

    def sql(self, text: str) -> list[Any]:
        with psycopg.connect(self.server.dsn(DATABASE), autocommit=True) as conn:
            told = conn.execute(text.encode())
            return told.fetchall() if told.description else []

    def close(self) -> None:
        self.weather.close()


def impersonal(folded: dict[str, list[Any]]) -> list[Any]:
    """What halls with different keys must agree on: cases up to what is personal, and parcels."""
    return [
        [row[:11] for row in folded["cases"]],
        folded["numbers"],
        [row[0] for row in folded["shipments"]],
    ]
