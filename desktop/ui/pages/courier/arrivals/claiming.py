"""认领: one parcel, and where it may belong, each place with its reason. A person chooses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.cases.draft import Draft
from desktop.domain.courier.arrivals.arrival import Arrival, ArrivalState, Claim
from desktop.domain.courier.arrivals.owed import Owed, owed
from desktop.domain.courier.arrivals.sender import shown_name
from desktop.domain.courier.shipment import Shipment
from desktop.domain.identity import masking
from desktop.services.courier.arrivals import matching
from desktop.services.courier.arrivals.looking import look_at_phone
from desktop.services.courier.arrivals.matching import Candidate
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.courier.shipments import load_shipment
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.cases.columns import moment
from desktop.ui.pages.courier.arrivals import columns
from desktop.ui.pages.courier.arrivals.columns import Place
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.fields import MaskedField
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.facts import Facts, beside
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.labels import label as word


class Claiming(QWidget):
    """`chosen(place)` with Enter; `pressed(verb)` of the buttons."""

    chosen = Signal(object)
    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.arrival: Arrival | None = None
        self._places: list[Place] = []
        self.facts = Facts()
        self._title, self._state = label("", "title"), label("")
        self._expected = label("", "quiet", wrap=True)
        self.ask = Ask(_("办件编号（可扫码）"), _("认领"))
        self.pane = RowsPane(
            columns.PLACES, all_of(lambda: self._places), lambda one: str(one.key), _("可能的归处"),
            (_("没有姓名或电话一致的办件"), _("按 F6 写编号认领，按 F5 开新件，或联系寄件人。")),
        )  # fmt: skip
        self._build()

    def show_arrival(self, number: str) -> Arrival:
        """Read the parcel anew, with what it may belong to."""
        office = self._desk.office
        arrival, parcel = load_arrival(office, number), load_shipment(office, number)
        found = matching.candidates(office, self._desk.acting, number)
        self.arrival = arrival
        self._places = [*self._claimed(arrival), *(Place(one) for one in found)]
        told = owed(arrival.signed_at, arrival.state, office.today(), office.calendar, office.rule)
        self._title.setText(_("到件 {waybill}").format(waybill=parcel.waybill))
        self._state.setText(columns.state_text(arrival.state))
        wear(self._state, columns.TONES[arrival.state][1])
        self.facts.show_facts(list(self._facts(arrival, parcel, told)))
        self.pane.reload()
        self._say_expected()
        self.ask.hide()
        return arrival

    @property
    def current(self) -> Place | None:
        place: Place | None = self.pane.current
        return place

    def take_focus(self) -> None:
        self.pane.take_focus()

    def _claimed(self, arrival: Arrival) -> Iterator[Place]:
        for claim in arrival.claims:
            yield Place(self._candidate(claim), claimed=True, taken=claim.taken)

    def _candidate(self, claim: Claim) -> Candidate:
        office = self._desk.office
        if claim.case:
            case = office.store.views.case(claim.case)
            if case is None:
                return Candidate(case=claim.case, reasons=claim.reasons)
            names = tuple(line.name for line in matching.expected(case))
            return Candidate(
                case=claim.case, item_name=case.item_name, stage=case.stage,
                reasons=claim.reasons, expected=names,
            )  # fmt: skip
        draft = office.store.local.draft(claim.draft)
        return Candidate(draft=claim.draft, item_name=self._item(draft), reasons=claim.reasons)

    def _item(self, draft: Draft | None) -> str:
        known = self._desk.office.catalogue.items
        if draft is None:
            return _("草稿已不在，请重新认领")
        return known[draft.item].name if draft.item in known else _("还没选事项")

    def _facts(
        self, arrival: Arrival, parcel: Shipment, told: Owed
    ) -> Iterator[tuple[str, str | QWidget]]:
        sender, open_ = arrival.sender, arrival.state is not ArrivalState.TAKEN
        yield _("承运人"), carrier_label(parcel.carrier)
        yield _("签收"), f"{moment(arrival.signed_at)}　{arrival.received_by}".strip()
        yield _("收到日（快递签收日）"), _("{day:%m月%d日}").format(day=told.zero)
        if open_:
            yield _("告知补正至"), columns.left_text(told)
            yield _("下一步"), word(told.step)
        yield _("寄件人"), shown_name(sender.name) or _("未写")
        if sender.phone:
            phone = MaskedField(self._looked)
            phone.set_value(sender.phone, masking.mask_phone(sender.phone))
            yield _("寄件人电话"), phone
        yield _("寄自"), masking.mask_address(sender.whole)
        yield _("件数·外包装"), f"{arrival.pieces} · {word(arrival.condition)}"
        yield _("备注"), arrival.note
        yield _("登记"), f"{moment(arrival.registered_at)} · {arrival.clerk}"
        if arrival.sent_on is not None:
            gone = arrival.sent_on
            yield word(gone.way), "　".join(p for p in (gone.hall, gone.shipment, gone.reason) if p)

    def _looked(self) -> bool:
        """Calling the sender needs the number; the look is journalled first."""
        arrival, desk = self.arrival, self._desk
        if arrival is None:
            return False
        log = frozenset({Topic.LOG})
        done = desk.perform(lambda: look_at_phone(desk.office, desk.acting, arrival.number), log)
        return bool(done)

    def _say_expected(self) -> None:
        """What the chosen case waits for."""
        place = self.current
        names = place.candidate.expected if place is not None else ()
        self._expected.setText(_("正等：{names}").format(names="、".join(names)) if names else "")

    def _build(self) -> None:
        inside = beside(self.facts, self)
        top = row(gap=3)
        top.addWidget(self._title)
        top.addWidget(self._state)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(
            label(_("可能的归处（由您认定，Enter 或 F9 认领并去收件）"), "quiet", wrap=True)
        )
        inside.addWidget(self.pane, 1)
        inside.addWidget(self._expected)
        inside.addWidget(self.ask)
        buttons = (
            KeyButton("send_back", _("退回")),
            KeyButton("forward_parcel", _("转交")),
            KeyButton("unclaim", _("撤销")),
            KeyButton("claim_case", _("写编号")),
            KeyButton("open_draft", _("开新件")),
            KeyButton("save_form", _("认领"), primary=True),
        )
        inside.addLayout(foot(buttons, self.pressed))
        self.pane.opened.connect(self.chosen)
        self.pane.looked_at.connect(lambda _row: self._say_expected())
