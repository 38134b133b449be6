"""Parcels that may have a trouble, with all that the rule of troubles looks at."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from db.link import Link
from db.views.cases import moment_or_none
from db.views.shipments import COLUMNS, row_of
from desktop.domain.courier.troubles.followups import Asked, Followups
from desktop.domain.courier.troubles.found import ResultDue, Seen
from desktop.domain.courier.troubles.kinds import Remedy, Trouble

_HOLDS_RESULT = "x.kind = 'licence' OR instr(x.key, '-ZY') > 0 OR instr(x.key, '-BX') > 0"
"""The licence itself, or the paper of the decision (文书编号)."""

_SEEN = f"""{COLUMNS},
       picked_at, unknown_at, near, followups,
       stage NOT IN ('signed', 'returned', 'cancelled') AND picked_at IS NOT NULL AND EXISTS
           (SELECT 1 FROM shipment_contents x WHERE x.shipment = s.number
            AND (x.original = 1 OR x.kind = 'returned')),
       (SELECT json_group_array(json_array(c.number, c.item, d.start, d.due, d.provisional))
        FROM (SELECT DISTINCT x.case_number FROM shipment_contents x
              WHERE x.shipment = s.number AND ({_HOLDS_RESULT})) inside
        JOIN duties d ON d.case_number = inside.case_number AND d.duty = 'deliver'
        JOIN cases c ON c.number = d.case_number AND c.purged = 0)
FROM shipments s
WHERE (:number = '' OR s.number = :number)
  AND s.number IN
      (SELECT number FROM shipments WHERE open = 1
       UNION
       SELECT x.shipment FROM duties d JOIN shipment_contents x ON x.case_number = d.case_number
       WHERE d.duty = 'deliver' AND ({_HOLDS_RESULT}))
ORDER BY s.created_at, s.number
"""


def troubled(link: Link, number: str) -> list[Seen]:
    """The oldest first; those of one number where one is given."""
    return [_seen(row) for row in link.rows(_SEEN, {"number": number})]


def _seen(row: Any) -> Seen:
    picked, unknown, near, followups, originals, results = row[17:]
    return Seen(
        row=row_of(row),
        followups=_followups(followups),
        picked_at=moment_or_none(picked),
        unknown_at=moment_or_none(unknown),
        near=bool(near),
        originals_away=bool(originals),
        results=tuple(
            ResultDue(
                case=one[0], item=one[1], start=date.fromisoformat(one[2]),
                due=date.fromisoformat(one[3]), provisional=bool(one[4]),
            )
            for one in json.loads(results)
        ),
    )  # fmt: skip


def _followups(told: str) -> Followups:
    """As `db.projections.shipment.done` wrote them."""
    if not told:
        return Followups()
    parts = json.loads(told)
    at = datetime.fromisoformat
    return Followups(
        done={(Trouble(one), Remedy(remedy)): at(when) for one, remedy, when in parts["done"]},
        until={Trouble(one): date.fromisoformat(day) for one, day in parts["until"]},
        settled={Trouble(one): at(when) for one, when in parts["settled"]},
        asked=tuple(
            Asked(
                remedy=Remedy(one[0]), trouble=Trouble(one[1]), at=at(one[2]),
                on=date.fromisoformat(one[3]), due=date.fromisoformat(one[4]),
                answered=date.fromisoformat(one[5]) if one[5] else None,
            )
            for one in parts["asked"]
        ),
    )  # fmt: skip
