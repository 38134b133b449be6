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
from desktop.domain.halls.roles import Clerk, Right, Role, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office

SHORTEST_PASSWORD = 8
SHORTEST_PIN = 4
LONGEST_WAIT_SECONDS = 60
FREE_TRIES = 2


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


def set_clerk(office: Office, by: Clerk, told: ClerkSet, password: str = "", pin: str = "") -> None:
    """Add or change a clerk. At least one active supervisor must remain."""
    require(by, Right.MANAGE_CLERKS)
    told = replace(told, code=told.code.strip(), name=told.name.strip())
    _check_account(office, told)
    if password:
        _check_length(password, SHORTEST_PASSWORD, "password_short")
    elif not office.store.local.secret(told.code, "password"):
        raise Refusal("password_short", shortest=SHORTEST_PASSWORD)
    with office.store.journal.transaction():
        act = Act(entity=f"clerk:{told.code}", payload=told)
        office.store.journal.append([act], by.code)
        if password:
            office.store.local.set_secret(told.code, "password", _hasher().hash(password))
        if pin:
            set_pin(office, told.code, pin)


def set_pin(office: Office, code: str, pin: str) -> None:
    """The short PIN that unlocks a locked screen."""
    if not pin.isdigit():
        raise Refusal("pin_digits")
    _check_length(pin, SHORTEST_PIN, "pin_short")
    office.store.local.set_secret(code, "pin", _hasher().hash(pin))


def sign_in(office: Office, code: str, password: str) -> Clerk:
    """The clerk, with the signing in journalled. Refuses `wait` (seconds), `wrong_password`."""
    clerk = prove(office, code, password, "password")
    told = ClerkSignedIn(code=clerk.code, window=office.station.window)
    office.store.journal.append([Act(entity=f"clerk:{clerk.code}", payload=told)], clerk.code)
    return clerk


def unlock(office: Office, code: str, secret: str) -> Clerk:
    """Unlock with the PIN where one is set, else with the password."""
    kind = "pin" if office.store.local.secret(code, "pin") else "password"
    return prove(office, code, secret, kind)


def prove(office: Office, code: str, secret: str, kind: str) -> Clerk:
    """Check a secret. After two free tries each wrong one doubles the wait, up to a minute."""
    code = code.strip()
    _check_wait(office, code)
    clerk = office.store.views.clerk(code)
    hashed = office.store.local.secret(code, kind)
    if clerk is None or not clerk.active or not _matches(hashed, secret):
        _count_failure(office, code)
        raise Refusal("wrong_password", kind=kind)
    office.store.local.remember(f"failures:{code}", "")
    return clerk


def _matches(hashed: str, secret: str) -> bool:
    try:
        # An unknown clerk costs as long as a known one: nobody learns which codes exist.
        _hasher().verify(hashed or _hasher().hash(""), secret)
    except (VerificationError, InvalidHashError):
        return False
    return bool(hashed)


def _check_wait(office: Office, code: str) -> None:
    count, last = _failures(office, code)
    if last is None or count <= FREE_TRIES:
        return
    wait = min(LONGEST_WAIT_SECONDS, 2 ** (count - FREE_TRIES))
    passed = office.now() - last
    if timedelta(0) <= passed < timedelta(seconds=wait):
        raise Refusal("wait", seconds=wait - int(passed.total_seconds()))


def _count_failure(office: Office, code: str) -> None:
    count, _ = _failures(office, code)
    told = f"{count + 1} {office.now().isoformat()}"
    office.store.local.remember(f"failures:{code}", told)


def _failures(office: Office, code: str) -> tuple[int, datetime | None]:
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
    if not others and (told.role is not Role.SUPERVISOR or not told.active):
        raise Refusal("last_supervisor")


def _check_length(secret: str, shortest: int, code: str) -> None:
    if len(secret) < shortest:
        raise Refusal(code, shortest=shortest)
