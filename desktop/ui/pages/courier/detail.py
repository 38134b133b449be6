"""One parcel: who, what, where it is, and the panels of what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.courier.progress import Passed
from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import STEPS
from desktop.domain.identity import masking
from desktop.services.courier import shipments
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import moment
from desktop.ui.pages.courier import columns
from desktop.ui.pages.courier.lists import FREE
from desktop.ui.pages.courier.panel import Panel
from desktop.ui.pages.courier.step import Step
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.facts import Facts, beside
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
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
        self._number = label("", "title")
        self._stage = label("")
        self.step = Step()
        self.panels: dict[str, Panel] = {"move_parcel": self.step}
        self.inside = RowsPane(
            columns.INSIDE, all_of(lambda: self._lines()), lambda line: str(line.key),
            _("内件"), (_("还没有内件"), _("按 F8 更正，补上内件。")),
        )  # fmt: skip
        self.steps = RowsPane(
            columns.STEPS, all_of(self._passed), lambda one: str(one.event.key), _("进度"),
            (_("还没有动静"), _("按 F3 登记快递走到哪一步。")),
        )  # fmt: skip
        self.buttons = {
            "print_label": KeyButton("print_label", _("打印面单")),
            "show_applicant": KeyButton("show_applicant", _("给申请人看")),
            "amend_parcel": KeyButton("amend_parcel", _("更正")),
            "move_parcel": KeyButton("move_parcel", _("登记进度"), primary=True),
        }
        self._build()

    def show_shipment(self, number: str) -> Shipment:
        """Read the parcel anew."""
        told = shipments.load_shipment(self._desk.office, number)
        self.shipment = told
        self._number.setText(number)
        self._stage.setText(columns.stage_text(told.stage))
        wear(self._stage, columns.TONES[told.stage][1])
        self.facts.show_facts(self._facts(told))
        self.inside.reload()
        self.steps.reload()
        self.buttons["move_parcel"].setVisible(bool(STEPS[told.stage]))
        self.put_away()
        return told

    @property
    def front(self) -> Panel | None:
        """The panel that is open."""
        return next((one for one in self.panels.values() if not one.isHidden()), None)

    def ask(self, verb: str) -> None:
        """Open the verb's panel in the place of another one."""
        self.put_away()
        if self.shipment is not None:
            self.panels[verb].open(self.shipment, self._desk)

    def put_away(self) -> bool:
        """True when a panel was open."""
        front = self.front
        if front is not None:
            front.hide()
        return front is not None

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
            (_("上门取件"), told.pickup),
            (_("不用邮政的理由"), told.justification),
            (_("超出免费范围的理由"), told.coverage_reason),
            (_("谁签收"), word(told.signed_by) if told.signed_by else ""),
            (_("重量"), _("{n} 克").format(n=told.weight) if told.weight else ""),
            (_("补寄自"), told.resend_of),
            (_("建单"), f"{moment(told.created_at)} · {told.clerk}"),
            (_("费用"), FREE),
        ]

    def _passed(self) -> tuple[Passed, ...]:
        """The last that was told stands first."""
        return self.shipment.progress.passed[::-1] if self.shipment else ()

    def _lines(self) -> list[columns.Line]:
        return [columns.Line(one) for one in self.shipment.contents] if self.shipment else []

    def _build(self) -> None:
        inside = beside(self.facts, self)
        top = row(gap=3)
        top.addWidget(self._number)
        top.addWidget(self._stage)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(label(_("内件"), "heading"))
        inside.addWidget(self.inside, 3)
        inside.addWidget(label(_("进度"), "heading"))
        inside.addWidget(self.steps, 2)
        for panel in self.panels.values():
            inside.addWidget(panel)
            panel.button.clicked.connect(self.saved)
        inside.addLayout(foot(self.buttons.values(), self.pressed))
        self.inside.opened.connect(lambda line: self.case_opened.emit(line.content.case))
