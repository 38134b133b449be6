"""Facts of a case beside its lists; what is personal is masked and shown while held, logged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Way
from desktop.domain.identity import masking
from desktop.domain.identity.party import PartyKind
from desktop.services.cases.reveal import reveal
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.cases.columns import due_text, moment
from desktop.ui.pages.cases.terms.facts import door, of_course, urgent
from desktop.ui.widgets.fields import MaskedField
from desktop.ui.widgets.forms.facts import Facts, Told
from desktop.wording import _
from desktop.wording.labels import label as word

Mask = Callable[[str], str]


class CaseFacts(Facts):
    """What 核对 showed, as it stands now; `case_asked(number)` for the other half of a 转办,
    `theme_asked(number)` for the theme the case belongs to.
    """

    case_asked = Signal(str)
    theme_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def show_case(self, case: Case) -> None:
        office = self._desk.office
        first = urgent(office, case, self.case_asked.emit)
        if case.theme:
            first.append((_("一件事"), door(case.theme, self.theme_asked.emit)))
        self.show_facts(
            [*first, *self._people(case), *self._matter(case), *of_course(office, case)]
        )

    def _people(self, case: Case) -> list[Told]:
        party, agent, to = case.applicant, case.agent, case.delivery
        if case.purged:
            own = case.number.startswith(f"{self._desk.office.station.hall}-")
            elsewhere = _("他厅的办件：个人信息只有收件的大厅能看")
            return [(_("申请人"), _("个人信息已清除") if own else elsewhere)]
        who: list[Told]
        if party.kind is PartyKind.ORGANISATION:  # its name and credit code are public
            who = [(_("申请人"), party.name), (word(party.id_kind), party.id_number)]
        else:
            number = (word(party.id_kind), "applicant.id_number", party.id_number)
            who = [
                self._masked(case, _("申请人"), "applicant.name", party.name, masking.mask_name),
                self._masked(case, *number, masking.mask_number),
            ]
        phone = self._masked(case, _("电话"), "applicant.phone", party.phone, masking.mask_phone)
        told = [*who, phone]
        if agent is not None:
            told += [
                self._masked(case, _("代理人"), "agent.name", agent.name, masking.mask_name),
                self._masked(case, _("代理人电话"), "agent.phone", agent.phone, masking.mask_phone),
            ]
        told.append((_("怎么拿结果"), _delivery(case)))
        if to.way is Way.COURIER:
            address = f"{to.receiver} {to.phone} {to.address}"
            hidden = f"{masking.mask_name(to.receiver)} {masking.mask_phone(to.phone)}"
            mask = f"{hidden} {masking.mask_address(to.address)}"
            told.append(self._masked(case, _("寄到"), "delivery", address, lambda _full: mask))
        return told

    def _matter(self, case: Case) -> list[Told]:
        situation = "；".join(f"{question} {answer}" for question, answer in case.situation)
        promised = due_text(case.promised.due, case.promised.provisional)
        deemed = due_text(case.deemed.due, case.deemed.provisional)
        return [
            (_("收件"), _late(case, moment(case.received_at))),
            (_("经办"), _("{clerk} · {window} 号窗口").format(clerk=case.clerk, window=case.window)),
            (_("材料"), _("清单 {listed} 项 → 应交 {due} 项").format(
                listed=case.listed, due=case.to_submit)),
            (_("逾期不告知即视为受理"), deemed if case.deemed.due and not case.accepted_on else ""),
            (_("受理日"), f"{case.accepted_on:%Y-%m-%d}" if case.accepted_on else ""),
            (_("法定到期"), due_text(case.statutory.due, case.statutory.provisional)
                if case.statutory.due else ""),
            (_("承诺到期"), promised if case.promised.due else ""),
            (_("代哪个机关收"), case.collected_for),
            (_("结果"), case.result),
            (_("撤回理由"), case.withdrawn),
            (_("情形"), situation),
            (_("备注"), case.note),
        ]  # fmt: skip

    def _masked(self, case: Case, words: str, field: str, full: str, mask: Mask) -> Told:
        if not full:
            return words, ""

        def look() -> bool:
            def verb() -> bool:
                reveal(self._desk.office, self._desk.acting, case, field)
                return True

            return bool(self._desk.perform(verb, {Topic.LOG}))

        shown = MaskedField(look)
        shown.set_value(full, mask(full))
        return words, shown


def _delivery(case: Case) -> str:
    way = word(case.delivery.way)
    return way + _("，申请人不付费") if case.delivery.way is Way.COURIER else way


def _late(case: Case, told: str) -> str:
    return told + _("（补录）") if case.late else told
