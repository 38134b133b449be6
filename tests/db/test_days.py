from dataclasses import replace

from db.store import Store
from desktop.domain.days.counting import CountingRule
from desktop.domain.days.entries import CountingRuleSet, YearPublished
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Act
from tests.db.examples import DAY, EXAMPLES, publish_calendar
from tests.stores import beijing_now

YEAR: YearPublished = EXAMPLES["calendar.published", 1]
RULE: CountingRuleSet = EXAMPLES["calendar.rule_set", 1]


def test_an_empty_store_has_no_year_and_the_default_rule(store: Store) -> None:
    assert store.views.published_years() == []
    assert store.views.counting_rule() == CountingRule()


def test_the_last_publication_of_each_year_stands(store: Store) -> None:
    publish_calendar(store.journal)
    corrected = replace(YEAR, doc_no=None, reason="更正")
    next_year = replace(YEAR, year=2028, off_days=(), adjusted_workdays=())
    acts = [
        Act(entity="calendar:2028", payload=next_year),
        Act(entity="calendar:2027", payload=corrected),
    ]
    store.journal.append(acts, "001")
    assert store.views.published_years() == [corrected, next_year]


def test_the_last_rule_stands(store: Store) -> None:
    publish_calendar(store.journal)
    assert store.views.counting_rule() == CountingRule(False, "17:00", True)
    again = replace(RULE, adjusted_count=True, next_day=False)
    store.journal.append([Act(entity="calendar:rule", payload=again)], "001")
    assert store.views.counting_rule() == CountingRule(True, "17:00", False)


def test_a_rule_is_no_year_and_a_year_no_rule(store: Store) -> None:
    acts = [Act(entity="calendar:rule", payload=YEAR), Act(entity="calendar:2027", payload=RULE)]
    store.journal.append(acts, "001")
    assert [told.year for told in store.views.published_years()] == [2027]
    assert store.views.counting_rule() == CountingRule(False, "17:00", True)


def test_the_log_shows_both(store: Store) -> None:
    publish_calendar(store.journal)
    today = beijing_now().date()
    log = store.views.log(LogFilter(first=min(DAY, today), last=max(DAY, today)))
    assert [row.kind for row in log] == ["calendar.published", "calendar.rule_set"]
