import pytest

from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.policies.sheet import PolicySheet
from desktop.domain.refusal import Refusal
from desktop.services.cases import papers
from desktop.services.office import Office
from desktop.services.policies.sheet import issue_sheet
from tests.offices import CLERK

SHEET = PolicySheet(policy="KC01", name="研发投入支持", text="条文", amount="4 000 万元")
TECHNICAL = Clerk(code="1009", name="钱审", role=Role.TECHNICAL)


def test_a_sheet_is_journalled_as_told_and_numbered_in_its_own_series(office: Office) -> None:
    first, second = (issue_sheet(office, CLERK, SHEET) for _n in range(2))
    assert (first[-5:], second[-5:]) == ("C0001", "C0002")
    facts = papers.facts(office, first)
    assert (facts.kind, facts.policy) == (PaperKind.SUPPORT, SHEET)


def test_only_who_serves_prints_one_and_only_of_a_policy_that_is_known(office: Office) -> None:
    with pytest.raises(Refusal) as refused:
        issue_sheet(office, TECHNICAL, SHEET)
    assert refused.value.code == "not_allowed"
    unknown = PolicySheet(policy="KC99", name="没有", text="")
    with pytest.raises(Refusal) as refused:
        issue_sheet(office, CLERK, unknown)
    assert refused.value.code == "unknown_policy"
