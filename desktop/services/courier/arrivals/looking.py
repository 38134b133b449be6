"""按住显示 the sender's telephone, to call about a parcel; the journal says who looked."""

from __future__ import annotations

from desktop.domain.cases.entries import PersonalRevealed
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.services.courier.arrivals.matching import tell
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.office import Office


def look_at_phone(office: Office, clerk: Clerk, number: str) -> bool:
    """Journal the look before anything is shown (个人信息保护法 51)."""
    require(clerk, Right.SHIP)
    load_arrival(office, number)
    tell(office, clerk, number, PersonalRevealed(field="sender.phone", reason=""))
    return True
