"""登记进度: a step told by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import STEPS, ShipmentStage, SignedBy
from desktop.services.courier import shipments
from desktop.ui.desk import Desk
from desktop.ui.pages.courier import columns
from desktop.ui.pages.courier.panel import Panel
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.moment import MomentField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import row
from desktop.wording import _
from desktop.wording.labels import label as word


class Step(Panel):
    """Which step, when, signed by whom, a note. Only steps that may follow are offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.stage = Pick(_("到了哪一步"), [])
        self.signed = Pick(_("谁签收"), [(one, word(one)) for one in SignedBy])
        self.at = MomentField(_("时刻"))
        self.note = Field(_("说明"), _("可不填"))
        inside = row(self, margin=3, gap=3)
        for widget in (self.stage, self.signed, self.at):
            inside.addWidget(widget)
        inside.addWidget(self.note, 1)
        inside.addWidget(self.button)
        self.stage.picked.connect(self._staged)

    @property
    def signed_by(self) -> SignedBy | None:
        told: SignedBy = self.signed.value
        return told if self.stage.value is ShipmentStage.SIGNED else None

    def open(self, shipment: Shipment, desk: Desk) -> None:
        self.stage.offer([(one, columns.stage_text(one)) for one in STEPS[shipment.stage]])
        self.at.start(desk.office.now())
        self.note.set_text("")
        self._staged(self.stage.value)
        self.show()
        self.stage.setFocus()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        return lambda: shipments.move(
            desk.office, desk.acting, shipment.number, self.stage.value,
            note=self.note.text, signed_by=self.signed_by, at=self.at.moment,
        )  # fmt: skip

    def _staged(self, stage: ShipmentStage) -> None:
        self.signed.setVisible(stage is ShipmentStage.SIGNED)
