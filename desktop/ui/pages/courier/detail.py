"""One parcel: who, what, where it is, and the panels of what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.carrying.tracking import TRACKED
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import STEPS, UNDER_WAY, ShipmentStage
from desktop.domain.courier.troubles.found import Found
from desktop.domain.identity import masking
from desktop.services.courier import resending, shipments
from desktop.services.courier.troubles.worklist import troubles_of
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import moment
from desktop.ui.pages.courier import columns
from desktop.ui.pages.courier.lists import FREE
from desktop.ui.pages.courier.panel import Panel
from desktop.ui.pages.courier.pickup import PickupPanel
from desktop.ui.pages.courier.step import Step
from desktop.ui.pages.courier.troubles.card import Card, foremost
from desktop.ui.pages.courier.troubles.letter import LetterPanel
from desktop.ui.pages.courier.troubles.panels import Answer, Call, PutOff, Settle
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.facts import Facts, beside
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
from desktop.wording.carrying import pickup_text, poll_text
from desktop.wording.labels import carrier_label
from desktop.wording.labels import label as word


class Detail(QWidget):
    """`pressed(verb)`; `case_opened(number)` with Enter on a line.

    `panels` by the verb that opens them; `saved` when the open one's button was pressed.
    """

    pressed = Signal(str)
    case_opened = Signal(str)
    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shipment: Shipment | None = None
        self.facts = Facts()
        self._foot = QWidget()
        self._number = label("", "title")
        self._stage = label("")
        self.card = Card()
        self.found: tuple[Found, ...] = ()
        self.step, self.pickup = Step(), PickupPanel(desk)
        self.panels: dict[str, Panel] = {
            "move_parcel": self.step,
            "pickup_parcel": self.pickup,
            "call_parcel": Call(),
            "write_letter": LetterPanel(),
            "answer_parcel": Answer(),
            "put_off": PutOff(),
            "settle_trouble": Settle(),
        }
        self.inside = RowsPane(
            columns.INSIDE, all_of(lambda: self._lines()), lambda line: str(line.key),
            _("内件"), (_("还没有内件"), _("按 F8 更正，补上内件。")),
        )  # fmt: skip
        self.steps = RowsPane(
            columns.STEPS, all_of(self._history), lambda one: str(one.key), _("进度"),
            (_("还没有动静"), _("按 F3 登记快递走到哪一步。")),
        )  # fmt: skip
        self.buttons = {
            "resend_parcel": KeyButton("resend_parcel", _("补寄")),
            "seal_parcel": KeyButton("seal_parcel", _("封袋")),
            "pickup_parcel": KeyButton("pickup_parcel", _("上门取件")),
            "print_label": KeyButton("print_label", _("打印面单")),
            "show_applicant": KeyButton("show_applicant", _("展示")),
            "amend_parcel": KeyButton("amend_parcel", _("更正")),
            "move_parcel": KeyButton("move_parcel", _("登记进度")),
        }
        self._build()

    def show_shipment(self, number: str) -> Shipment:
        """Read the parcel anew."""
        told = shipments.load_shipment(self._desk.office, number)
        self.shipment = told
        self._number.setText(number)
        back = _("　正在退回寄件人") if told.progress.turned and told.stage in UNDER_WAY else ""
        self._stage.setText(columns.stage_text(told.stage) + back)
        wear(self._stage, columns.TONES[told.stage][1])
        self.facts.show_facts(self._facts(told))
        self.inside.reload()
        self.steps.reload()
        self.buttons["move_parcel"].setVisible(bool(STEPS[told.stage]))
        self.buttons["pickup_parcel"].setVisible(self.pickup.serves(told))
        inbound = told.direction is Direction.INBOUND or told.stage is ShipmentStage.RETURNED
        self.buttons["seal_parcel"].set_words(_("开拆清点") if inbound else _("封袋"))
        self.buttons["resend_parcel"].setVisible(resending.may_resend(told))
        self.found = troubles_of(self._desk.office, number)
        self.card.show_found(self.found, self._desk.office.today(), bool(told.followups.open))
        self.put_away()
        return told

    @property
    def first(self) -> Found | None:
        """The trouble to begin with."""
        return foremost(self.found) if self.found else None

    @property
    def front(self) -> Panel | None:
        """The panel that is open."""
        return next((one for one in self.panels.values() if not one.isHidden()), None)

    def ask(self, verb: str) -> None:
        """Open the verb's panel in the place of another one."""
        self.put_away()
        shipment, panel = self.shipment, self.panels[verb]
        if shipment is not None and panel.ready(shipment, bool(self.found)):
            panel.open(shipment, self._desk)
            self._give_room(not panel.isHidden())

    def put_away(self) -> bool:
        """True when a panel was open."""
        front = self.front
        if front is not None:
            front.hide()
            self._give_room(False)
        return front is not None

    def _give_room(self, panel: bool) -> None:
        """An open panel takes the place of what it does not ask about."""
        self.card.stand_back(panel)
        for widget in (self.inside, self._foot):
            widget.setVisible(not panel)

    def take_focus(self) -> None:
        self.inside.take_focus()

    def _facts(self, told: Shipment) -> list[tuple[str, str | QWidget]]:
        ends = (("寄件人", told.sender), ("收件人", told.receiver))
        people = [
            (_(words), f"{masking.mask_name(end.name)} {masking.mask_phone(end.phone)}".strip())
            for words, end in ends
        ]
        return [
            (_("方向"), word(told.direction)),
            (_("承运人"), carrier_label(told.carrier)),
            (_("运单号"), told.waybill or _("待填，按 F8 补上")),
            *people,
            (_("寄到"), masking.mask_address(told.receiver.whole)),
            (_("上门取件"), self._pickup(told)),
            (_("不用邮政的理由"), told.justification),
            (_("超出免费范围的理由"), told.coverage_reason),
            (_("谁签收"), word(told.signed_by) if told.signed_by else ""),
            (_("承运人查询"), self._poll(told)),
            (_("重量"), _("{n} 克").format(n=told.weight) if told.weight else ""),
            *self._chain(told),
            (_("建单"), f"{moment(told.created_at)} · {told.clerk}"),
            (_("费用"), FREE),
        ]

    def _pickup(self, told: Shipment) -> str:
        """The order as it stands; without one, when it was wished for."""
        known = self.pickup.known
        return pickup_text(known) if known else told.pickup

    def _poll(self, told: Shipment) -> str:
        office = self._desk.office
        poll = office.store.polling.poll(told.waybill) if told.carrier in TRACKED else None
        if told.aborted:
            return _("已中止：很久没有新动态")
        return poll_text(poll, office.now()) if poll else ""

    def _history(self) -> list[columns.Told]:
        return columns.history(self.shipment) if self.shipment else []

    def _chain(self, told: Shipment) -> list[tuple[str, str]]:
        """补寄: which parcel this one sends again, and which sent it again."""
        rows = resending.chain(self._desk.office, told)
        places = {one.number: n for n, one in enumerate(rows)}
        at = places.get(told.number, 0)
        later = [f"{one.number}　{columns.stage_text(one.stage)}" for one in rows[at + 1 :]]
        return [
            (_("补寄自"), rows[at - 1].number if rows and at else ""),
            (_("又补寄为"), "\n".join(later)),
        ]

    def _lines(self) -> list[columns.Line]:
        return [columns.Line(one) for one in self.shipment.contents] if self.shipment else []

    def _build(self) -> None:
        inside = beside(self.facts, self)
        top = row(gap=3)
        top.addWidget(self._number)
        top.addWidget(self._stage)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(self.card)
        self.card.pressed.connect(self.pressed)
        inside.addWidget(self.inside, 3)
        inside.addWidget(self.steps, 2)
        for panel in self.panels.values():
            inside.addWidget(panel)
            panel.button.clicked.connect(self.saved)
        self._foot.setLayout(foot(self.buttons.values(), self.pressed))
        inside.addWidget(self._foot)
        self.inside.opened.connect(lambda line: self.case_opened.emit(line.content.case))
