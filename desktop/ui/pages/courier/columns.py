"""Columns of the courier page, and how the stages of a parcel look."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.courier.entries import Content
from desktop.domain.courier.progress import Passed
from desktop.domain.courier.steps import ShipmentStage
from desktop.ui.pages.cases.columns import WAYS, moment
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.labels import label as word

_S = ShipmentStage
TONES: dict[ShipmentStage, tuple[str, str]] = {
    _S.WAITING: ("○", "warn"),
    _S.PICKED_UP: ("●", "info"),
    _S.IN_TRANSIT: ("●", "info"),
    _S.OUT_FOR_DELIVERY: ("●", "info"),
    _S.SIGNED: ("✓", "good"),
    _S.REJECTED: ("×", "bad"),
    _S.RETURNING: ("▲", "warn"),
    _S.RETURNED: ("×", "quiet"),
    _S.TROUBLE: ("▲", "bad"),
    _S.LOST: ("×", "bad"),
    _S.CANCELLED: ("×", "quiet"),
}


def stage_text(stage: ShipmentStage) -> str:
    """`○ 待揽收`."""
    return f"{TONES[stage][0]} {word(stage)}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a parcel could hold; `inside` says whether it does."""

    content: Content
    inside: bool = True

    @property
    def key(self) -> str:
        return f"{self.content.case} {self.content.kind} {self.content.key}"


PARCELS: tuple[Column, ...] = (
    Column(_("快递编号"), lambda row: row.number, 13),
    Column(_("方向"), lambda row: WAYS[row.direction], 3),
    Column(_("承运人"), lambda row: carrier_label(row.carrier), 7),
    Column(_("运单号"), lambda row: row.waybill or _("待填"), 9),
    Column(_("申请人"), lambda row: row.party),
    Column(_("办件"), lambda row: _("{n} 件").format(n=len(row.cases)), 3),
    Column(_("状态"), lambda row: stage_text(row.stage), 6, tone=lambda row: TONES[row.stage][1]),
)
LINES: tuple[Column, ...] = (
    Column(_("装入"), lambda line: "✓" if line.inside else "○", 3,
           tone=lambda line: "good" if line.inside else "quiet"),
    Column(_("内件"), lambda line: line.content.name),
    Column(_("份"), lambda line: str(line.content.copies), 2, right=True),
    Column(_("办件"), lambda line: line.content.case.partition("-")[2] or "—", 10),
)  # fmt: skip
INSIDE: tuple[Column, ...] = (
    Column(_("内件"), lambda line: line.content.name),
    Column(_("种类"), lambda line: word(line.content.kind), 7),
    Column(_("份"), lambda line: str(line.content.copies), 2, right=True),
    Column(_("办件"), lambda line: line.content.case or "—", 12),
)


def told(one: Passed) -> str:
    """`● 在途`; what nobody knows how to read stays as the carrier wrote it."""
    stage = one.event.stage
    if stage is None:
        return _("？未识别（{code}）").format(code=one.event.code or "—")
    return stage_text(one.then if one.moved else stage)


STEPS: tuple[Column, ...] = (
    Column(_("时刻"), lambda one: moment(one.event.at), 7),
    Column(_("到了哪一步"), told, 8,
           tone=lambda one: TONES[one.then][1] if one.moved else "quiet"),
    Column(_("说明"), lambda one: one.event.text),
)  # fmt: skip
