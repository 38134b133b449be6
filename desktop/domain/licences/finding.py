"""What the register says of an application for renewal: too early, in time, late."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.guidance.condition import Answers, holds
from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.terms import Late
from desktop.domain.licences.renewal import RenewalState
from desktop.domain.licences.rows import Watched
from desktop.domain.refusal import Refusal

_BEST = (RenewalState.OPEN, RenewalState.EARLY, RenewalState.LATE, RenewalState.EXPIRED)
LATE = frozenset({RenewalState.LATE, RenewalState.EXPIRED})


def renewed_by(item: ServiceItem, answers: Answers) -> frozenset[str]:
    """Items whose licences a case of this item renews in this situation."""
    return frozenset(item.renews) if holds(item.renews_if, answers) else frozenset()


def best_of(held: Iterable[Watched]) -> Watched | None:
    """Of several licences the one that stands best; None where nothing renews any."""
    found = (one for one in held if one.window and one.state)
    return min(
        found,
        key=lambda one: (_BEST.index(one.state or RenewalState.EXPIRED), one.row.id),
        default=None,
    )


def judged(held: Iterable[Watched]) -> Watched | None:
    """The licence that the application is most likely for: the one that stands best.

    A case does not say which of several licences it renews, so a holder is told of being early
    or late only where no window is open, and refused (`renewal_late`) only where every one has
    closed and the rule of the best says that nothing is accepted any more.
    """
    best = best_of(held)
    if best is None:
        return None
    rule, window = best.row.renewal, best.window
    if rule and window and best.state in LATE and rule.late is Late.REFUSE:
        raise Refusal(
            "renewal_late",
            name=best.row.name,
            number=best.row.number,
            closes=window.closes,
            valid_until=window.valid_until,
            article="、".join(rule.basis),
        )
    return best
