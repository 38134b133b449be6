"""What the journal says of a consultation (咨询). Nothing is received by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.trust.entry import PERSONAL


class AskedBy(StrEnum):
    """How the question came: at the counter, by telephone, online."""

    COUNTER = "counter"
    PHONE = "phone"
    ONLINE = "online"


class Answered(StrEnum):
    """What the asker went away with."""

    TOLD = "told"
    PRINTED = "printed"
    REFERRED = "referred"
    OPEN = "open"


class Shown(StrEnum):
    """What of the catalogue was shown."""

    NOTHING = "nothing"
    ITEM = "item"
    THEME = "theme"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationLogged:
    """`asked` is the question in the clerk's words. People tell their lives at a counter, so it
    is sealed; what was shown (`id` and its `name` on that day) is public. `minutes` 0: not noted.
    """

    by: AskedBy
    answered: Answered
    shown: Shown = Shown.NOTHING
    id: str = ""
    name: str = ""
    visit: str = ""
    minutes: int = 0
    asked: str = field(default="", metadata=PERSONAL)
