import pytest
from argon2 import PasswordHasher

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Role
from desktop.domain.refusal import Refusal
from desktop.services.halls import clerks
from desktop.services.halls.clerks import set_clerk, set_pin, sign_in, unlock
from desktop.services.office import Office
from tests.offices import CLERK, NOW, SUPERVISOR, Clock

PASSWORD = "correct horse"
TOLD = ClerkSet(code=CLERK.code, name=CLERK.name, role=Role.CLERK)


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2id with the smallest costs: a test proves the rule, not the hash's strength."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(clerks, "_hasher", lambda: cheap)


@pytest.fixture
def known(office: Office) -> Office:
    set_clerk(office, SUPERVISOR, TOLD, PASSWORD)
    return office


def wrong(office: Office, code: str = CLERK.code, secret: str = "wrong") -> Refusal:
    with pytest.raises(Refusal) as refused:
        sign_in(office, code, secret)
    return refused.value


def test_signing_in_is_journalled(known: Office) -> None:
    assert sign_in(known, " 0712 ", PASSWORD) == CLERK
    told = known.store.journal.facts("clerk:0712")[-1]
    assert (told.entry.kind, told.entry.clerk, told.payload.window) == (
        "clerk.signed_in", "0712", "7",
    )  # fmt: skip


def test_a_password_never_enters_the_journal(known: Office) -> None:
    sign_in(known, CLERK.code, PASSWORD)
    bodies = "".join(fact.entry.body for fact in known.store.journal.facts("clerk:0712"))
    assert PASSWORD not in bodies
    hashed = known.store.local.secret(CLERK.code, "password")
    assert hashed.startswith("$argon2id$")
    assert hashed not in bodies


def test_two_tries_are_free_then_each_wrong_one_doubles_the_wait(
    known: Office, clock: Clock
) -> None:
    assert [wrong(known).code for _ in range(3)] == ["wrong_password"] * 3
    for expected in (2, 4, 8, 16, 32, 60, 60):
        told = wrong(known)
        assert (told.code, told.data) == ("wait", {"seconds": expected})
        clock.on(seconds=expected - 1)
        assert wrong(known, secret=PASSWORD).data == {"seconds": 1}, "even the right one waits"
        clock.on(seconds=1)
        assert wrong(known).code == "wrong_password"


def test_nobody_is_locked_out_and_success_forgives(known: Office, clock: Clock) -> None:
    for _ in range(4):
        wrong(known)
    clock.on(seconds=60)
    assert sign_in(known, CLERK.code, PASSWORD) == CLERK
    assert [wrong(known).code for _ in range(3)] == ["wrong_password"] * 3


def test_one_clerks_mistakes_do_not_slow_another(known: Office) -> None:
    for _ in range(3):
        wrong(known, "0700")
    assert sign_in(known, CLERK.code, PASSWORD) == CLERK


def test_a_clock_set_back_locks_nobody_out(known: Office, clock: Clock) -> None:
    for _ in range(3):
        wrong(known)
    clock.at = NOW.replace(year=2020)
    assert sign_in(known, CLERK.code, PASSWORD) == CLERK


def test_an_unknown_clerk_and_one_who_left_are_told_the_same(known: Office) -> None:
    left = ClerkSet(code="0713", name="钱离岗", role=Role.CLERK, active=False)
    set_clerk(known, SUPERVISOR, left, PASSWORD)
    for code in ("0713", "9999", ""):
        assert wrong(known, code, PASSWORD).data == {"kind": "password"}


def test_a_pin_unlocks_where_one_is_set_else_the_password(known: Office) -> None:
    assert unlock(known, CLERK.code, PASSWORD) == CLERK
    set_pin(known, CLERK.code, "4711")
    assert unlock(known, CLERK.code, "4711") == CLERK
    with pytest.raises(Refusal, match="wrong_password"):
        unlock(known, CLERK.code, PASSWORD)
    with pytest.raises(Refusal, match="wrong_password"):
        sign_in(known, CLERK.code, "4711")


@pytest.mark.parametrize(("pin", "code"), [("123", "pin_short"), ("12ab", "pin_digits")])
def test_a_pin_is_four_digits(known: Office, pin: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        set_pin(known, CLERK.code, pin)
    before = known.store.journal.heads()
    with pytest.raises(Refusal, match=code):
        set_clerk(known, SUPERVISOR, TOLD, "another password", pin)
    assert known.store.journal.heads() == before
    assert sign_in(known, CLERK.code, PASSWORD) == CLERK, "the old password stands"


def test_accounts_are_a_supervisors(known: Office) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        set_clerk(known, CLERK, TOLD, PASSWORD)


@pytest.mark.parametrize(("code", "name"), [("", "王"), (" ", "王"), ("1", " "), ("-", "王")])
def test_an_account_has_a_code_and_a_name(known: Office, code: str, name: str) -> None:
    with pytest.raises(Refusal, match="clerk_incomplete"):
        set_clerk(known, SUPERVISOR, ClerkSet(code=code, name=name, role=Role.CLERK), PASSWORD)


def test_a_new_account_needs_a_password_an_old_one_keeps_its_own(known: Office) -> None:
    new = ClerkSet(code="0800", name="孙新", role=Role.CLERK)
    for password in ("", "short"):
        with pytest.raises(Refusal, match="password_short"):
            set_clerk(known, SUPERVISOR, new, password)
    set_clerk(known, SUPERVISOR, ClerkSet(code="0712", name="王大满", role=Role.CHIEF))
    assert sign_in(known, CLERK.code, PASSWORD).name == "王大满"


def test_the_code_is_kept_as_it_is_typed_when_signing_in(known: Office) -> None:
    set_clerk(known, SUPERVISOR, ClerkSet(code=" 0801 ", name=" 周 ", role=Role.CLERK), PASSWORD)
    assert sign_in(known, "0801", PASSWORD).name == "周"


@pytest.mark.parametrize(
    "told",
    [
        ClerkSet(code=SUPERVISOR.code, name="赵", role=Role.CLERK),
        ClerkSet(code=SUPERVISOR.code, name="赵", role=Role.SUPERVISOR, active=False),
    ],
)
def test_the_last_supervisor_stays(known: Office, told: ClerkSet) -> None:
    with pytest.raises(Refusal, match="last_supervisor"):
        set_clerk(known, SUPERVISOR, told, PASSWORD)
    other = ClerkSet(code="0701", name="孙", role=Role.SUPERVISOR)
    set_clerk(known, SUPERVISOR, other, PASSWORD)
    set_clerk(known, SUPERVISOR, told, PASSWORD)
    kept = known.store.views.clerk(SUPERVISOR.code)
    assert kept is not None
    assert (kept.role, kept.active) == (told.role, told.active)
