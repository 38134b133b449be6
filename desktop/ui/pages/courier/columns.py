"""Columns of the courier page, and how the stages of a parcel look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.courier.entries import Content
from desktop.domain.courier.progress import Passed
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.kinds import KIND_OF
from desktop.ui.pages.cases.columns import WAYS, moment
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name, detail
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


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the parcel's history: a step that was told, or what was done about a trouble."""

    at: datetime
    words: str
    tone: str
    text: str
    key: str


def history(parcel: Shipment) -> list[Told]:
    """The last stands first."""
    steps = [
        Told(
            one.event.at, told(one), TONES[one.then][1] if one.moved else "quiet",
            one.event.text, f"{one.event.key}",
        )
        for one in parcel.progress.passed
    ]  # fmt: skip
    notes = [
        Told(
            note.at, f"✎ {act_name(KIND_OF[type(note.told)][0])}", "",
            "　".join(part for part in (detail(note.told), note.told.said) if part),
            f"{note.at} {n}",
        )
        for n, note in enumerate(parcel.followups.notes)
    ]  # fmt: skip
    return sorted([*steps, *notes], key=lambda line: line.at)[::-1]


STEPS: tuple[Column, ...] = (
    Column(_("时刻"), lambda line: moment(line.at), 7),
    Column(_("到了哪一步"), lambda line: line.words, 8, tone=lambda line: line.tone),
    Column(_("说明"), lambda line: line.text),
)
