"""What becomes of acts that cross: a row for every kind of entry. The table is the rule's index;
`standing` applies it, and ARCHITECTURE.md prints it.
"""

from __future__ import annotations

from enum import StrEnum


class Merge(StrEnum):
    """Whatever order they come in, both count · the later in the one order stands · the earlier
    stands and the later is quietly the same · a rule says which stands, and a Disagreement is shown.
    """

    COMMUTES = "commutes"
    LAST = "last"
    FIRST = "first"
    RULE = "rule"


_ALONE = (
    "station.opened clerk.signed_in visit.started consultation.logged case.received case.revealed"
    " case.overdue_explained case.purged paper.issued paper.printed shipment.created"
    " shipment.moved shipment.tracked shipment.handed_over shipment.followed_up"
    " shipment.complained shipment.claimed shipment.appealed shipment.answered"
    " shipment.paper_refused shipment.matched shipment.unmatched shipment.misdelivery_followed"
    " message.prepared piece.registered materials.handed_over bill.lines bill.disputed"
    " licence.consent_given licence.fetched licence.holder_checked hub.joined hub.code_issued"
    " hub.device_revoked hub.device_renewed hub.healed number.replaced"
    " hub.order_retold bundle.written bundle.taken log.exported case.committed"
    " case.commitment_breached case.breach_repaired part.published"
    " items.proposed shipment.pickup_told case.materials_collected clerk.secret_set day.closed"
    " shift.handed_over draft.handled retention.approved person.asked"
)
_LAST = (
    "clerk.set authority.set hall.alone_rule_set hall.publishing_rule_set calendar.published calendar.rule_set"
    " case.contact_set case.amended case.reissued courier.coverage_set courier.terms_set"
    " address.saved address.removed shipment.amended shipment.trouble_settled shipment.unsealed"
    " hall.custody_rule_set shipment.pickup_ordered shipment.pickup_cancelled"
    " licence.category_set licence.verified records.imported tariff.published"
    " bill.credited licence.ended case.assigned case.hold_set retention.set"
)
_FIRST = (
    "visit.ended items.proposal_settled shipment.registered shipment.alone_reviewed theme.received"
    " act.reviewed"
)
RULES: dict[str, str] = {
    "case.accepted": "the earlier in order stands, from the earlier of the two days of acceptance;"
    " the other's paper goes on leading to the case",
    "case.settled": "one end of the intake: the earlier in order stands",
    "case.collected": "one end of the intake: the earlier in order stands",
    "case.refused": "one end of the intake: the earlier in order stands",
    "case.withdrawn": "not after another end of the case",
    "case.decided": "one decision, and none without an acceptance that stands",
    "case.terminated": "not after another end of the case",
    "case.transferred": "not after another end of the case",
    "case.acceptance_revoked": "not after a decision or another end of the case",
    "case.correction_noticed": "not after an end of the intake",
    "case.supplemented": "per material the last; after the case is decided or ended it is kept as"
    " late material and shown",
    "case.extended": "once, while an acceptance stands, and not from a term that another act has"
    " moved",
    "case.due_changed": "per clock; two that start from the same term and end differently: the"
    " earlier stands",
    "case.procedure_started": "while an acceptance stands; one at a time",
    "case.procedure_ended": "while an acceptance stands; ends what is open",
    "case.technical_requested": "while an acceptance stands; one under each number",
    "case.technical_given": "while an acceptance stands; the first opinion on each request",
    "case.reviewed": "while an acceptance stands; all opinions are kept",
    "case.commitment_withdrawn": "once for each commitment, while an acceptance stands",
    "case.produced": "the later stands; two devices with different results are shown",
    "case.delivered": "once, until it is reissued",
    "case.act_reviewed": "once for each act; a second finding is shown",
    "materials.taken_over": "the first count stands",
    "shipment.sealed": "one bag at a time: the earlier stands until it is unsealed",
    "shipment.opened": "the first count stands",
    "shipment.sent_on": "the earlier stands",
    "shipment.misdelivered": "the earlier stands",
    "piece.moved": "from where the piece is; a move from elsewhere is kept, moves nothing, is shown",
    "bill.imported": "the later stands; none after a sign-off",
    "bill.signed_off": "the earlier stands",
    "licence.issued": "the later stands; two devices with different contents for one case are shown",
    "theme.stage_begun": "once for each stage, not after the theme's end",
    "theme.ended": "the earlier stands",
    "case.handed_to_hall": "by the hall that it belongs to, once until it is taken",
    "case.taken_from_hall": "once for each hand-over that stands",
    "disagreement.settled": "once for each pair; a second word on it is shown",
    "item.published": "each is a version, in order; two contents under one label are shown",
}  # fmt: skip
"""What needs more than an order, in words."""

MERGES: dict[str, Merge] = {
    **dict.fromkeys(_ALONE.split(), Merge.COMMUTES),
    **dict.fromkeys(_LAST.split(), Merge.LAST),
    **dict.fromkeys(_FIRST.split(), Merge.FIRST),
    **dict.fromkeys(RULES, Merge.RULE),
}
