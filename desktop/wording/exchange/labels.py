"""Labels of halls together."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.exchange.membership import Contact
from desktop.wording import _

EXCHANGE: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Contact: {
        Contact.ALONE: _("未联网"),
        Contact.ONLINE: _("在线"),
        Contact.OFFLINE: _("离线"),
        Contact.STOPPED: _("交换已停"),
    },
}
