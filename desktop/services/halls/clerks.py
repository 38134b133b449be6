"""Clerks: accounts, passwords, PINs, signing in. A password proves who somebody is; it encrypts
nothing. Wrong ones slow the next try down and never lock anybody out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desktop.domain.halls.entries import ClerkSet, ClerkSignedIn
from desktop.domain.halls.roles import Clerk, Right, Role, on_leave, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office

SHORTEST_PASSWORD = 8
SHORTEST_PIN = 4
LONGEST_WAIT_SECONDS = 60
FREE_TRIES = 2
ONCE = "once "
"""Before the kept text of a one-time password: both travel as one, whatever else has come."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


def hashed(secret: str) -> str:
    """As a secret is kept."""
    return _hasher().hash(secret)


def set_clerk(office: Office, by: Clerk, told: ClerkSet, password: str = "", pin: str = "") -> None:
    """Add or change a clerk. At least one active supervisor must remain."""
    require(by, Right.MANAGE_CLERKS)
    told = replace(told, code=told.code.strip(), name=told.name.strip(), window=told.window.strip())
    _check_account(office, told)
    if password:
        check_length(password, SHORTEST_PASSWORD, "password_short")
    elif not office.store.local.secret(told.code, "password"):
        raise Refusal("password_short", shortest=SHORTEST_PASSWORD)
    with office.store.journal.transaction():
        act = Act(entity=f"clerk:{told.code}", payload=told)
        office.store.journal.append([act], by.code)
        if password:
            office.store.local.set_secret(told.code, "password", hashed(password))
        if pin:
            set_pin(office, told.code, pin)


def set_pin(office: Office, code: str, pin: str) -> None:
    """The short PIN that unlocks a locked screen."""
    if not pin.isdigit():
        raise Refusal("pin_digits")
    check_length(pin, SHORTEST_PIN, "pin_short")
    office.store.local.set_secret(code, "pin", hashed(pin))


def sign_in(office: Office, code: str, password: str, in_spite: bool = False) -> Clerk:
    """The clerk, with the signing in journalled. Refuses `wait` (seconds), `wrong_password`,
    `password_once` where a password of one's own is due, and `on_leave` unless `in_spite` of it.
    """
    wrong, last = failures(office, code.strip())
    clerk = prove(office, code, password, "password")
    if once(office, clerk.code):
        raise Refusal("password_once")
    away = on_leave(clerk, office.today())
    if away and not in_spite:
        _keep_failures(office, clerk.code, wrong, last)
        raise Refusal("on_leave", first=clerk.leave_first, last=clerk.leave_last or "—")
    told = ClerkSignedIn(
        code=clerk.code, window=office.station.window, failures=wrong, on_leave=away
    )
    office.store.journal.append([Act(entity=f"clerk:{clerk.code}", payload=told)], clerk.code)
    return clerk


def unlock(office: Office, code: str, secret: str) -> Clerk:
    """Unlock with the PIN where one is set, else with the password, never with a one-time one."""
    kind = "pin" if office.store.local.secret(code, "pin") else "password"
    clerk = prove(office, code, secret, kind)
    if once(office, clerk.code):
        raise Refusal("password_once")
    return clerk


def prove(office: Office, code: str, secret: str, kind: str) -> Clerk:
    """Check a secret. After two free tries each wrong one doubles the wait, up to a minute."""
    code = code.strip()
    _check_wait(office, code)
    clerk = office.store.views.clerk(code)
    kept = office.store.local.secret(code, kind)
    if clerk is None or not clerk.active or not _matches(kept, secret):
        _count_failure(office, code)
        raise Refusal("wrong_password", kind=kind)
    office.store.local.remember(f"failures:{code}", "")
    return clerk


def once(office: Office, code: str) -> bool:
    """Whether the clerk's password is a one-time one: it is, until another takes its place."""
    return office.store.local.secret(code, "password").startswith(ONCE)


def _matches(kept: str, secret: str) -> bool:
    try:
        # An unknown clerk costs as long as a known one: nobody learns which codes exist.
        _hasher().verify(kept.removeprefix(ONCE) or _hasher().hash(""), secret)
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


def _check_wait(office: Office, code: str) -> None:
    count, last = failures(office, code)
    if last is None or count <= FREE_TRIES:
        return
    wait = min(LONGEST_WAIT_SECONDS, 2 ** (count - FREE_TRIES))
    passed = office.now() - last
    if timedelta(0) <= passed < timedelta(seconds=wait):
        raise Refusal("wait", seconds=wait - int(passed.total_seconds()))


def _count_failure(office: Office, code: str) -> None:
    count, _ = failures(office, code)
    _keep_failures(office, code, count + 1, office.now())


def _keep_failures(office: Office, code: str, count: int, last: datetime | None) -> None:
    told = f"{count} {last.isoformat()}" if last is not None else ""
    office.store.local.remember(f"failures:{code}", told)


def failures(office: Office, code: str) -> tuple[int, datetime | None]:
    """Wrong tries since the last good one at this station, and the last of them."""
    told = office.store.local.recall(f"failures:{code}")
    if not told:
        return 0, None
    count, last = told.split(" ", 1)
    return int(count), datetime.fromisoformat(last)


def _check_account(office: Office, told: ClerkSet) -> None:
    if not told.code or not told.name or told.code == "-":
        raise Refusal("clerk_incomplete")
    others = [
        clerk
        for clerk in office.store.views.clerks()
        if clerk.code != told.code and clerk.active and clerk.role is Role.SUPERVISOR
    ]
    first, last = told.leave_first, told.leave_last
    if last is not None and (first is None or last < first):
        raise Refusal("dates_reversed", first=first or "—", last=last)
    if not others and (told.role is not Role.SUPERVISOR or not told.active):
        raise Refusal("last_supervisor")


def check_length(secret: str, shortest: int, code: str) -> None:
    if len(secret) < shortest:
        raise Refusal(code, shortest=shortest)
