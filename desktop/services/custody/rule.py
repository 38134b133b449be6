"""The hall's rule on sealing and opening, and the second person who signs with a secret of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.custody.entries import AloneReviewed, CustodyRuleSet
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.halls.alone import allowed
from desktop.services.halls.clerks import unlock
from desktop.services.office import Office

RULE = "hall:custody"


@dataclass(frozen=True, slots=True)
class Signature:
    """Code and PIN (or password) of a second person, or why there is none."""

    code: str = ""
    secret: str = ""
    alone: str = ""


NOBODY = Signature()


@dataclass(frozen=True, slots=True)
class Signed:
    """What is journalled of it: the secret never is."""

    second: str = ""
    alone: str = ""


def rule(office: Office) -> CustodyRuleSet:
    """What was set last; else the default."""
    told = [fact.payload for fact in office.store.journal.facts(RULE)]
    said = [one for one in told if isinstance(one, CustodyRuleSet)]
    return said[-1] if said else CustodyRuleSet()


def set_rule(office: Office, clerk: Clerk, told: CustodyRuleSet) -> None:
    """Journal the rule; the one in force already writes nothing."""
    require(clerk, Right.OVERSEE)
    if told != rule(office):
        office.store.journal.append([Act(entity=RULE, payload=told)], clerk.code)


def signed(
    office: Office,
    clerk: Clerk,
    two: bool,
    signature: Signature,
    right: Right = Right.SHIP,
    alone: bool | None = None,
) -> Signed:
    """The second person proved, where two are wanted or one offers to sign. Call it before the
    transaction: a wrong secret must be remembered although nothing else is written. `right` is what
    the second must have; `alone` whether one may do it, else as this rule says.

    Refuses `second_is_first`, `second_missing`, and whatever proving refuses.
    """
    code = signature.code.strip()
    if code:
        if code == clerk.code:
            raise Refusal("second_is_first")
        other = unlock(office, code, signature.secret)
        require(other, right)
        return Signed(second=other.code)
    if not two:
        return Signed()
    reason = signature.alone.strip()
    if alone is None:
        alone = rule(office).alone_allowed or allowed(office)
    if not reason or not alone:
        raise Refusal("second_missing" if alone else "second_needed")
    return Signed(alone=reason)


def review_alone(office: Office, clerk: Clerk, shipment: str, entry: str, note: str) -> None:
    """复核: a supervisor looked at what one person did alone; not at an act of their own."""
    require(clerk, Right.OVERSEE)
    rows = {row.entry: row for row in office.store.views.done_alone()}
    if entry not in rows:
        raise Refusal("nothing_to_review")
    if rows[entry].clerk == clerk.code:
        raise Refusal("own_act")
    if not note.strip():
        raise Refusal("reason_missing")
    told = AloneReviewed(entry=entry, note=note.strip())
    office.store.journal.append([Act(entity=f"shipment:{shipment}", payload=told)], clerk.code)
