"""咨询 is journalled with what was shown, its words sealed; nothing is received by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged, Shown
from desktop.domain.halls.roles import Role
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import LogFilter
from desktop.services.advice.consultations import KIND, count, log_question
from desktop.services.office import Office
from tests.offices import CLERK, NOW

TODAY = LogFilter(first=NOW.date(), last=NOW.date())
ASKED = ConsultationLogged(
    by=AskedBy.PHONE,
    answered=Answered.TOLD,
    shown=Shown.ITEM,
    id="SP01",
    asked=" 李䶮敏想开面馆𠮷 ",
)


def test_it_stands_in_the_log_with_its_words_sealed(office: Office) -> None:
    id = log_question(office, CLERK, ASKED)
    (fact,) = office.store.journal.facts(f"consultation:{id}")
    assert fact.entry.kind == KIND
    assert "面馆" not in fact.entry.body
    assert fact.payload == replace(ASKED, asked="李䶮敏想开面馆𠮷", name="食品经营许可（新办）")
    (row,) = office.store.views.log(replace(TODAY, kinds=frozenset({KIND})))
    assert (row.clerk, row.case) == (CLERK.code, "")


def test_what_was_asked_is_counted(office: Office) -> None:
    log_question(office, CLERK, ASKED)
    log_question(office, CLERK, replace(ASKED, shown=Shown.THEME, id="ZT02"))
    log_question(office, CLERK, replace(ASKED, shown=Shown.POLICY, id="KC01"))
    log_question(office, CLERK, replace(ASKED, shown=Shown.NOTHING, id="", asked="养蜂"))
    found = count(office.store.views, TODAY)
    assert (found.count, found.nothing) == (4, (("养蜂", 1),))
    assert {(one.shown, one.id) for one in found.subjects} == {
        ("item", "SP01"), ("theme", "ZT02"), ("policy", "KC01"),
    }  # fmt: skip
    assert all(one.name for one in found.subjects)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"shown": Shown.NOTHING, "id": "", "asked": "  "}, "nothing_asked"),
        ({"id": "XX"}, "unknown_item"),
        ({"shown": Shown.THEME}, "unknown_theme"),
        ({"shown": Shown.POLICY}, "unknown_policy"),
        ({"minutes": -1}, "minutes_wrong"),
    ],
)
def test_what_says_nothing_is_refused(
    office: Office, changed: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        log_question(office, CLERK, replace(ASKED, **changed))  # type: ignore[arg-type]
    assert refused.value.code == code


def test_a_pasted_novel_is_cut_and_a_stranger_is_refused(office: Office) -> None:
    id = log_question(office, CLERK, replace(ASKED, asked="问" * 9000))
    (fact,) = office.store.journal.facts(f"consultation:{id}")
    assert len(fact.payload.asked) == 500
    with pytest.raises(Refusal) as refused:
        log_question(office, replace(CLERK, role=Role.TECHNICAL), ASKED)
    assert refused.value.code == "not_allowed"
