"""A month's totals follow from the journal alone, and visits become figures when cases close."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.cases.papers import PaperKind
from desktop.domain.savings.saving import Measure, Rule
from desktop.domain.savings.totals import Total
from desktop.services.cases import acts
from desktop.services.office import Office
from tests.handled import Handled
from tests.offices import CLERK, Clock, whole

MONTH = (date(2026, 11, 1), date(2026, 11, 30))


def totals(office: Office) -> dict[Measure, Total]:
    return {one.measure: one for one in office.store.views.savings(*MONTH)}


def test_a_month_adds_up_what_its_cases_saved(office: Office) -> None:
    cases = [acts.finish(office, CLERK, whole(office, item)).case for item in ("SP01", "SP04")]
    found = totals(office)
    for measure in (Measure.MATERIALS, Measure.STEPS, Measure.VISITS):
        ledger = [one for case in cases for one in case.ledger if one.measure is measure]
        total = found[measure]
        assert (total.cases, total.before, total.after) == (
            len(ledger),
            sum(one.before for one in ledger),
            sum(one.after for one in ledger),
        )
        assert total.saved == sum(total.rules.values())
    assert found[Measure.VISITS].measured == 1  # 当场办结 is closed: counted
    assert found[Measure.MATERIALS].rules[Rule.SITUATION] > 0
    by_item = office.store.views.savings_by_item(*MONTH)
    assert {(one.item, one.cases) for one in by_item} == {("SP01", 1), ("SP04", 1)}


def test_what_is_only_received_counts_nothing_yet(office: Office) -> None:
    acts.receive(office, CLERK, whole(office))
    assert totals(office) == {}


def test_another_month_holds_nothing(office: Office) -> None:
    acts.finish(office, CLERK, whole(office))
    assert office.store.views.savings(date(2026, 10, 1), date(2026, 10, 31)) == []


def test_a_matter_that_went_over_to_another_case_counts_once(office: Office, clock: Clock) -> None:
    Handled(office, clock).transferred()
    assert totals(office)[Measure.MATERIALS].cases == 1


def test_visits_are_measured_when_the_result_is_handed_out(office: Office, clock: Clock) -> None:
    case = Handled(office, clock).delivered()
    visits = {one.measure: one for one in case.ledger}[Measure.VISITS]
    assert visits.measured
    assert visits.after == len(case.counter_days) == 2
    assert totals(office)[Measure.VISITS].measured == 1


@pytest.mark.parametrize("item", ["SP01", "XF01"])
def test_the_receipt_states_the_ledger(office: Office, item: str) -> None:
    done = acts.finish(office, CLERK, whole(office, item))
    facts = [office.store.views.paper(number) for number in done.papers]
    receipt = next(one for one in facts if one and one.kind is PaperKind.RECEIPT)
    assert {one.measure for one in receipt.savings} >= {Measure.MATERIALS, Measure.VISITS}
    assert all(not one.savings for one in facts if one and one.kind is not PaperKind.RECEIPT)
