"""写函: 投诉、查询, 索赔 or 申诉; its term stands beside it, its paper follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.troubles.kinds import WRITTEN, Remedy
from desktop.services.courier.troubles import letters
from desktop.services.courier.troubles.terms import terms_of
from desktop.ui.desk import Desk
from desktop.ui.pages.courier.troubles.amount import Amount
from desktop.ui.pages.courier.troubles.panels import TroublePanel
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

VERBS = {
    Remedy.COMPLAIN: letters.complain,
    Remedy.CLAIM: letters.claim,
    Remedy.APPEAL: letters.appeal,
}


class LetterPanel(TroublePanel):
    """Amounts for a claim, the authority for an appeal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("出函"), parent)
        self._desk: Desk | None = None
        self.remedy = Pick(_("做什么"), [(one, word(one)) for one in VERBS])
        self.said = Field(_("情况和要求"), _("何时起、问过谁、要求什么"))
        self.to = Field(_("向哪个邮政管理部门"))
        self.to.line.setMinimumWidth(unit(70))
        self.insured = Amount(_("保价额（元）"))
        self.postage = Amount(_("邮费（元）"))
        self.loss = Amount(_("实际损失（元）"))
        self.remote = Switch(_("边远地区"))
        self.term = label("", "quiet")
        first, second, last = row(gap=3), Flow(gap=unit(3)), row(gap=3)
        for widget in (self.trouble, self.remedy):
            first.addWidget(widget)
        first.addWidget(self.said, 1)
        for field in (self.to, self.insured, self.postage, self.loss):
            second.add(field)
        last.addWidget(self.remote)
        last.addWidget(self.term, 1)
        last.addWidget(self.button)
        inside = column(self, margin=3, gap=2)
        inside.addLayout(first)
        inside.addWidget(second)
        inside.addLayout(last)
        self.remedy.picked.connect(lambda _remedy: self._chosen())
        self.remote.toggled.connect(lambda _on: self._chosen())

    def open(self, shipment: Shipment, desk: Desk) -> None:
        self._desk = desk
        step = self.offer(shipment, desk)
        self.remedy.set_value(step if step in WRITTEN else Remedy.COMPLAIN)
        for field in (self.said, self.to, self.insured, self.postage, self.loss):
            field.set_text("")
        self.remote.setChecked(False)
        self._chosen()
        self.show()
        self.said.line.setFocus()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        return lambda: VERBS[self.remedy.value](
            desk.office, desk.acting, shipment.number, self.about, self._plea()
        )

    def done(self, result: object) -> tuple[str, str] | None:
        paper = result.paper if isinstance(result, letters.Written) else ""
        return ("papers", f"courier|{paper}") if paper else None

    def _plea(self) -> letters.Plea:
        claiming = self.remedy.value is Remedy.CLAIM
        plea = letters.Plea(said=self.said.text, to=self.to.text)
        if not claiming:
            return plea
        return letters.Plea(
            said=self.said.text, insured=self.insured.amount,
            postage=self.postage.amount, loss=self.loss.amount, remote=self.remote.isChecked(),
        )  # fmt: skip

    def _chosen(self) -> None:
        """Fields of the chosen remedy, and by when it is to be answered."""
        remedy = self.remedy.value
        for field in (self.insured, self.postage, self.loss, self.remote):
            field.setVisible(remedy is Remedy.CLAIM)
        self.to.setVisible(remedy is Remedy.APPEAL)
        if self._desk is not None:
            term = terms_of(self._desk.office).answer(remedy)
            due = letters.due_of(self._desk.office, remedy, self.remote.isChecked())
            self.term.setText(
                _("{day} 前应答复（{article}）").format(day=f"{due:%m-%d}", article=term.article)
            )
