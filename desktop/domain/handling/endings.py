"""From 决定 to 办结, and the turns a case may take: rules that answer the payload or refuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Delivery
from desktop.domain.cases.entries import SheetLine
from desktop.domain.cases.lines import inside
from desktop.domain.cases.moves import Move, Stage, after
from desktop.domain.cases.tick import Kept
from desktop.domain.courier.waybill import check_waybill
from desktop.domain.handling.acts import licensing
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    Amended,
    Change,
    Reissued,
    Terminated,
    Transferred,
)
from desktop.domain.handling.entries import Delivered, DeliveryWay, Produced, Relation
from desktop.domain.identity.party import Agent, Party, PartyKind, Power
from desktop.domain.identity.verdict import Level
from desktop.domain.refusal import Refusal

COLLECTORS: dict[PartyKind, tuple[Relation, ...]] = {
    PartyKind.PERSON: (Relation.SELF, Relation.AGENT, Relation.FAMILY),
    PartyKind.ORGANISATION: (Relation.REPRESENTATIVE, Relation.AGENT, Relation.STAFF),
}
"""Who may come for the result. An organisation has no hands of its own."""
OWN = (Relation.SELF, Relation.REPRESENTATIVE)
"""Who collects for the applicant without anybody's mandate."""


class Mandate(StrEnum):
    """What the mandate given at the application is worth when somebody else comes to collect:
    含领取 · 没有授权 · 不含领取 · 已到期 · 不是此人.
    """

    SERVES = "serves"
    NONE = "none"
    NOT_COLLECT = "not_collect"
    EXPIRED = "expired"
    OTHER = "other"


def produced(case: Case, told: Produced) -> Produced:
    """制证 of what was granted; its number and validity go into the register of licences."""
    after(case.stage, Move.PRODUCE)
    decision = case.course.decided
    if decision is None or not decision.granted:
        raise Refusal("nothing_granted")
    if not told.name.strip() or not told.number.strip():
        raise Refusal("result_unnumbered")
    if told.valid_until is not None and told.valid_until < told.valid_from:
        raise Refusal("validity_reversed", first=told.valid_from, last=told.valid_until)
    _check_day(told.issued_on, decision.decided_on)
    return told


def delivered(case: Case, told: Delivered) -> Delivered:
    """送达: who collects, and by what mandate (许可法 29, 44)."""
    after(case.stage, Move.DELIVER)
    if case.stage is Stage.DECIDED and _makes_result(case):
        raise Refusal("produce_first", result=case.course.decided and case.result)
    if not told.papers:
        raise Refusal("nothing_delivered")
    if told.way is DeliveryWay.COUNTER:
        _check_receiver(case, told)
    _check_day(told.delivered_on, _ready_on(case))
    return _by_post(told) if told.way is DeliveryWay.COURIER else told


def _by_post(told: Delivered) -> Delivered:
    """The waybill number in its normal form; one that cannot be one is refused."""
    if not told.waybill.strip():
        raise Refusal("waybill_missing")
    verdict = check_waybill(told.waybill)
    if verdict.level is Level.ERROR:
        raise Refusal("waybill_wrong", verdict=verdict)
    return replace(told, waybill=verdict.value)


def _ready_on(case: Case) -> date | None:
    """The day since which there is something to hand out."""
    course = case.course
    if case.stage is Stage.PRODUCED and course.produced is not None:
        return course.produced.issued_on
    return course.decided.decided_on if course.decided else None


def _check_day(on: date, since: date | None) -> None:
    """Nothing is made before it is decided, nor handed out before it is made."""
    if since is not None and on < since:
        raise Refusal("before_decision", on=on, since=since)


def _makes_result(case: Case) -> bool:
    """A grant ends in a document; a denial is the decision itself."""
    decision = case.course.decided
    return decision is not None and decision.granted


def _check_receiver(case: Case, told: Delivered) -> None:
    if not told.receiver.strip() or not told.checked.strip():
        raise Refusal("receiver_unknown")
    if told.relation in OWN or told.mandate.strip():
        return
    agent = case.agent if told.relation is Relation.AGENT else None
    if mandate(agent, told.receiver, told.delivered_on) is not Mandate.SERVES:
        raise Refusal("mandate_missing", article=licensing(case, "第二十九条"))


def mandate(agent: Agent | None, receiver: str, on: date) -> Mandate:
    """The mandate given at the application serves where it names collecting, has not ended, and
    is this person's. Otherwise one is shown now (许可法 29).
    """
    if agent is None:
        return Mandate.NONE
    if Power.COLLECT not in agent.powers:
        return Mandate.NOT_COLLECT
    if agent.until is not None and on > agent.until:
        return Mandate.EXPIRED
    return Mandate.SERVES if agent.name == receiver.strip() else Mandate.OTHER


def originals(case: Case) -> tuple[SheetLine, ...]:
    """Originals that lie in the hall and may go home with the result. Where a copy was taken, the
    original went back at once.
    """
    here = set(inside(case))
    return tuple(
        line
        for line in case.lines
        if line.key in here and line.type.startswith("原件") and line.tick.kept is Kept.KEPT
    )


def terminated(case: Case, told: Terminated) -> Terminated:
    """终止: nothing is left to decide; the materials that lie here go home."""
    after(case.stage, Move.TERMINATE)
    if not told.reason.strip():
        raise Refusal("reason_missing")
    return replace(told, returned=inside(case))


def revoked(case: Case, told: AcceptanceRevoked) -> AcceptanceRevoked:
    """撤销受理 of an acceptance that was a mistake of the hall's: the applicant is told why."""
    after(case.stage, Move.REVOKE)
    if not told.reason.strip():
        raise Refusal("reason_missing")
    return replace(told, accepted_on=case.accepted_on)


def transferred(case: Case, told: Transferred) -> Transferred:
    """转办: to another item of this hall, or to another organ, which is named."""
    after(case.stage, Move.TRANSFER)
    if not told.reason.strip():
        raise Refusal("reason_missing")
    if bool(told.to_item) is bool(told.organ.strip()):
        raise Refusal("transfer_where")
    if told.to_item == case.item:
        raise Refusal("transfer_to_itself", item=case.item_name)
    return replace(told, carried=inside(case))


def amended(
    case: Case, reason: str, on: date, applicant: Party | None, delivery: Delivery | None
) -> Amended:
    """更正: the fields that differ, as they read before and now. Nothing changed is refused."""
    after(case.stage, Move.AMEND)
    if not reason.strip():
        raise Refusal("reason_missing")
    changes = (*_changes(case.applicant, applicant), *_changes(case.delivery, delivery))
    if not changes:
        raise Refusal("nothing_amended")
    return Amended(
        reason=reason,
        amended_on=on,
        fields=tuple(change.what for change in changes),
        changes=changes,
        applicant=applicant if _changes(case.applicant, applicant) else None,
        delivery=delivery if _changes(case.delivery, delivery) else None,
    )


def reissued(case: Case, told: Reissued) -> Reissued:
    """补办 of a result that was lost, damaged or is corrected; only what was made once."""
    after(case.stage, Move.REISSUE)
    if case.course.produced is None:
        raise Refusal("nothing_granted")
    if not told.reason.strip():
        raise Refusal("reason_missing")
    return told


def _changes(before: Party | Delivery, now: Party | Delivery | None) -> tuple[Change, ...]:
    """Field by field; the names are those of the records, wording says them in Chinese."""
    if now is None:
        return ()
    kind = "applicant" if isinstance(before, Party) else "delivery"
    pairs = ((name, getattr(before, name), getattr(now, name)) for name in before.__slots__)
    return tuple(
        Change(what=f"{kind}.{name}", before=str(old), after=str(new))
        for name, old, new in pairs
        if old != new
    )
