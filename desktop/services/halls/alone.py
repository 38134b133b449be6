"""Where one person may do, with a reason, what asks for two: the main hall's supervisor says."""

from __future__ import annotations

from desktop.domain.halls.entries import AloneRuleSet
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.exchange import membership
from desktop.services.office import Office

RULE = "hall:alone"


def rule(office: Office) -> AloneRuleSet:
    """What was set last; else nowhere."""
    told = [fact.payload for fact in office.store.journal.facts(RULE)]
    said = [one for one in told if isinstance(one, AloneRuleSet)]
    return said[-1] if said else AloneRuleSet()


def allowed(office: Office) -> bool:
    return office.station.hall in rule(office).halls


def set_rule(office: Office, clerk: Clerk, halls: tuple[str, ...]) -> None:
    """Journal the rule; the one in force already writes nothing. Refuses `main_hall_only`."""
    require(clerk, Right.OVERSEE)
    own = membership.directory(office).hall(office.station.hall)
    if membership.membership(office) is not None and not (own and own.main):
        raise Refusal("main_hall_only")
    told = AloneRuleSet(halls=tuple(sorted(set(halls))))
    if told != rule(office):
        office.store.journal.append([Act(entity=RULE, payload=told)], clerk.code)
