"""Labels of the enums of `desktop.domain.courier.troubles`; `desktop.wording.labels` takes them in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.courier.troubles.kinds import Ending, Owner, Remedy, Trouble, Whom

TROUBLES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Trouble: {
        Trouble.LOST: "丢失",
        Trouble.NO_ANSWER: "逾期未答复",
        Trouble.RESULT_LATE: "结果送达将到期",
        Trouble.TOTAL_DELAY: "彻底延误",
        Trouble.ORIGINALS_AWAY: "原件未归",
        Trouble.REJECTED: "拒收",
        Trouble.RETURNED: "已退回",
        Trouble.PROBLEM: "疑难件",
        Trouble.BY_OTHER: "他人代签",
        Trouble.LOCKER: "投柜未取",
        Trouble.STILL: "没有动静",
        Trouble.NOT_PICKED_UP: "久未揽收",
        Trouble.ABORTED: "查询中止",
        Trouble.UNKNOWN_CODE: "未识别",
        Trouble.RETURNING: "退回中未到",
    },
    Owner: {
        Owner.CLERK: "经办",
        Owner.WINDOW: "窗口",
        Owner.SUPERVISOR: "主管",
        Owner.CARRIER: "承运人",
    },
    Remedy: {
        Remedy.CALL: "催问承运人",
        Remedy.ASK: "联系收件人",
        Remedy.COMPLAIN: "投诉、查询",
        Remedy.CLAIM: "查询、索赔",
        Remedy.APPEAL: "申诉",
        Remedy.RESEND: "补寄",
        Remedy.DELIVER: "登记送达",
        Remedy.STEP: "登记进度",
        Remedy.SETTLE: "了结",
    },
    Whom: {
        Whom.CARRIER: "承运人",
        Whom.RECEIVER: "收件人",
        Whom.SENDER: "寄件人",
        Whom.OTHER: "其他人",
    },
    Ending: {
        Ending.RECEIVED: "收件人已收到",
        Ending.RESENT: "已补寄",
        Ending.COMPENSATED: "已赔偿",
        Ending.MADE_ANEW: "已补制",
        Ending.CAME_BACK: "原件已收回",
        Ending.UNFOUNDED: "查明没有问题",
        Ending.LET_BE: "不再追究",
    },
}
