"""容缺 at the counter, before anything is received: until when a material may follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.domain.cases.sheet import Sheet
from desktop.domain.cases.terms import terms
from desktop.domain.promises.deferral import furthest, last_day, own_days
from desktop.domain.refusal import Refusal
from desktop.services.office import Office


def last_days(office: Office, sheet: Sheet) -> Mapping[str, date]:
    """The latest day of each material that may follow, if it were accepted today; none where no
    limit sets one.
    """
    today, item = office.today(), sheet.item
    keys = [row.key for row in sheet.rows if row.deferrable]
    most = furthest(*terms(item, sheet.checklist.answers, today, office.calendar))
    if not keys or most is None:
        return {}
    own = own_days(item, today, office.calendar)
    return {key: last_day(key, own, most) for key in keys}


def require_limit(office: Office, sheet: Sheet, key: str) -> None:
    """Refuses `deferral_without_limit` where nothing sets a day for this material."""
    row = sheet.row(key)
    if row is not None and key not in last_days(office, sheet):
        raise Refusal("deferral_without_limit", names=[row.line.material.name])
