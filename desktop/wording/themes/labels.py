"""Labels of a theme's enums."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.themes.progress import Standing, State

THEMES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Standing: {
        Standing.WAITING: "未开始",
        Standing.RUNNING: "办理中",
        Standing.DONE: "已有结果",
        Standing.FAILED: "未办成",
    },
    State: {
        State.RUNNING: "办理中",
        State.READY: "可以开始下一阶段",
        State.HELD: "有事项未办成",
        State.CLOSED: "全部办结",
        State.WITHDRAWN: "已撤回",
    },
}
