import ast
from pathlib import Path

import pytest

from desktop.domain.guidance.checklist import resolve
from desktop.domain.guidance.item import Limit, ServiceItem
from desktop.domain.guidance.terms import Unit
from desktop.domain.packs.lint import DEFERRALS, FindingLevel, lint
from desktop.wording.guidance import items as guidance
from tests.domain.guidance.shipped import catalogue

DOMAIN = Path(__file__).parents[3] / "desktop/domain"
TABLES = [
    guidance.NEEDS,
    guidance.DAYS,
    guidance.LEVELS,
    guidance.REASONS,
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: type(next(iter(table))).__name__)
def test_every_member_has_a_sentence(table: dict[object, str]) -> None:
    assert set(table) == set(type(next(iter(table))))  # type: ignore[call-overload]


def called_with(path: str, function: str, place: int) -> set[str]:
    """The literal texts at one place of all calls to a function in a file."""
    tree = ast.parse((DOMAIN / path).read_bytes())
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    named = [c.args for c in calls if ast.unparse(c.func) == function and len(c.args) > place]
    found = [args[place] for args in named]
    return {str(arg.value) for arg in found if isinstance(arg, ast.Constant)}


def test_every_verdict_has_a_sentence() -> None:
    files = ["person_id", "uscc", "documents"]
    codes = {c for f in files for c in called_with(f"identity/{f}.py", "Verdict", 1)}
    codes |= called_with("courier/waybill.py", "Verdict", 1)
    assert codes == set(guidance.VERDICTS)


def test_every_finding_has_a_sentence() -> None:
    rules = called_with("packs/lint.py", "Finding", 1)
    rules |= called_with("packs/lint.py", "_yellow", 1)
    rules |= called_with("packs/lint.py", "_theme_finding", 1)
    rules |= {"promise_longer", "promise_other_unit", *DEFERRALS.values()}
    rules |= {"condition_never", "condition_always"}
    assert rules == set(guidance.FINDINGS)


def test_no_sentence_about_what_ships_has_a_gap() -> None:
    for finding in lint(catalogue()):
        assert finding.level is FindingLevel.YELLOW
        assert "？" not in guidance.finding_sentence(finding)


@pytest.mark.parametrize("item", catalogue().items.values(), ids=lambda item: item.id)
def test_every_line_of_every_item_has_a_reason(item: ServiceItem) -> None:
    for licences in (frozenset[str](), frozenset(catalogue().e_licences)):
        found = resolve(item, {}, licences)
        for line in found.lines:
            told = guidance.reason_sentence(line, item, catalogue(), found.answers)
            assert told
            assert "「」" not in told
            assert not told.endswith("选")


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (Limit(5, Unit.WORKING_DAY), "5 个工作日"),
        (Limit(30, Unit.CALENDAR_DAY), "30 日"),
        (Limit(3, Unit.MONTH), "3 个月"),
        (Limit(0, Unit.ON_THE_SPOT), "当场"),
        (Limit(), "不适用"),
    ],
)
def test_limits(limit: Limit, told: str) -> None:
    assert guidance.limit_text(limit) == told
