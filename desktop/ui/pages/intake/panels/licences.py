"""F4 读证: consent with one key, then what each source says, licence by licence.

The query runs in a worker; what comes of it joins the draft that is in hand when it comes.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.domain.cases.draft import Draft
from desktop.domain.identity.documents import check_document
from desktop.domain.identity.masking import mask_number
from desktop.domain.identity.verdict import Level
from desktop.domain.licences.consent import ConsentGiven, ConsentHow, FaceResult
from desktop.domain.licences.evidence import applicant_of
from desktop.domain.licences.fetched import CodeAnswer, LicenceAnswer, LicenceQuery
from desktop.services.licences import codes, consent, fetching
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.intake.session import Session
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import column, label
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.licences.fetched import answer_text

WAYS = tuple((how.value, word(how)) for how in ConsentHow if how is not ConsentHow.CODE)
FACES = tuple((one.value, word(one)) for one in FaceResult)
UNNAMED = _("先填申请人的姓名和证件号码，再读证；或请申请人出示亮证码，直接扫。")
DROPPED = _("申请人变了，先前调取的电子证照不再用，请按 F4 重新读证。")
LOGGED = frozenset({Topic.LOG})


class LicencesPanel(QScrollArea):
    """`said(text)` when the sources have answered, or another applicant made it useless."""

    said = Signal(str)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self.ways, self.faces = Chips(), Chips()
        self._holder, self._wanted = label(wrap=True), label(role="quiet", wrap=True)
        self._state, self._found = label(role="accent", wrap=True), label(wrap=True)
        self._face = label(_("人证核验（只记结果，不留照片）"), "quiet")
        self._build()
        self.ways.answered.connect(lambda chosen: self._agree(ConsentHow(chosen[0])))
        session.changed.connect(self.refresh)
        session.dropped.connect(lambda: self.said.emit(DROPPED))
        self.faces.answered.connect(lambda chosen: self._checked(FaceResult(chosen[0])))

    @property
    def text(self) -> str:
        """What the sources said, as it stands in the panel."""
        return self._found.text()

    def open_panel(self) -> tuple[str, str]:
        """The step to go to, empty for none, and what is to be said: nobody to ask about yet, or
        nothing to ask for.
        """
        draft, wanted = self._session.draft, self._categories()
        if draft is None or not wanted:
            return "", _("本情形没有可以用电子证照免交的材料。")
        if not self._known(draft):
            return "step_who", UNNAMED
        self.ways.offer(WAYS)
        self.refresh()
        return "licences", ""

    def focus(self) -> None:
        self.ways.setFocus()

    def refresh(self) -> None:
        """The draft changed: whose licences, which, and what was answered so far."""
        draft = self._session.draft
        if draft is None:
            return
        office, party = self._desk.office, draft.applicant
        catalogue = office.catalogue
        told = _("调取「{name}」{number} 的证照").format(
            name=party.name, number=mask_number(party.id_number)
        )
        self._holder.setText(told)
        names = "、".join(self._name(one) for one in self._categories())
        self._wanted.setText(_("本情形用得上：{names}").format(names=names))
        answers = draft.evidence.answers
        known = catalogue.e_licences.keys() | catalogue.data_shares.keys()
        lines = [
            answer_text(one, draft.evidence, self._name(one.category), office.today())
            for one in answers
            if one.category in known
        ]
        self._found.setText("\n".join(lines))
        asked = bool(answers)
        self._face.setVisible(asked)
        self.faces.setVisible(asked)
        if asked:
            self.faces.offer(FACES, self.faces.chosen)

    def take_scan(self, text: str) -> bool:
        """A 亮证码, wherever the focus is, while a draft is in hand."""
        code = codes.code_of(self._desk.office, text)
        taken = bool(code) and self._session.draft is not None and not self._session.closed
        if taken:
            self.scan(code)
        return taken

    def scan(self, code: str) -> None:
        """亮证码: shown is agreed; it names the applicant and spares materials."""
        draft, office = self._session.draft, self._desk.office
        if draft is None:
            return
        told = self._consent(draft, ConsentHow.CODE)
        begun = self._desk.perform(lambda: codes.present(office, self._desk.acting, told), LOGGED)
        if begun is None:
            return
        reference, source = begun
        self._state.setText(_("正在读亮证码…"))
        self._desk.work(
            lambda _progress: source.by_code(code),
            lambda answer: self._shown(draft.id, told, reference, answer),
            otherwise=self._silent,
        )

    def _agree(self, how: ConsentHow) -> None:
        draft, office, desk = self._session.draft, self._desk.office, self._desk
        if draft is None or not self._known(draft):
            self.said.emit(UNNAMED)
            return
        told = self._consent(draft, how)
        asked = desk.perform(lambda: fetching.begin(office, desk.acting, told), LOGGED)
        if asked is None:
            return
        self._state.setText(_("{how}。正在查询…").format(how=word(how)))
        desk.work(
            lambda _progress: fetching.answered(asked),
            partial(self._answered, draft.id, asked.query),
            otherwise=self._silent,
        )

    def _answered(
        self, draft: str, query: LicenceQuery, answers: tuple[LicenceAnswer, ...]
    ) -> None:
        """Journalled whoever is at the counter now; used only for the draft it was asked for."""
        office, now = self._desk.office, self._session.draft
        told = self._desk.perform(
            lambda: fetching.record(office, self._desk.acting, query, answers), LOGGED
        )
        self._silent()
        if told is None or now is None or now.id != draft:
            return
        taken = fetching.taken(office, now, query, told)
        self._session.change(_("调取电子证照"), taken)
        self._sum_up(taken)

    def _shown(self, draft: str, told: ConsentGiven, reference: str, answer: CodeAnswer) -> None:
        office, now = self._desk.office, self._session.draft
        self._silent()
        query, answers = codes.record(office, self._desk.acting, told, reference, answer)
        if now is None or now.id != draft:
            return
        named = codes.filled(now, query.holder)
        taken = fetching.taken(office, named, query, answers)
        self._session.change(_("读亮证码"), taken)
        self._sum_up(taken)

    def _sum_up(self, draft: Draft) -> None:
        self.refresh()
        self.said.emit(_("读证完成：{n} 类可免交。Esc 回到清单。").format(n=len(draft.licences)))
        self.faces.setFocus()

    def _silent(self) -> None:
        self._state.setText("")

    def _checked(self, result: FaceResult) -> None:
        draft, office = self._session.draft, self._desk.office
        if draft is None or not draft.evidence.consent:
            return
        self._desk.perform(
            lambda: consent.holder_checked(
                office, self._desk.acting, draft.evidence.consent, f"visit:{draft.visit}", result
            ),
            LOGGED,
        )
        self.said.emit(_("人证核验：{result}，已记入日志。").format(result=word(result)))

    def _consent(self, draft: Draft, how: ConsentHow) -> ConsentGiven:
        return ConsentGiven(
            about=f"visit:{draft.visit}",
            categories=self._categories(),
            purpose=_("办理{item}").format(item=self._desk.office.item(draft.item).name),
            how=how,
            holder=applicant_of(draft),
        )

    def _categories(self) -> tuple[str, ...]:
        sheet = self._session.sheet
        return fetching.wanted(sheet) if sheet else ()

    def _name(self, category: str) -> str:
        catalogue = self._desk.office.catalogue
        licence = catalogue.e_licences.get(category)
        if licence is not None:
            return licence.name + (_("（推定）") if licence.assumed else "")
        share = catalogue.data_shares.get(category)
        return share.name if share else category

    def _known(self, draft: Draft) -> bool:
        party, today = draft.applicant, self._desk.office.today()
        number = check_document(party.id_kind, party.id_number, today)
        return bool(party.name.strip()) and number.level is not Level.ERROR

    def _build(self) -> None:
        self.setWidgetResizable(True)
        sheet = QWidget()
        inside = column(sheet, gap=3)
        inside.setContentsMargins(0, 0, unit(2), 0)
        inside.addWidget(label(_("读证：先征得同意，再调取"), "heading"))
        inside.addWidget(self._holder)
        inside.addWidget(self._wanted)
        hint = _("怎样同意（按数字即查询；同意和用途记入日志）。出示亮证码的，直接扫。")
        inside.addWidget(label(hint, "quiet", wrap=True))
        inside.addWidget(self.ways)
        inside.addWidget(self._state)
        inside.addWidget(self._found)
        inside.addWidget(self._face)
        inside.addWidget(self.faces)
        inside.addStretch(1)
        self.setWidget(sheet)
        let_through(self)
        self.ways.setAccessibleName(_("怎样同意"))
        self.faces.setAccessibleName(_("人证核验"))
