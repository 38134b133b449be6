"""Which forms there are, who may use them, and in which order F4 lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.cases.moves import OPEN, Move, possible
from desktop.domain.halls.roles import Right
from desktop.domain.promises.commitment import BEFORE_DECISION
from desktop.services.handling.decision import overdue
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.moves import assigning, crossing, decision, promises, review, turns
from desktop.ui.pages.cases.moves.spec import Form
from desktop.wording import _
from desktop.wording.labels import label as word

Make = Callable[[Office, Case], Form]


@dataclass(frozen=True, slots=True)
class Offer:
    """A form by its verb. `move` None: not one of the table, offered while `offered` says so."""

    verb: str
    words: str
    detail: str
    right: Right
    make: Make
    move: Move | None = None


def _move(move: Move, detail: str, right: Right, make: Make) -> Offer:
    return Offer(move.value, word(move), detail, right, make, move)


OFFERS: tuple[Offer, ...] = (
    _move(Move.REVIEW, _("写一个环节的审查意见"), Right.REVIEW, review.review),
    _move(Move.DECIDE, _("准予或者不予，签发决定书"), Right.DECIDE, decision.decide),
    _move(Move.RESUME, _("特别程序结束，接着计算期限"), Right.REVIEW, review.end_procedure),
    _move(
        Move.SUSPEND, _("听证、检测、专家评审等：停止计时并书面告知"), Right.REVIEW,
        review.start_procedure,
    ),
    _move(Move.COMMISSION, _("交给技术审查人员，另有期限"), Right.REVIEW, review.commission),
    _move(Move.OPINE, _("技术审查人员出具意见"), Right.TECHNICAL, review.give_opinion),
    _move(Move.EXTEND, _("负责人批准后延长一次，告知理由"), Right.EXTEND, review.extend),
    Offer(
        "explain", _("逾期说明"), _("超过期限，写明原因交申请人"), Right.SERVE, decision.explain
    ),
    _move(Move.AMEND, _("改正录入有误的内容"), Right.SERVE, turns.amend),
    _move(Move.TRANSFER, _("转到另一事项或另一机关，原编号仍然有效"), Right.TURN, turns.transfer),
    _move(Move.REVOKE, _("受理有误：回到收件，材料和收件日保留"), Right.TURN, turns.revoke),
    _move(Move.TERMINATE, _("没有可以决定的事了"), Right.REVIEW, turns.terminate),
    _move(Move.REISSUE, _("证照遗失、损毁，重新制发"), Right.SERVE, decision.reissue),
    Offer(
        "uncommit", _("撤回承诺"), _("申请人有合理理由，改按一般程序办理"), Right.SERVE,
        promises.withdraw,
    ),
    Offer(
        "breach", _("承诺不实"), _("认定承诺不实或未履行，修复前不再适用"), Right.OVERSEE,
        promises.breach,
    ),
    Offer("repair", _("信用修复"), _("已整改，恢复适用承诺"), Right.OVERSEE, promises.repair),
    Offer(
        "assign", _("改派"), _("交给另一人负责，写明理由（主管）"), Right.OVERSEE, assigning.assign
    ),
    Offer(
        "hand_over", _("移交"), _("交给另一大厅办，期限接着算，出移交单"), Right.TURN,
        crossing.hand_over,
    ),
    Offer(
        "collect_for", _("代收材料"), _("另一大厅的办件：代收材料，装批送去"), Right.SERVE,
        crossing.collect,
    ),
    Offer("contact", _("换联系人"), _("找一人：申请人有事找谁"), Right.SERVE, turns.set_contact),
)  # fmt: skip
PROMISED: dict[str, Callable[[Case], bool]] = {
    "uncommit": lambda case: case.promise.stands and case.stage in BEFORE_DECISION,
    "breach": lambda case: case.promise.broken is None and _promised(case),
    "repair": lambda case: case.promise.broken is not None,
}
"""What may be done about a written promise."""
CROSSING: dict[str, Callable[[Office, Case], bool]] = {
    "hand_over": crossing.may_hand_over,
    "collect_for": crossing.may_collect,
}
"""What goes from hall to hall."""
UNREAD = "collect_for"
"""What is done with a case whose person this hall cannot read."""
BY_VERB = {offer.verb: offer for offer in OFFERS}


def offered(desk: Desk, case: Case) -> tuple[Offer, ...]:
    """What this clerk may do with this case now, in the order of the table."""
    able = possible(case.stage)
    return tuple(
        offer
        for offer in OFFERS
        if desk.may(offer.right)
        and (not case.purged or offer.verb == UNREAD)
        and _fits(offer, desk, case, able)
    )


def _fits(offer: Offer, desk: Desk, case: Case, able: frozenset[Move]) -> bool:
    if offer.move is Move.OPINE:
        return offer.move in able and bool(case.course.open_technical)
    if offer.move is not None:
        return offer.move in able
    if offer.verb == "explain":
        return overdue(case, desk.office.today()) is not None
    if offer.verb in PROMISED:
        return PROMISED[offer.verb](case)
    if offer.verb in CROSSING:
        return case.stage in OPEN and CROSSING[offer.verb](desk.office, case)
    return case.stage in OPEN


def _promised(case: Case) -> bool:
    return case.promise.committed is not None or bool(case.deferred)
