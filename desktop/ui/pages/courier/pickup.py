"""上门取件: one card under the parcel, to order or, where somebody is to come, to cancel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.courier.carrying.pickups import (
    ORDERABLE,
    Pickup,
    PickupAnswer,
    PickupState,
    suggested,
)
from desktop.domain.courier.carrying.tracking import TRACKED
from desktop.domain.courier.shipment import Shipment
from desktop.services.courier import pickups
from desktop.services.courier.pickups import Sending
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.courier.panel import Panel
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.moment import MomentField
from desktop.ui.widgets.labels import label, row
from desktop.wording import _
from desktop.wording.carrying import pickup_text
from desktop.wording.labels import label as word

CHANGED = frozenset({Topic.SHIPMENTS, Topic.LOG})
TONES = {PickupState.REFUSED: Tone.WARN, PickupState.FAILED: Tone.WARN}


class PickupPanel(Panel):
    """`told(number, tone, words)` when the carrier answered, or did not."""

    told = Signal(str, object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("约取件"), parent)
        self._desk = desk
        self._number = ""
        self.known: Pickup | None = None
        self._window: tuple[datetime, datetime] | None = None
        self.begins, self.ends = MomentField(_("取件从")), MomentField(_("到"))
        self.reason = Field(_("为什么取消"), _("申请人改期、内件有误……"))
        self._says = label("", wrap=True)
        inside = row(self, margin=3, gap=3)
        for widget in (self.begins, self.ends):
            inside.addWidget(widget)
        inside.addWidget(self._says, 1)
        inside.addWidget(self.reason, 2)
        inside.addWidget(self.button)

    def serves(self, shipment: Shipment) -> bool:
        """Whether there is anything to order or cancel; reads the order as it stands."""
        self.known = pickups.pickup(self._desk.office, shipment.number)
        if not self._desk.office.station.courier_orders or shipment.carrier not in TRACKED:
            return False
        return shipment.stage in ORDERABLE or (self.known is not None and self.known.open)

    def open(self, shipment: Shipment, desk: Desk) -> None:
        if not self.serves(shipment):
            words = _("这件快递不能在这里约取件：没有设置取件服务，或已经取走。")
            self.told.emit(shipment.number, Tone.WARN, words)
            return
        self._number = shipment.number
        unanswered = self._state is PickupState.ASKED
        cancels = self.known is not None and self.known.open and not unanswered
        for widget in (self.begins, self.ends):
            widget.setVisible(not cancels and not unanswered)
        self.reason.setVisible(cancels)
        self._says.setVisible(cancels or unanswered)
        self._says.setText(pickup_text(self.known) if self.known and self.known.open else "")
        self.button.set_words(self._words(cancels, unanswered))
        self._window = suggested(shipment.carrier, self._desk.office.now())
        self.begins.start(self._window[0])
        self.ends.start(self._window[1])
        self.reason.set_text("")
        self.button.setEnabled(True)
        self.show()
        (self.reason if cancels else self.button if unanswered else self.begins).setFocus()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        """Journal the wish; `done` sends it in a worker, and its answer is journalled then."""
        return self._verb

    def done(self, result: object) -> tuple[str, str] | None:
        if isinstance(result, Sending):
            self._send(result)
        return None

    def _send(self, sending: Sending) -> None:
        self.button.setEnabled(False)
        self.hide()
        words = _("已发给承运人，等答复……")
        self.told.emit(sending.number, Tone.INFO, words)
        self._desk.work(lambda _progress: pickups.sent(sending), partial(self._answered, sending))

    @property
    def _state(self) -> PickupState | None:
        return self.known.state if self.known else None

    def _verb(self) -> Sending:
        office, clerk, number = self._desk.office, self._desk.acting, self._number
        if self._state is PickupState.ASKED:
            return pickups.order_again(office, clerk, number)
        if self.known is not None and self.known.open:
            return pickups.cancel(office, clerk, number, self.reason.text)
        begins, ends = self._window or suggested("", office.now())
        begins, ends = self.begins.moment or begins, self.ends.moment or ends
        return pickups.order(office, clerk, number, begins, ends)

    def _answered(self, sending: Sending, answer: PickupAnswer) -> None:
        stands = pickups.record(self._desk.office, self._desk.acting, sending, answer)
        self._desk.tell(CHANGED)
        if answer.why is not None:
            words = _("承运人没有答复（{why}）。按 Shift+F3 再试，不会约两次。").format(
                why=word(answer.why)
            )
            self.told.emit(sending.number, Tone.WARN, words)
            return
        words = _("上门取件：{text}。").format(text=pickup_text(stands))
        self.told.emit(sending.number, TONES.get(stands.state, Tone.GOOD), words)

    def _words(self, cancels: bool, unanswered: bool) -> str:
        if unanswered:
            return _("再发一次")
        return _("取消取件") if cancels else _("约取件")
