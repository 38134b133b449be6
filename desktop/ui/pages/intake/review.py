"""右栏 核对: everything that will be printed, always in sight."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.cases.acts import situation
from desktop.domain.cases.draft import Channel, Draft, Way
from desktop.domain.cases.moves import Move
from desktop.domain.cases.sheet import Sheet, given_answers
from desktop.domain.cases.terms import deemed, legal, term
from desktop.domain.cases.tick import Check
from desktop.domain.days.counting import day_zero
from desktop.domain.guidance.checklist import limits
from desktop.domain.guidance.commitment import chosen
from desktop.domain.halls.authority import final_move
from desktop.domain.identity.masking import mask_number, mask_phone
from desktop.domain.identity.party import PartyKind, Presence
from desktop.services.office import Office
from desktop.ui.pages.intake.panels.channel import received_words
from desktop.ui.pages.intake.panels.result import day_words
from desktop.ui.pages.intake.session import Session
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.labels import column, label, wear
from desktop.wording import _
from desktop.wording.guidance.items import limit_text
from desktop.wording.labels import label as word

PAPERS = {
    Move.ACCEPT: _("材料接收凭证 · 受理通知书"),
    Move.SETTLE: _("材料接收凭证 · 当场办结凭证"),
    Move.COLLECT: _("材料接收凭证 · 材料代收凭证"),
    None: _("办事清单"),
}
DEFERRAL = _("容缺受理通知书（两份）· 容缺受理承诺书")
COMMITMENT = _("告知承诺书")
OPEN = _("待填")
TITLES = {
    "applicant": _("申请人"),
    "number": _("证件号码"),
    "who": _("谁来办"),
    "received": _("收到日"),
    "delivery": _("怎么拿结果"),
    "materials": _("材料"),
    "statutory": _("法定期限"),
    "promised": _("承诺期限"),
    "fee": _("收费"),
    "print": _("将打印"),
    "situation": _("情形"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One value; `open` while it still waits to be filled in."""

    text: str
    open: bool = False


class ReviewPanel(QFrame):
    """Only shows; a click on nothing changes anything."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._session = session
        self._values = {name: label(wrap=True) for name in TITLES}
        self._saved = label(role="quiet", wrap=True)
        sheet = QWidget()
        lines = column(sheet, gap=0.5)
        lines.setContentsMargins(0, 0, unit(2), 0)
        for name, title in TITLES.items():
            lines.addWidget(label(title, "quiet"))
            lines.addWidget(self._values[name])
            lines.addSpacing(6)
        lines.addStretch(1)
        inside = column(self, margin=3, gap=2)
        inside.addWidget(label(_("核对"), "title"))
        inside.addWidget(scroll_over(sheet), 1)
        inside.addWidget(self._saved)

    def text(self, name: str) -> str:
        """What stands beside a title, for tests and screen readers."""
        return self._values[name].text()

    @property
    def saved_text(self) -> str:
        """When the draft was last kept, in words."""
        return self._saved.text()

    def refresh(self) -> None:
        """The draft changed."""
        draft, sheet = self._session.draft, self._session.sheet
        office = self._session.desk.office
        said = _said(office, draft, sheet) if draft and sheet else {}
        if said and self._session.closed and self._session.cases:
            said["print"] = Said(_issued(office, self._session.cases[-1]))
        for name, line in self._values.items():
            told = said.get(name, Said("—", open=True))
            line.setText(told.text)
            wear(line, "quiet" if told.open else "")

    def say_saved(self) -> None:
        """When the draft was last kept."""
        draft = self._session.draft
        at = draft.saved_at if draft else None
        self._saved.setText(_("草稿已自动保存 {at}").format(at=f"{at:%H:%M:%S}") if at else "")


def _said(office: Office, draft: Draft, sheet: Sheet) -> dict[str, Said]:
    party, item = draft.applicant, sheet.item
    public = party.kind is PartyKind.ORGANISATION
    number = party.id_number if public else mask_number(party.id_number)
    statutory, promised = limits(item, sheet.checklist.answers)
    statutory = legal(item, statutory)
    due = term(statutory, office.now().date(), office.calendar)
    by_law = limit_text(statutory)
    if due.due and not item.instant:
        by_law = _("受理起 {limit}\n{day} 到期").format(limit=by_law, day=day_words(due))
    told = limit_text(promised)
    promise = told if item.approved else _("示例（{limit}），未核定，不打印").format(limit=told)
    move = final_move(office.authority(item.id).authority, sheet.at_once)
    fee = {True: _("收费"), False: _("不收费"), None: _("未核定")}[item.fee.charged]
    return {
        "applicant": Said(party.name or OPEN, not party.name),
        "number": Said(number or OPEN, not number),
        "who": _who(draft),
        "received": _received(office, draft, sheet),
        "delivery": _delivery(draft),
        "materials": _materials(sheet),
        "statutory": Said(by_law),
        "promised": Said(promise, open=not item.approved),
        "fee": Said(fee),
        "print": Said(_papers(move, draft, sheet)),
        "situation": _situation(draft, sheet),
    }


def _papers(move: Move | None, draft: Draft, sheet: Sheet) -> str:
    """What F9 will print; a promise has its own papers, where the hall decides on acceptance."""
    told = [PAPERS[move]]
    if move in (Move.ACCEPT, Move.SETTLE):
        if chosen(sheet.item, sheet.checklist.answers, draft.committed):
            told.append(COMMITMENT)
        if any(row.check is Check.PENDING for row in sheet.rows):
            told.append(DEFERRAL)
    return " · ".join(told)


def _issued(office: Office, case: str) -> str:
    """What an act has issued: once it is done, nothing more is to be printed."""
    return _("已出具：{papers}").format(
        papers=" · ".join(word(row.kind) for row in office.store.views.papers(case)) or "—"
    )


def _materials(sheet: Sheet) -> Said:
    """How many of those to hand in are here, and what was spared."""
    here = sum(found.check is Check.RECEIVED for found in sheet.rows)
    told = _("需交 {n} · 已收 {here} · 免交 {spared}").format(
        n=len(sheet.to_hand_in), here=here, spared=len(sheet.spared)
    )
    return Said(told, open=bool(sheet.open_rows))


def _situation(draft: Draft, sheet: Sheet) -> Said:
    """Question and answer as the papers state them; a default is marked until confirmed."""
    given = given_answers(sheet.item, draft)
    lines = [
        f"{text}{told}" + ("" if question.id in given else _("（默认）"))
        for question, (text, told) in zip(sheet.item.questions, situation(sheet), strict=True)
    ]
    return Said("\n".join(lines), open=True) if lines else Said("—", open=True)


def _who(draft: Draft) -> Said:
    if draft.presence is Presence.UNASKED:
        return Said(OPEN, open=True)
    told = [word(draft.presence)]
    if draft.presence is Presence.AGENT:
        told.append(draft.agent.name or OPEN)
        told.append(mask_phone(draft.agent.phone))
    else:
        told.append(mask_phone(draft.applicant.phone))
    return Said(" · ".join(part for part in told if part))


def _received(office: Office, draft: Draft, sheet: Sheet) -> Said:
    """Day 0, the waybill, and until when the applicant is told what lacks (许可法 32(4))."""
    told = [received_words(office, draft)]
    if draft.channel is Channel.COURIER:
        told.append(_("运单 {waybill}").format(waybill=draft.waybill or OPEN))
        zero = day_zero(draft.happened_at or office.now(), office.rule)
        last = deemed(sheet.item, zero, office.calendar)
        if last.due and not draft.case:
            told.append(_("告知补正至 {day}").format(day=day_words(last)))
    return Said("\n".join(told))


def _delivery(draft: Draft) -> Said:
    way = draft.delivery.way
    if way is Way.UNASKED:
        return Said(OPEN, open=True)
    if way is Way.PICKUP:
        return Said(word(way))
    return Said(_("{way} · EMS（公文走邮政）").format(way=word(way)))
