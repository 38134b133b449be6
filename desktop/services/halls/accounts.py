"""Passwords that were forgotten, and who signed in when.

A reset makes a one-time password: it signs nobody in and does one thing, to set one's own. Whether
a password is a one-time one follows from the secrets alone, so that it travels to the other
stations of the hall with them.
"""

from __future__ import annotations

import secrets

from desktop.domain.halls.entries import ClerkSecretSet, SecretChange
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.halls.signing import SignIn
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.halls.clerks import (
    ONCE,
    SHORTEST_PASSWORD,
    check_length,
    failures,
    hashed,
    prove,
)
from desktop.services.office import Office

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters that look like others."""
GROUPS = 3


def reset_password(office: Office, by: Clerk, code: str) -> str:
    """The one-time password, shown once. The PIN goes as well: it opened the same screen.

    Refuses `unknown_clerk`, `reset_oneself`.
    """
    require(by, Right.MANAGE_CLERKS)
    if office.store.views.clerk(code) is None:
        raise Refusal("unknown_clerk", clerk=code)
    if code == by.code:
        raise Refusal("reset_oneself")
    made = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(GROUPS))
    with office.store.journal.transaction():
        _journal(office, by.code, code, SecretChange.RESET)
        office.store.local.set_secret(code, "password", ONCE + hashed(made))
        office.store.local.set_secret(code, "pin", "")
        office.store.local.remember(f"failures:{code}", "")
    return made


def change_password(office: Office, code: str, before: str, after: str, again: str) -> Clerk:
    """Set one's own, proved by the one before. Refuses `passwords_differ`, `password_same`,
    `password_short`, and whatever proving refuses.
    """
    if after != again:
        raise Refusal("passwords_differ")
    check_length(after, SHORTEST_PASSWORD, "password_short")
    if after == before:
        raise Refusal("password_same")
    clerk = prove(office, code, before, "password")
    with office.store.journal.transaction():
        _journal(office, clerk.code, clerk.code, SecretChange.CHANGED)
        office.store.local.set_secret(clerk.code, "password", hashed(after))
    return clerk


def sign_ins(office: Office, by: Clerk, code: str) -> list[SignIn]:
    """Where and when the clerk signed in, the latest first; everybody may look at their own."""
    if code != by.code:
        require(by, Right.MANAGE_CLERKS)
    return office.store.views.closing.sign_ins(code)


def wrong_now(office: Office, code: str) -> int:
    """Wrong tries at this station that no good one followed yet."""
    return failures(office, code)[0]


def _journal(office: Office, by: str, code: str, change: SecretChange) -> None:
    told = ClerkSecretSet(code=code, change=change)
    office.store.journal.append([Act(entity=f"clerk:{code}", payload=told)], by)
