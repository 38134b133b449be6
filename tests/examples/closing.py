"""Examples of what the journal says of the end of a day, of a shift, and of accounts."""

from __future__ import annotations

from datetime import date

from desktop.domain.halls.entries import ClerkSecretSet, SecretChange
from desktop.domain.supervision.closing.checks import Carried, Check
from desktop.domain.supervision.closing.entries import (
    DayClosed,
    Held,
    Holding,
    ShiftHandedOver,
)
from desktop.domain.supervision.closing.figures import Figure, Tally
from desktop.domain.trust.entry import Act

DAY = date(2026, 11, 23)
CLOSED = DayClosed(
    hall="KFQ", day=DAY, paper="KFQ-20261123-A01-RJ1",
    tallies=(Tally(clerk="001", window="3", numbers=tuple(range(len(Figure)))),),
    carried=(
        Carried(
            check=Check.INTAKE, key="KFQ-20261123-A01-0001", name="食品经营许可", since=DAY,
            reason="等申请人补正", first_on=DAY, clerk="001",
        ),
    ),
    cleared=2,
)  # fmt: skip
SHIFT = ShiftHandedOver(
    giver="001", to="002", paper="KFQ-20261123-A01-JB1", window="3",
    lines=(
        Held(holding=Holding.CASE, key="KFQ-20261123-A01-0001", name="食品经营许可", since=DAY),
    ),
    note="钥匙一把",
)  # fmt: skip
PAYLOADS = (CLOSED, SHIFT, ClerkSecretSet(code="001", change=SecretChange.RESET))
ACTS = (
    Act(entity="day:KFQ-20261123", payload=CLOSED),
    Act(entity=f"shift:{SHIFT.paper}", payload=SHIFT),
)
