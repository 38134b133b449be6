"""A year of entries: screen, CSV, XLSX, PDF, JSON and a query of our own say the same.

`YICHUANG_LOG_ENTRIES=1000000` runs the whole of it (some twenty minutes on two shared cores); what
it took stands on standard output (`-s`). The query knows nothing of views, filters or figures.
"""

import csv
import json
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.halls.station import Station
from desktop.domain.supervision.log.figures import behind, total
from desktop.domain.supervision.log.views import ALL, VIEWS, By, LogView
from desktop.domain.supervision.rows import LogFilter
from desktop.services.office import Office
from desktop.services.supervision.log import exporting
from desktop.services.supervision.log.checking import check_file
from desktop.services.supervision.log.reading import through
from desktop.wording.acts import act_name
from tests.documents import reading
from tests.offices import STATION_HERE, SUPERVISOR
from tests.services.supervision.log.year import fill

ENTRIES = int(os.environ.get("YICHUANG_LOG_ENTRIES", "3000"))
YEAR = LogFilter(first=date(2026, 1, 1), last=date(2026, 12, 31))
NARROW = replace(
    YEAR, last=date(2026, 6, 30), halls=frozenset({"KFQ", "RC1"}),
    clerks=frozenset({"0101", "0103", "0108"}), items=frozenset({"A001", "A002", "A007"}),
)  # fmt: skip
MEMORY_MB = 600
"""Most that the process may grow by, however many rows go out."""
# not of ours: the text alone, without the program's index, views or joins
OWN = """
SELECT kind, clerk, count(*) FROM journal NOT INDEXED
WHERE substr(happened_at, 1, 10) BETWEEN ? AND ? GROUP BY kind, clerk
"""
OWN_NARROW = """
WITH one AS (
  SELECT j.kind, j.clerk, CASE
    WHEN j.entity LIKE 'case:%' THEN substr(j.entity, 6)
    WHEN j.entity LIKE 'paper:%' THEN (SELECT p.case_number FROM papers p
         WHERE 'paper:' || p.number = j.entity)
    WHEN j.entity LIKE 'shipment:%' THEN (SELECT c.case_number FROM shipment_contents c
         WHERE c.shipment = substr(j.entity, 10)) END AS number
  FROM journal j NOT INDEXED JOIN stations s USING (device)
  WHERE substr(j.happened_at, 1, 10) BETWEEN '2026-01-01' AND '2026-06-30'
    AND s.hall IN ('KFQ', 'RC1') AND j.clerk IN ('0101', '0103', '0108'))
SELECT one.kind, one.clerk, count(*) FROM one JOIN cases c ON c.number = one.number
WHERE c.item IN ('A001', 'A002', 'A007') GROUP BY 1, 2
"""


@contextmanager
def timed(what: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{what:<28}{time.perf_counter() - begun:8.1f} s{grown:8.0f} MB at most\n")
    sys.stdout.flush()


@pytest.fixture
def hall(office_factory: Callable[[Station], Office], request: pytest.FixtureRequest) -> Office:
    """With so many entries as the test asks for; a few where it does not."""
    office, entries = office_factory(replace(STATION_HERE)), getattr(request, "param", 3000)
    with timed(f"{entries} entries made"):
        fill(office.store, entries)  # type: ignore[arg-type]
    with timed("verify"):
        assert office.store.keeping.verify().ok
    return office


def own(office: Office, sql: str, *days: str) -> tuple[Counter[str], Counter[str]]:
    acts, clerks = Counter[str](), Counter[str]()
    for kind, clerk, count in office.store._link.rows(sql, days):  # type: ignore[attr-defined]
        acts[kind] += count
        clerks[clerk] += count
    return acts, clerks


def screen(office: Office, wanted: LogFilter) -> tuple[Counter[str], Counter[str], int]:
    """The page's own way: a reader's figures."""
    with office.store.reader() as views:
        found = views.book.figures(through(wanted, ALL), ALL)
    acts = Counter({one.key: one.count for one in found if one.by is By.ACT})
    return acts, Counter({one.key: one.count for one in found if one.by is By.CLERK}), total(found)


def named(acts: Counter[str]) -> Counter[str]:
    found = Counter[str]()
    for kind, count in acts.items():
        found[act_name(kind)] += count
    return found


def in_csv(path: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    acts, clerks, block = Counter[str](), Counter[str](), Counter[str]()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        head = next(rows)
        act, clerk = head.index("行为"), head.index("经办人")
        for row in rows:
            if not row:
                break
            acts[row[act]] += 1
            clerks[row[clerk].removeprefix("'")] += 1  # "-" is the station; a cell may not run
        for row in rows:
            if row[1] == "行为":
                block[row[2]] += int(row[3])
    return acts, clerks, block


def in_xlsx(path: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    acts, clerks, block = Counter[str](), Counter[str](), Counter[str]()
    book = openpyxl.load_workbook(path, read_only=True)
    for sheet in book.worksheets[:-1]:
        for row in sheet.iter_rows(min_row=2, min_col=7, max_col=8, values_only=True):
            clerks[str(row[0])] += 1
            acts[str(row[1])] += 1
    for row in book.worksheets[-1].iter_rows(values_only=True):
        if row and row[0] == "行为":
            block[str(row[2])] += int(str(row[1]))
    return acts, clerks, block


@pytest.mark.parametrize("hall", [ENTRIES], indirect=True, ids=["entries"])
@pytest.mark.parametrize("wanted", [YEAR, NARROW], ids=["year", "narrow"])
def test_everything_says_the_same(hall: Office, tmp_path: Path, wanted: LogFilter) -> None:
    if wanted is YEAR:
        acts, clerks = own(hall, OWN, "2026-01-01", "2026-12-31")
    else:
        acts, clerks = own(hall, OWN_NARROW)
    with timed("figures on the screen"):
        assert screen(hall, wanted) == (acts, clerks, acts.total())
    assert acts.total() > (ENTRIES * 0.9 if wanted is YEAR else 0)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    done: list[exporting.Written] = []
    for format in ("csv", "xlsx", "pdf", "json"):
        path = tmp_path / f"year.{format}"
        asked = exporting.Export(wanted=wanted, format=format, to=path)
        with timed(f"written as {format}"), hall.store.reader() as views:
            written = exporting.write(hall, SUPERVISOR, views, asked)
        sys.stdout.write(f"{'':<28}{path.stat().st_size / 1e6:8.1f} MB\n")
        done.append(written)
        assert written.rows == acts.total()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert after - before < MEMORY_MB
    for written in done:
        exporting.journal(hall, SUPERVISOR, written)
    with timed("read back"):
        for told in (in_csv(tmp_path / "year.csv"), in_xlsx(tmp_path / "year.xlsx")):
            assert told == (named(acts), clerks, named(acts))
    told = json.loads((tmp_path / "year.json").read_text("utf-8"))
    assert len(told["rows"]) == acts.total()
    assert {one["key"]: one["count"] for one in told["figures"] if one["by"] == "act"} == acts
    _on_paper(tmp_path / "year.pdf", named(acts))
    with timed("checked again"):
        for format in ("csv", "pdf"):
            assert check_file(hall, tmp_path / f"year.{format}").ok


def _on_paper(path: Path, acts: Counter[str]) -> None:
    text = "".join(reading.text(path.read_bytes()).split())
    assert f"合计{acts.total()}行" in text
    for name, count in acts.items():
        assert f"{name}：{count}" in text


@pytest.mark.parametrize("view", list(VIEWS.values()), ids=list(VIEWS))
def test_every_figure_has_its_rows_behind_it(hall: Office, view: LogView) -> None:
    """What a figure counts is as many rows as it opens; what cases saved apart."""
    with hall.store.reader() as views:
        wanted = through(YEAR, view)
        found = views.book.figures(wanted, view)
        assert total(found) == sum(1 for _ in views.book.rows(wanted))
        for one in found[:40]:
            rows = views.book.count(through(behind(YEAR, one), view))
            assert rows == one.count if one.by is not By.SAVED else rows > 0, one


def test_pages_are_the_rows(hall: Office) -> None:
    with hall.store.reader() as views:
        rows = [(row.device, row.seq) for row in views.book.rows(NARROW)]
        paged, last = [], None
        while page := views.book.page(NARROW, last, 7):
            paged += [(row.device, row.seq) for row in page]
            last = page[-1]
    assert paged == rows
