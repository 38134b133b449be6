"""Leave, default windows, a password that was forgotten, and who signed in when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from desktop.domain.halls.entries import ClerkSecretSet, ClerkSet, SecretChange
from desktop.domain.halls.roles import Role, on_leave
from desktop.domain.refusal import Refusal
from desktop.services.halls import accounts, clerks
from desktop.services.halls.clerks import set_clerk, set_pin, sign_in, unlock
from desktop.services.office import Office
from tests.offices import CLERK, NOW, SUPERVISOR, Clock

PASSWORD = "correct horse"
TODAY = NOW.date()
DAY = timedelta(days=1)
TOLD = ClerkSet(code=CLERK.code, name=CLERK.name, role=Role.CLERK, window=" 3 ")


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(clerks, "_hasher", lambda: cheap)


@pytest.fixture
def known(office: Office) -> Office:
    set_clerk(office, SUPERVISOR, TOLD, PASSWORD, "2468")
    return office


def test_a_default_window_and_leave_are_kept(known: Office) -> None:
    told = replace(TOLD, leave_first=TODAY, leave_last=TODAY + DAY)
    set_clerk(known, SUPERVISOR, told)
    clerk = known.store.views.clerk(CLERK.code)
    assert clerk is not None
    assert (clerk.window, clerk.leave_first, clerk.leave_last) == ("3", TODAY, TODAY + DAY)
    assert [on_leave(clerk, TODAY + n * DAY) for n in (-1, 0, 1, 2)] == [False, True, True, False]
    with pytest.raises(Refusal, match="dates_reversed"):
        set_clerk(known, SUPERVISOR, replace(told, leave_last=TODAY - DAY))
    with pytest.raises(Refusal, match="dates_reversed"):
        set_clerk(known, SUPERVISOR, replace(told, leave_first=None))


def test_on_leave_signing_in_wants_to_be_said_twice(known: Office) -> None:
    set_clerk(known, SUPERVISOR, replace(TOLD, leave_first=TODAY))
    for _time in range(3):
        with pytest.raises(Refusal, match="wrong_password"):
            sign_in(known, CLERK.code, "wrong")
    known.now.on(seconds=3)  # type: ignore[attr-defined]
    with pytest.raises(Refusal, match="on_leave"):
        sign_in(known, CLERK.code, PASSWORD)
    sign_in(known, CLERK.code, PASSWORD, in_spite=True)
    (told,) = accounts.sign_ins(known, SUPERVISOR, CLERK.code)
    assert (told.on_leave, told.failures, told.window, told.device) == (True, 3, "7", "A07")


def test_a_one_time_password_signs_nobody_in(known: Office) -> None:
    made = accounts.reset_password(known, SUPERVISOR, CLERK.code)
    assert len(made) == 14
    with pytest.raises(Refusal, match="wrong_password"):
        sign_in(known, CLERK.code, PASSWORD)
    with pytest.raises(Refusal, match="password_once"):
        sign_in(known, CLERK.code, made)
    for secret in ("2468", made):
        with pytest.raises(Refusal):
            unlock(known, CLERK.code, secret)
    with pytest.raises(Refusal, match="password_same"):
        accounts.change_password(known, CLERK.code, made, made, made)
    with pytest.raises(Refusal, match="passwords_differ"):
        accounts.change_password(known, CLERK.code, made, "new secret", "new secre")
    with pytest.raises(Refusal, match="password_short"):
        accounts.change_password(known, CLERK.code, made, "new", "new")
    accounts.change_password(known, CLERK.code, made, "new secret", "new secret")
    sign_in(known, CLERK.code, "new secret")
    assert unlock(known, CLERK.code, "new secret").code == CLERK.code
    with pytest.raises(Refusal, match="wrong_password"):
        accounts.change_password(known, CLERK.code, made, "another one", "another one")
    facts = known.store.journal.facts(f"clerk:{CLERK.code}")
    changes = [one for one in facts if isinstance(one.payload, ClerkSecretSet)]
    assert [(one.payload.change, one.entry.clerk) for one in changes] == [
        (SecretChange.RESET, SUPERVISOR.code), (SecretChange.CHANGED, CLERK.code),
    ]  # fmt: skip
    assert made not in "".join(one.entry.body for one in facts)


def test_it_stays_one_time_at_the_halls_other_stations(known: Office) -> None:
    """The text that travels says itself that it is one-time: there is no other to wait for."""
    made = accounts.reset_password(known, SUPERVISOR, CLERK.code)
    local = known.store.local
    assert {kind for code, kind in local.secrets() if code == CLERK.code} == {"password", "pin"}
    kept = local.secret(CLERK.code, "password")
    local.set_secret(CLERK.code, "password", clerks.hashed("set by a supervisor"))
    sign_in(known, CLERK.code, "set by a supervisor")
    with pytest.raises(Refusal, match="wrong_password"):
        sign_in(known, CLERK.code, made)
    local.set_secret(CLERK.code, "password", kept)
    with pytest.raises(Refusal, match="password_once"):
        sign_in(known, CLERK.code, made)


def test_who_may_reset(known: Office) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        accounts.reset_password(known, CLERK, SUPERVISOR.code)
    with pytest.raises(Refusal, match="reset_oneself"):
        accounts.reset_password(known, SUPERVISOR, SUPERVISOR.code)
    with pytest.raises(Refusal, match="unknown_clerk"):
        accounts.reset_password(known, SUPERVISOR, "9999")


def test_the_history_tells_when_where_and_after_how_many_wrong_tries(
    known: Office, clock: Clock
) -> None:
    sign_in(known, CLERK.code, PASSWORD)
    clock.on(hours=1)
    with pytest.raises(Refusal):
        sign_in(known, CLERK.code, "wrong")
    assert accounts.wrong_now(known, CLERK.code) == 1
    sign_in(known, CLERK.code, PASSWORD)
    assert accounts.wrong_now(known, CLERK.code) == 0
    last, first = accounts.sign_ins(known, CLERK, CLERK.code)
    assert (first.failures, last.failures) == (0, 1)
    assert last.at - first.at == timedelta(hours=1)
    assert last.hall == "经开区政务服务中心"
    with pytest.raises(Refusal, match="not_allowed"):
        accounts.sign_ins(known, CLERK, SUPERVISOR.code)
    set_pin(known, CLERK.code, "1357")
