"""Where a scanned number leads."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.draft import mark
from desktop.domain.cases.lines import open_lines
from desktop.domain.cases.tick import Check, Tick
from desktop.services.cases import acts, later, scans
from desktop.services.office import Office
from tests.handled import Handled
from tests.offices import CLERK, Clock


def test_a_case_and_its_papers_lead_to_the_case(office: Office, clock: Clock) -> None:
    case = Handled(office, clock).accepted()
    for text in (case.number, f"{case.number}-SL1", f"{case.number.lower()}-sj1 0123456789abcdef"):
        assert scans.read(office, text) == scans.Scan(case.number, case.number)


def test_what_is_no_number_of_a_case_is_nothing(office: Office) -> None:
    assert scans.read(office, "KFQ-20261123-A07-0999") is None
    assert scans.read(office, "EA966331020CN") is None


def test_a_notice_leads_to_the_first_line_it_asks_for(office: Office, clock: Clock) -> None:
    handled = Handled(office, clock)
    case = handled.noticed(handled.received(), slice(1, 3))
    second, third = open_lines(case)[1:3]
    notice = f"{case.number}-BZ1"
    assert scans.read(office, notice) == scans.Scan(case.number, case.number, second.key)
    draft = later.open_again(office, CLERK, case)
    acts.supplement(office, CLERK, mark(draft, second.key, Tick(check=Check.RECEIVED)))
    assert scans.read(office, notice) == scans.Scan(case.number, case.number, third.key)


def test_each_notice_has_its_own_lines(office: Office, clock: Clock) -> None:
    handled = Handled(office, clock)
    case = handled.noticed_again(handled.received())
    read = scans.read(office, f"{case.number}-BZ2")
    assert read is not None
    assert read.row == case.notices[1].defects[0].key
    unknown = scans.read(office, f"{case.number}-BZ3")
    assert unknown == scans.Scan(case.number, case.number)


def test_once_nothing_is_waited_for_a_notice_leads_to_the_case(
    office: Office, clock: Clock
) -> None:
    handled = Handled(office, clock)
    case = handled.noticed(handled.received())
    draft = later.open_again(office, CLERK, case)
    ticks = {line.key: Tick(check=Check.RECEIVED) for line in case.lines}
    acts.supplement(office, CLERK, replace(draft, ticks=ticks))
    assert scans.read(office, f"{case.number}-BZ1") == scans.Scan(case.number, case.number)
    acts.conclude(office, CLERK, case.number)
    assert scans.read(office, f"{case.number}-BZ1") == scans.Scan(case.number, case.number)


def test_an_old_number_leads_to_whoever_took_the_matter_over(office: Office, clock: Clock) -> None:
    old, new = Handled(office, clock).transferred()
    assert scans.read(office, f"{old.number}-SL1") == scans.Scan(old.number, new.number)
