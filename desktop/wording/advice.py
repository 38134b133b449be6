"""咨询: how it came, what the asker went away with, what was shown."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.advice.entries import Answered, AskedBy, Shown

ADVICE: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    AskedBy: {
        AskedBy.COUNTER: "窗口",
        AskedBy.PHONE: "电话",
        AskedBy.ONLINE: "网上",
    },
    Answered: {
        Answered.TOLD: "当场答复",
        Answered.PRINTED: "给了办事清单",
        Answered.REFERRED: "转问主管部门",
        Answered.OPEN: "没有答上",
    },
    Shown: {
        Shown.NOTHING: "目录里没有",
        Shown.ITEM: "事项",
        Shown.THEME: "主题",
        Shown.POLICY: "政策",
    },
}
