"""What the journal says of troubles: who was asked, what was answered, how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.domain.courier.troubles.kinds import Ending, Owner, Remedy, Trouble, Whom
from desktop.domain.trust.entry import PERSONAL

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """Somebody called or asked; `until` is when to look again, quiet till then.

    `whom` None: nobody was asked, the trouble is only put off, and `said` is the reason.
    """

    trouble: Trouble
    whom: Whom | None = None
    until: date | None = None
    said: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complained:
    """投诉 to the carrier; `ref` is its number there, `due` the last day of the answer."""

    trouble: Trouble
    on: date
    due: date
    paper: str = ""
    ref: str = ""
    said: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """查询、索赔. Amounts in yuan: `insured` 0 is 未保价, `postage` what was paid, `loss` what the
    hall says it lost, `wanted` what it may ask for; `remote` has the longer term.
    """

    trouble: Trouble
    on: date
    due: date
    insured: Decimal = NOTHING
    postage: Decimal = NOTHING
    loss: Decimal = NOTHING
    wanted: Decimal = NOTHING
    remote: bool = False
    paper: str = ""
    ref: str = ""
    said: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed:
    """申诉 to the postal authority `to`."""

    trouble: Trouble
    on: date
    due: date
    to: str = ""
    paper: str = ""
    ref: str = ""
    said: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer to the last open one of this remedy; `credited` in yuan, 0 none."""

    remedy: Remedy
    on: date
    credited: Decimal = NOTHING
    content: bool = True
    said: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleSettled:
    """Over and done with; it is said again only if it begins anew."""

    trouble: Trouble
    how: Ending
    said: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsSet:
    """A supervisor's own days for one trouble, in the place of what ships."""

    trouble: Trouble
    days: int
    within: int
    owner: Owner
    near_days: int | None = None
    reason: str = ""
