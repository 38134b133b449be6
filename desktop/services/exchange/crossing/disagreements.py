"""分歧: what two stations did against each other, shown to a supervisor and settled."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.exchange.disagreement import Disagreement, disagreements, settled
from desktop.domain.exchange.entries import DisagreementSettled
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office


def load(office: Office, entity: str, id: str) -> Disagreement:
    """The one of this entity whose two entries make the id (`first:second`)."""
    facts = office.store.journal.facts(entity)
    for one in disagreements(facts):
        if ":".join(one.pair) == id:
            return one
    raise Refusal("no_disagreement")


def settle(office: Office, clerk: Clerk, entity: str, told: DisagreementSettled) -> Disagreement:
    """Which of the two stands, what was done about it, and why. Nothing is deleted.

    Refuses `no_disagreement`, `disagreement_settled`, `own_act`, `done_missing`, `reason_missing`.
    """
    require(clerk, Right.OVERSEE)
    told = replace(told, done=told.done.strip(), reason=told.reason.strip())
    with office.store.journal.transaction():
        facts = office.store.journal.facts(entity)
        act = Act(entity=entity, payload=settled(facts, told, clerk.code))
        office.store.journal.append([act], clerk.code)
    return load(office, entity, ":".join(told.pair))
