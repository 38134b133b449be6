from datetime import date
from pathlib import Path

import pytest

from desktop.domain.cases.draft import Draft, mark
from desktop.domain.cases.papers import PaperKind
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.handling.duties import Duty, duties
from desktop.domain.identity.verdict import Level
from desktop.domain.promises.commitment import digest
from desktop.domain.promises.entries import Committed, RecordsImported
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts, papers
from desktop.services.office import Office
from desktop.services.promises import commitment, records
from tests.offices import CLERK, PERSON, SUPERVISOR, Clock, whole

AS_OF = date(2026, 11, 20)
ANSWERS = {"q_area": ("是",), "q_again": ("否",)}
HEAD = "姓名,证件号码,失信情形,认定机关\n"


def normal(office: Office) -> Draft:
    """XF01 by the normal procedure, everything in."""
    return whole(office, "XF01", answers={**ANSWERS, "q_mode": ("一般程序",)})


def deferred(office: Office, by: date | None = None) -> Draft:
    return mark(normal(office), "FIRE_RULES", Tick(check=Check.PENDING, by=by))


def listed(tmp_path: Path, rows: str) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text(HEAD + rows, "utf-8")
    return path


def test_what_was_deferred_is_due_by_its_day_and_told_in_two_copies(office: Office) -> None:
    day = date(2026, 11, 27)
    done = acts.finish(office, CLERK, deferred(office, day))
    assert done.case.deferred_by == {"FIRE_RULES": day}
    kinds = {papers.facts(office, number).kind: number for number in done.papers}
    notice = papers.facts(office, kinds[PaperKind.DEFERRAL])
    assert (notice.copies, notice.deferred_by) == (2, {"FIRE_RULES": day})
    assert PaperKind.DEFERRAL_PROMISE in kinds
    due = {one.duty: one.due for one in duties(done.case)}
    assert due[Duty.DEFERRED] == day


def test_a_day_beyond_the_limit_leaves_nothing_behind(office: Office) -> None:
    with pytest.raises(Refusal, match="deferral_day_wrong"):
        acts.finish(office, CLERK, deferred(office, date(2027, 3, 1)))
    assert office.store.views.count_cases(CaseFilter()) == 0


def test_who_is_on_the_list_may_not_defer(office: Office, tmp_path: Path) -> None:
    path = listed(tmp_path, f"{PERSON.name},{PERSON.id_number},虚假承诺,某局\n")
    known = records.import_list(office, SUPERVISOR, path, AS_OF)
    assert (known.rows, records.in_force(office)) == (1, known)
    with pytest.raises(Refusal, match="promise_excluded"):
        acts.finish(office, CLERK, deferred(office))
    assert not acts.finish(office, CLERK, normal(office)).case.deferred


def test_the_next_list_takes_the_place_of_the_last(office: Office, tmp_path: Path) -> None:
    records.import_list(office, SUPERVISOR, listed(tmp_path, "甲,110105,失信,某局\n"), AS_OF)
    records.import_list(office, SUPERVISOR, listed(tmp_path, "乙,110106,失信,某局\n"), AS_OF)
    assert office.store.local.records("110105", "甲") == []
    told = [fact.payload for fact in office.store.journal.facts(records.ENTITY)]
    assert [(one.rows, one.replaced) for one in told if isinstance(one, RecordsImported)] == [
        (1, None),
        (1, AS_OF),
    ]


def test_a_list_with_one_wrong_cell_changes_nothing(office: Office, tmp_path: Path) -> None:
    before = office.store.journal.heads()
    path = listed(tmp_path, "甲,110105,失信,某局\n乙,110106,,某局\n")
    with pytest.raises(Refusal, match="records_wrong"):
        records.import_list(office, SUPERVISOR, path, AS_OF)
    assert office.store.journal.heads() == before
    assert records.in_force(office) is None


@pytest.mark.parametrize("raw", [b"", b"\x00\xff\xfe\x01", b"PK\x03\x04", "名".encode() * 9])
def test_rubbish_is_refused(office: Office, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(raw)
    with pytest.raises(Refusal):
        records.import_list(office, SUPERVISOR, path, AS_OF)


def test_a_list_of_tomorrow_and_a_clerks_import_are_refused(office: Office, tmp_path: Path) -> None:
    path = listed(tmp_path, "甲,110105,失信,某局\n")
    with pytest.raises(Refusal, match="records_in_future"):
        records.import_list(office, SUPERVISOR, path, date(2027, 1, 1))
    with pytest.raises(Refusal, match="not_allowed"):
        records.import_list(office, CLERK, path, AS_OF)


def committed(office: Office) -> Draft:
    return whole(office, "XF01", answers={**ANSWERS, "q_mode": ("告知承诺",)})


def test_a_commitment_is_journalled_with_the_digest_of_its_paper(office: Office) -> None:
    done = acts.finish(office, CLERK, committed(office))
    told = done.case.promise.committed
    facts = next(
        one
        for one in (papers.facts(office, number) for number in done.papers)
        if one.kind is PaperKind.COMMITMENT
    )
    assert isinstance(told, Committed)
    assert facts.told is not None
    assert told.digest == digest(facts.told)


def test_withdrawn_it_goes_by_the_normal_procedure(office: Office) -> None:
    number = acts.finish(office, CLERK, whole(office, "RS01")).case.number
    case = commitment.withdraw(office, CLERK, number, "场地有变").case
    assert not case.promise.stands
    assert case.answers["q_mode"] == ("一般程序",)
    owed = [line.key for line in case.lines if line.tick.check is Check.UNCHECKED]
    assert "CHARTER" in owed
    assert Duty.NORMAL in {one.duty for one in duties(case)}
    with pytest.raises(Refusal, match="no_commitment"):
        commitment.withdraw(office, CLERK, number, "再撤")


def test_a_broken_promise_excludes_until_it_is_repaired(office: Office, clock: Clock) -> None:
    number = acts.finish(office, CLERK, committed(office)).case.number
    with pytest.raises(Refusal, match="not_allowed"):
        commitment.breach(office, CLERK, number, "不实")
    commitment.breach(office, SUPERVISOR, number, "现场没有消防设施")
    assert records.check(office, PERSON).level is Level.ERROR
    with pytest.raises(Refusal, match="promise_excluded"):
        acts.finish(office, CLERK, committed(office))
    office.store.keeping.rebuild()
    assert records.check(office, PERSON).code == "promise_broken"
    commitment.repair(office, SUPERVISOR, number, "已整改")
    assert acts.finish(office, CLERK, committed(office)).case.promise.stands
