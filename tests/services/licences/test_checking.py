"""The source is down: 免交·待核, accepted, looked up later; never a demand for paper."""

from datetime import date
from typing import Any

import pytest

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.sheet import lay_out
from desktop.domain.licences.checks import Finding
from desktop.domain.licences.fetched import Silence
from desktop.domain.licences.sparing import Standing
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.licences import checking
from desktop.services.office import Office
from tests.licensing.hall import DOWN, connected, fetched, holding, record
from tests.licensing.server import Server
from tests.offices import CLERK, answered, whole
from tests.services.licences.test_fetching import stock


def accepted(office: Office, server: Server) -> Case:
    """A case accepted while the source was down, its business licence spared."""
    connected(office, server)
    server.replies = [DOWN]
    return acts.finish(office, CLERK, fetched(office, whole(office), "E1")).case


def verified(office: Office) -> list[Finding]:
    told = checking.verify(office, CLERK, checking.open_checks(office))
    return [one.finding for one in told]


def test_an_outage_is_no_ground_to_demand_paper(office: Office, server: Server) -> None:
    case = accepted(office, server)
    assert case.stage is Stage.ACCEPTED
    (check,) = checking.open_checks(office)
    assert (check.case, check.category, check.finding) == (case.number, "E1", None)
    assert (check.why, check.since) == (Silence.FAILED, office.now())


def test_a_record_only_planned_to_be_shared_is_not_spared(office: Office, server: Server) -> None:
    connected(office, server)
    server.replies = [DOWN]
    draft = fetched(office, answered(office, "SP04"), "X1", "E2")
    assert draft.licences == {"E2"}


def test_what_is_verified_leaves_the_list(office: Office, server: Server) -> None:
    case = accepted(office, server)
    server.replies = [holding(E1=record())]
    assert verified(office) == [Finding.VERIFIED]
    assert checking.open_checks(office) == []
    (line,) = (one for one in acts.load(office, case.number).lines if one.licence)
    assert line.licence is not None
    assert (line.licence.unverified, line.licence.issuer) == (False, "某市场监督管理局")
    assert line.licence.number == "921***********CD5E"


@pytest.mark.parametrize(
    ("reply", "finding", "standing"),
    [
        (DOWN, Finding.SILENT, None),
        (holding(), Finding.NOT_FOUND, None),
        (holding(E1=record(status="吊销")), Finding.NOT_GOOD, Standing.REVOKED),
        (holding(E1=record(valid_until="2026-11-22")), Finding.NOT_GOOD, Standing.EXPIRED),
        (holding(E1=record(holder={"name": "赵𠮷", "id_number": "1"})), Finding.NOT_FOUND, None),
    ],
)
def test_what_fails_stays_with_what_was_found(
    office: Office, server: Server, reply: Any, finding: Finding, standing: Standing | None
) -> None:
    case = accepted(office, server)
    server.replies = [reply]
    assert verified(office) == [finding]
    (check,) = checking.open_checks(office)
    assert (check.finding, check.standing, check.tried_at) == (finding, standing, office.now())
    assert acts.load(office, case.number).stage is Stage.ACCEPTED


def test_a_verification_is_sealed_with_its_case(office: Office, server: Server) -> None:
    case = accepted(office, server)
    server.replies = [holding(E1=record())]
    verified(office)
    last = office.store.views.case_history(case.number)[-1]
    assert (last.entry.kind, last.entry.subject) == ("licence.verified", f"case:{case.number}")
    assert "某市场监督管理局" not in last.entry.body


def test_the_list_is_the_same_after_a_rebuild(office: Office, server: Server) -> None:
    accepted(office, server)
    before = checking.open_checks(office)
    office.store.keeping.rebuild()
    assert checking.open_checks(office) == before


def test_a_purged_case_is_looked_up_no_more(office: Office, server: Server) -> None:
    case = accepted(office, server)
    (check,) = checking.open_checks(office)
    with office.store.journal.transaction():
        office.store.keeping.purge(case.number)
    assert checking.open_checks(office) == []
    with pytest.raises(Refusal, match="consent_missing"):
        checking.verify(office, CLERK, [check])


def test_a_void_licence_of_the_register_is_not_made_good_by_silence(
    office: Office, server: Server
) -> None:
    connected(office, server)
    stock(office, until=date(2026, 11, 1))
    server.replies = [DOWN]
    draft = fetched(office, whole(office), "E1")
    assert draft.licences == set()
    assert not lay_out(office.item("SP01"), draft).spared


def test_the_outside_source_knows_of_a_later_edition(office: Office, server: Server) -> None:
    connected(office, server)
    stock(office, until=date(2026, 11, 1))
    server.replies = [holding(E1=record())]
    assert fetched(office, whole(office), "E1").licences == {"E1"}


def test_what_the_register_holds_is_not_asked_outside(office: Office, server: Server) -> None:
    connected(office, server)
    stock(office)
    server.replies = [holding()]
    fetched(office, whole(office), "E1", "E2")
    assert [asked.json["categories"] for asked in server.asked] == [["E2"]]
