"""Theme cases: listed newest first, folded anew, the same after a rebuild."""

from __future__ import annotations

from desktop.services.office import Office
from desktop.services.themes import stages
from tests.offices import CLERK, Clock
from tests.services.themes.theme_drafts import started


def test_the_list_and_a_rebuild_of_it(office: Office, clock: Clock) -> None:
    first = started(office).progress.theme.number
    clock.on(minutes=5)
    second = started(office, "ZT04").progress.theme.number
    stages.withdraw(office, CLERK, first, "不办了")
    views = office.store.views
    assert views.themes() == [second, first]
    assert views.themes(1) == [first]
    before, after = office.store.keeping.rebuild()
    assert before == after
    assert before["themes"] == 2
    assert views.themes() == [second, first]
    assert views.theme("nothing") is None


def test_a_purged_applicant_starts_no_further_stage(office: Office) -> None:
    done = started(office)
    office.store.keeping.purge(done.cases[0].number)
    found = stages.load(office, done.progress.theme.number)
    assert found.members[0].case is not None
    assert found.members[0].case.applicant.name == ""
