"""Columns of the lists of the exchange, and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.exchange.batches import DeviceHead, HallHead
from desktop.domain.exchange.rows import PastRound, WaitingRow
from desktop.services.office import Office
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name
from desktop.wording.exchange.standing import moment_text, past_text


@dataclass(frozen=True, slots=True)
class HallRow:
    """A hall, by how many entries this station is behind, and whether one person may do there
    what asks for two.
    """

    hall: HallHead
    behind: int
    alone: bool = False


def waiting(office: Office) -> tuple[Column, ...]:
    return (
        Column(_("自"), lambda row: moment_text(row.since, office.now()), 5),
        Column(_("行为"), lambda row: act_name(row.kind), 6),
        Column(_("办件"), lambda row: row.case or "—"),
        Column(_("条数"), lambda row: str(row.entries), 3, right=True),
    )


def key_of_waiting(row: WaitingRow) -> str:
    return f"{row.kind} {row.case}"


def past(office: Office) -> tuple[Column, ...]:
    return (
        Column(_("时刻"), lambda row: moment_text(row.at, office.now()), 5),
        Column(_("结果"), _went, tone=lambda row: "warn" if row.why else ""),
    )


def key_of_past(row: PastRound) -> str:
    return row.at.isoformat()


def _went(row: PastRound) -> str:
    return f"{'▲' if row.why else '✓'} {past_text(row)}"


HALLS: tuple[Column, ...] = (
    Column(_("代码"), lambda row: row.hall.code, 5),
    Column(_("大厅"), lambda row: row.hall.name + (_("（主厅）") if row.hall.main else "")),
    Column(_("单人办理"), lambda row: _("可以，写明理由") if row.alone else "—", 8),
    Column(_("记录"), lambda row: str(row.hall.seq), 5, right=True),
    Column(
        _("本机还差"),
        lambda row: str(row.behind) if row.behind else "✓",
        7,
        right=True,
        tone=lambda row: "warn" if row.behind else "",
    ),
)


def devices(office: Office) -> tuple[Column, ...]:
    own = office.store.journal.device
    return (
        Column(_("设备"), lambda row: row.code + (_("（本机）") if row.code == own else ""), 8),
        Column(_("大厅"), lambda row: row.hall, 5),
        Column(_("状态"), _state, 6, tone=lambda row: "quiet" if row.revoked else "good"),
        Column(_("上次联网"), lambda row: _seen(row.seen_at, office.now())),
        Column(_("待同步"), lambda row: _number(row.waiting), 5, right=True),
        Column(
            _("分歧"),
            lambda row: _number(row.disagreements),
            4,
            right=True,
            tone=lambda row: "warn" if row.disagreements else "",
        ),
    )


def _state(row: DeviceHead) -> str:
    return _("× 已停用") if row.revoked else _("● 在用")


def _seen(at: datetime | None, now: datetime) -> str:
    return moment_text(at, now) or _("还没有")


def _number(number: int) -> str:
    return str(number) if number else "—"
