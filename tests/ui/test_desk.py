"""Between a click and a verb: refusals become sentences, bugs calm ones, success is told."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.days.entries import published
from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import STATION, Right
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.ports import Progress
from desktop.ui.desk import ALL, Desk, Topic
from tests.ui.conftest import CLERK

CASES = frozenset({Topic.CASES})


def fails() -> None:
    raise RuntimeError("a bug")


def refuses() -> None:
    raise Refusal("unknown_case", case="X-1")


def test_success_tells_what_changed(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed) as told:
        assert desk.perform(lambda: 42, CASES) == 42
    assert told.args == [CASES]


def test_a_look_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.changed):
        assert desk.perform(lambda: 42) == 42


def test_a_refusal_becomes_its_sentence(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.refused) as told, qtbot.assertNotEmitted(desk.changed):
        assert desk.perform(refuses, CASES) is None
    assert told.args == ["unknown_case", "没有编号为 X-1 的办件。", {"case": "X-1"}]


def test_a_bug_is_logged_and_calm(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(desk.failed) as told:
        assert desk.perform(fails, CASES) is None
    assert "a bug" in caplog.text
    assert "数据没有变" in told.args[0]


def test_work_hands_its_value_back_into_this_thread(desk: Desk, qtbot: QtBot) -> None:
    seen: list[object] = []

    def task(progress: Progress) -> threading.Thread:
        progress(1, 2)
        return threading.current_thread()

    steps: list[tuple[int, int]] = []
    job = desk.work(
        task,
        lambda where: seen.extend((where, threading.current_thread())),
        lambda done, total: steps.append((done, total)),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert not job.cancelled
    assert seen[0] is not seen[1]
    assert seen[1] is threading.main_thread()
    assert steps == [(1, 2)]


def test_work_that_is_refused_says_so(desk: Desk, qtbot: QtBot) -> None:
    ended: list[bool] = []
    with qtbot.waitSignal(desk.refused):
        desk.work(lambda _p: refuses(), lambda _v: None, otherwise=lambda: ended.append(True))
    qtbot.waitUntil(lambda: ended == [True])


def test_work_can_be_cancelled(desk: Desk, qtbot: QtBot) -> None:
    begun = threading.Event()
    ended: list[bool] = []
    got: list[int] = []

    def task(progress: Progress) -> int:
        count = 0
        while progress(count, 0):
            begun.set()
            count += 1
        return count

    job = desk.work(task, got.append, otherwise=lambda: ended.append(True))
    assert begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: ended == [True])
    assert got == []


def test_another_process_s_commit_is_noticed(desk: Desk, office: Office, qtbot: QtBot) -> None:
    told = ClerkSet(code="0800", name="孙二", role=CLERK.role)
    with qtbot.waitSignal(desk.changed, timeout=3000) as changed:
        # behind the desk's back, as a scheduled command would
        office.store.journal.append([Act(entity="clerk:0800", payload=told)], STATION.code)
    assert changed.args == [ALL]


def test_a_year_another_process_published_is_in_force_here(
    desk: Desk, office: Office, qtbot: QtBot
) -> None:
    known = office.calendar.year(2027)
    assert known is not None
    told = published(replace(known, notice=True, doc_no="国办发明电〔2026〕1号"), "通知")
    with qtbot.waitSignal(desk.changed, timeout=3000):
        office.store.journal.append([Act(entity="calendar:2027", payload=told)], STATION.code)
    assert office.calendar.has_notice(2027)


def test_nobody_acts_before_signing_in(desk: Desk) -> None:
    assert not desk.may(Right.SERVE)
    with pytest.raises(Refusal):
        _ = desk.acting
    desk.sign_in(CLERK)
    assert desk.acting == CLERK
    assert desk.may(Right.SERVE)
    assert not desk.may(Right.EXPORT_LOG)
