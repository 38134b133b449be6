"""谁来办: applicant, and the agent with the mandate where one came."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.domain.identity.documents import DOCUMENTS, IdKind
from desktop.domain.identity.party import PartyKind, Power, Presence
from desktop.ui.desk import Desk
from desktop.ui.pages.intake.panels.channel import ChannelPart
from desktop.ui.pages.intake.panels.form import Walk
from desktop.ui.pages.intake.panels.person import Identity
from desktop.ui.pages.intake.session import Session
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

PERSONAL = tuple(d.kind for d in DOCUMENTS.values() if not d.organisation)
KINDS = tuple((kind.value, word(kind)) for kind in PartyKind)
PRESENCES = tuple((p.value, word(p)) for p in (Presence.SELF, Presence.AGENT))
POWERS = tuple((power.value, word(power)) for power in Power)


class WhoPanel(QScrollArea):
    """`finished` after the last field with Enter."""

    finished = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.presence, self.kind, self.powers = Chips(), Chips(), Chips()
        self.channel = ChannelPart(session)
        self.applicant = Identity(desk, _("姓名"), PERSONAL)
        self.head = Field(_("法定代表人（负责人）"))
        self.phone = Field(_("手机"), _("可不填；填了可收短信、寄递"))
        self.agent = Identity(desk, _("代理人姓名"), PERSONAL)
        self.agent_phone = Field(_("代理人手机"), _("可不填"))
        self._agent_part = QWidget()
        self._build()
        self._connect()

    def focus(self, field: str = "") -> None:
        """The first stop, or the field that a jump names (`applicant.name`, `agent.id_number`)."""
        places = {
            "presence": self.presence,
            "channel.waybill": self.channel.waybill,
            "applicant.name": self.applicant.name,
            "applicant.id_number": self.applicant.number,
            "agent.name": self.agent.name,
            "agent.id_number": self.agent.number,
        }
        if field in places:
            places[field].setFocus()
            self.ensureWidgetVisible(places[field])
        else:
            draft = self._session.draft
            asked = draft is not None and draft.presence is not Presence.UNASKED
            (self.kind if asked else self.presence).setFocus()

    def take_scan(self, text: str) -> bool:
        """A scanned number goes into the number of whoever is being typed in."""
        inside = self.agent if self.agent.isAncestorOf(self.focusWidget()) else self.applicant
        inside.number.line.setText(text)
        inside.number.line.textEdited.emit(text)
        inside.number.setFocus()
        return True

    def refresh(self) -> None:
        """The draft changed, perhaps by undo: show what it holds."""
        draft = self._session.draft
        if draft is None:
            return
        self.channel.refresh()
        party, agent = draft.applicant, draft.agent
        unasked = draft.presence is Presence.UNASKED
        self.presence.offer(
            PRESENCES, () if unasked else (draft.presence.value,), (Presence.SELF.value,)
        )
        self.kind.offer(KINDS, (party.kind.value,))
        organisation = party.kind is PartyKind.ORGANISATION
        self.applicant.name.set_words(_("名称") if organisation else _("姓名"))
        self.applicant.offer((IdKind.USCC,) if organisation else PERSONAL)
        self.head.setVisible(organisation)
        self.applicant.show_values(party.name, party.id_kind, party.id_number, party.nationality)
        self.head.set_text(party.legal_representative)
        self.phone.set_text(party.phone)
        self._agent_part.setVisible(draft.presence is Presence.AGENT)
        self.agent.show_values(agent.name, agent.id_kind, agent.id_number, "")
        self.agent_phone.set_text(agent.phone)
        self.powers.offer(POWERS, [p.value for p in agent.powers], multi=True)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        sheet = QWidget()
        inside = column(sheet, gap=3)
        inside.setContentsMargins(0, 0, unit(2), 0)
        top = row(gap=6)
        for words, chips in ((_("谁来办"), self.presence), (_("申请人是"), self.kind)):
            part = column(gap=1)
            part.addWidget(label(words, "quiet"))
            part.addWidget(chips)
            part.addStretch(1)
            top.addLayout(part, 1)
        inside.addLayout(top)
        way = row(gap=3)
        way.addWidget(label(_("渠道"), "quiet"))
        way.addWidget(self.channel.chips, 1)
        inside.addLayout(way)
        inside.addWidget(self.channel)
        inside.addWidget(self.applicant)
        beside = row(gap=3)
        beside.addWidget(self.head)
        beside.addWidget(self.phone)
        inside.addLayout(beside)
        agent = column(self._agent_part, gap=3)
        agent.addWidget(label(_("代理人和委托权限"), "heading"))
        agent.addWidget(self.agent)
        agent.addWidget(self.agent_phone)
        agent.addWidget(label(_("可以代办（数字增减，Enter 确认）"), "quiet"))
        agent.addWidget(self.powers)
        inside.addWidget(self._agent_part)
        inside.addStretch(1)
        self.setWidget(sheet)
        let_through(self)
        for chips, name in (
            (self.presence, _("谁来办？")),
            (self.kind, _("申请人是")),
            (self.powers, _("委托权限")),
        ):
            chips.setAccessibleName(name)

    def _connect(self) -> None:
        self.presence.answered.connect(self._presence)
        self.kind.answered.connect(self._kind)
        self.powers.answered.connect(self._powers)
        self.applicant.edited.connect(self._applicant)
        self.agent.edited.connect(self._agent)
        for field in (self.head, self.phone):
            field.edited.connect(lambda _text: self._applicant())
        self.agent_phone.edited.connect(lambda _text: self._agent())
        one, two = self.applicant, self.agent
        stops = (
            self.channel.waybill,
            self.presence,
            self.kind,
            one.name,
            one.kind,
            one.number,
            one.nationality,
            self.head,
            self.phone,
            two.name,
            two.kind,
            two.number,
            two.nationality,
            self.agent_phone,
            self.powers,
        )
        self._walk = Walk(stops, self)
        self._walk.finished.connect(self.finished)

    def _presence(self, chosen: tuple[str, ...]) -> None:
        draft = self._session.draft
        if draft is not None:
            presence = Presence(chosen[0])
            words = _("谁来办：{who}").format(who=word(presence))
            self._session.change(words, replace(draft, presence=presence))

    def _kind(self, chosen: tuple[str, ...]) -> None:
        """Another kind of applicant has another document; what was typed stays."""
        draft = self._session.draft
        if draft is None or draft.applicant.kind == chosen[0]:
            return
        kind = PartyKind(chosen[0])
        usual = IdKind.USCC if kind is PartyKind.ORGANISATION else IdKind.RESIDENT_ID
        party = replace(draft.applicant, kind=kind, id_kind=usual)
        self._session.change(
            _("申请人：{kind}").format(kind=word(kind)), replace(draft, applicant=party)
        )

    def _powers(self, chosen: tuple[str, ...]) -> None:
        draft = self._session.draft
        if draft is not None:
            agent = replace(draft.agent, powers=tuple(Power(one) for one in chosen))
            self._session.change(_("委托权限"), replace(draft, agent=agent))

    def _applicant(self) -> None:
        draft, typed = self._session.draft, self.applicant
        if draft is None:
            return
        party = replace(
            draft.applicant,
            name=typed.name.text,
            id_kind=typed.id_kind,
            id_number=typed.number.text,
            nationality=typed.nationality.text,
            legal_representative=self.head.text,
            phone=self.phone.text,
        )
        self._session.change(_("申请人"), replace(draft, applicant=party), merge=True)

    def _agent(self) -> None:
        draft, typed = self._session.draft, self.agent
        if draft is None:
            return
        agent = replace(
            draft.agent,
            name=typed.name.text,
            id_kind=typed.id_kind,
            id_number=typed.number.text,
            phone=self.agent_phone.text,
        )
        self._session.change(_("代理人"), replace(draft, agent=agent), merge=True)
