"""当面送达: who collects, by which document, and on what mandate (许可法 29)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.handling.endings import COLLECTORS, OWN, Mandate, mandate
from desktop.domain.handling.entries import Relation
from desktop.domain.identity import masking
from desktop.domain.identity.documents import DOCUMENTS, IdKind, check_document, seen
from desktop.domain.identity.party import Agent, Power
from desktop.domain.identity.verdict import Level
from desktop.ui.desk import Desk
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, label, wear
from desktop.wording import _
from desktop.wording.guidance.items import verdict_sentence
from desktop.wording.labels import label as word

PERSONAL = tuple(kind for kind in IdKind if not DOCUMENTS[kind].organisation)


class Receiver(QWidget):
    """`day` is the day of delivery, on which a mandate must still hold."""

    def __init__(self, desk: Desk, day: DayField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._day = desk, day
        self._case: Case | None = None
        self.relation = Pick(_("谁来领"), [(one, word(one)) for one in Relation])
        self.name = Field(_("领取人"))
        self.kind = Pick(_("证件类型"), [(kind, word(kind)) for kind in PERSONAL])
        self.number = Field(_("证件号码"), _("扫码、读证或手输；只记类型和掩码"))
        self.mandate = Field(_("现场核验的委托"), _("如：授权委托书，2026-11-20 签，限领取"))
        self._worth = label("", wrap=True)
        self._build()

    def open(self, case: Case) -> None:
        """The likeliest to come: the agent who may collect, else the applicant."""
        self._case = case
        party, agent = case.applicant, case.agent
        offered = COLLECTORS[party.kind]
        self.relation.offer([(one, word(one)) for one in offered])
        collects = agent is not None and Power.COLLECT in agent.powers
        self.relation.set_value(Relation.AGENT if collects else offered[0])
        self.number.set_text("")
        self.mandate.set_text("")
        self._related(self.relation.value)

    @property
    def who(self) -> Relation:
        told: Relation = self.relation.value
        return told

    @property
    def worth(self) -> Mandate:
        """What the mandate given at the application is worth for whoever stands here."""
        return mandate(self._agent, self.name.text, self._day.day)

    def checked(self) -> str:
        """Kind and masked number of the document that was looked at, which is all that is kept;
        empty while none was. Refuses `document_wrong`.
        """
        if not self.number.text:
            return ""
        kind: IdKind = self.kind.value
        number = seen(kind, self.number.text, self._desk.office.today())
        return f"{word(kind)} {masking.mask_number(number)}"

    def mandated(self) -> str:
        """By what somebody else collects; empty where it is lacking or not needed."""
        if self.who in OWN:
            return ""
        serves = self.worth is Mandate.SERVES
        return self.mandate.text or (self.words() if serves else "")

    def words(self) -> str:
        """The mandate's worth in clear words."""
        told, until = word(self.worth), self._agent.until if self._agent else None
        if self.worth is Mandate.SERVES:
            return told + (_("，至 {day}").format(day=until) if until else _("，限本件"))
        if self.worth is Mandate.EXPIRED:
            told += f"（{until}）"
        return told + _("，要现场核验委托书")

    def take_number(self, text: str) -> None:
        """What a scanner read."""
        self.number.set_text(text)
        self.judge()

    def judge(self) -> None:
        """Say what is found of the number and of the mandate; never in the way."""
        self._judge_number()
        other = self.who not in OWN
        for widget in (self._worth, self.mandate):
            widget.setVisible(other)
        serves = self.worth is Mandate.SERVES
        self._worth.setText(("✓ " if serves else "▲ ") + self.words())
        wear(self._worth, "good" if serves else "warn")

    def start(self) -> QWidget:
        """Where work begins."""
        return self.number if self.name.text else self.name

    @property
    def _agent(self) -> Agent | None:
        """The agent of the application, where it is an agent who comes."""
        return self._case.agent if self._case and self.who is Relation.AGENT else None

    def _related(self, relation: Relation) -> None:
        """Name and document of whom the case knows; others are typed."""
        if self._case is None:
            return
        party, agent = self._case.applicant, self._case.agent
        known = {
            Relation.SELF: (party.name, party.id_kind),
            Relation.REPRESENTATIVE: (party.legal_representative, IdKind.RESIDENT_ID),
            Relation.AGENT: (agent.name, agent.id_kind) if agent else ("", IdKind.RESIDENT_ID),
        }
        name, kind = known.get(relation, ("", IdKind.RESIDENT_ID))
        self.name.set_text(name)
        self.kind.set_value(kind)
        self.judge()

    def _judge_number(self) -> None:
        number = self.number.text
        if not number or self._case is None:
            self.number.warn(None)
            return
        kind: IdKind = self.kind.value
        verdict = check_document(kind, number, self._desk.office.today())
        party, agent = self._case.applicant, self._agent
        owner = party if self.who is Relation.SELF else agent
        if verdict.level is Level.ERROR or owner is None or owner.id_kind is not kind:
            self.number.warn(verdict.level, verdict_sentence(verdict))
        elif owner.id_number.upper() == verdict.value:
            self.number.warn(Level.OK, _("与收件时登记的一致"))
        else:
            self.number.warn(Level.WARN, _("与收件时登记的不同，请核对"))

    def _build(self) -> None:
        inside = column(self, gap=2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(3))
        grid.setVerticalSpacing(unit(2))
        grid.addWidget(self.relation, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.kind, 1, 0)
        grid.addWidget(self.number, 1, 1)
        grid.setColumnStretch(1, 1)
        inside.addLayout(grid)
        inside.addWidget(self._worth)
        inside.addWidget(self.mandate)
        self.relation.picked.connect(self._related)
        self.kind.picked.connect(lambda _kind: self.judge())
        self._day.picked.connect(lambda _day: self.judge())
        for field in (self.name, self.number):
            field.edited.connect(lambda _text: self.judge())
        for field in (self.name, self.number, self.mandate):
            field.finished.connect(field.line.focusNextChild)
