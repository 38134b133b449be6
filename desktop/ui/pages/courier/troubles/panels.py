"""What was done about a trouble: somebody was called, it is put off, answered, over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.troubles.entries import Answered
from desktop.domain.courier.troubles.kinds import Ending, Remedy, Trouble, Whom
from desktop.services.courier.troubles import followup
from desktop.services.courier.troubles.terms import terms_of
from desktop.services.courier.troubles.worklist import troubles_of
from desktop.ui.desk import Desk
from desktop.ui.pages.courier.panel import Panel
from desktop.ui.pages.courier.troubles import columns
from desktop.ui.pages.courier.troubles.amount import Amount
from desktop.ui.pages.courier.troubles.card import foremost
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, row
from desktop.wording import _
from desktop.wording.labels import label as word

NEXT = {
    Remedy.CALL: "call_parcel",
    Remedy.ASK: "call_parcel",
    Remedy.COMPLAIN: "write_letter",
    Remedy.CLAIM: "write_letter",
    Remedy.APPEAL: "write_letter",
    Remedy.STEP: "move_parcel",
    Remedy.SETTLE: "settle_trouble",
}
"""The panel of each next step."""


class TroublePanel(Panel):
    """Which trouble it is about; asked only where the parcel has several."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.trouble = Pick(_("问题"), [])

    def ready(self, shipment: Shipment, troubled: bool) -> bool:
        return troubled

    def offer(self, shipment: Shipment, desk: Desk) -> Remedy | None:
        """Fill in the troubles, the foremost chosen; its next step is the answer."""
        found = troubles_of(desk.office, shipment.number)
        self.trouble.offer([(one.trouble, columns.trouble_text(one.trouble)) for one in found])
        self.trouble.setVisible(len(found) > 1)
        if not found:
            return None
        first = foremost(found)
        self.trouble.set_value(first.trouble)
        return first.step

    @property
    def about(self) -> Trouble:
        told: Trouble = self.trouble.value or Trouble.STILL
        return told


class Call(TroublePanel):
    """跟进: whom, what was said, when to look again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("登记跟进"), parent)
        self.whom = Pick(_("问了谁"), [(one, word(one)) for one in Whom])
        self.said = Field(_("说了什么"), _("对方姓名、工号、答应了什么"))
        self.until = Pick(_("再看"), [])
        inside = row(self, margin=3, gap=3)
        for widget in (self.trouble, self.whom):
            inside.addWidget(widget)
        inside.addWidget(self.said, 1)
        inside.addWidget(self.until)
        inside.addWidget(self.button)

    def open(self, shipment: Shipment, desk: Desk) -> None:
        step = self.offer(shipment, desk)
        self.whom.set_value(Whom.RECEIVER if step is Remedy.ASK else Whom.CARRIER)
        self.said.set_text("")
        self.until.offer([(None, _("不缓")), *days_ahead(desk)])
        self.show()
        self.said.line.setFocus()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        return lambda: followup.follow_up(
            desk.office, desk.acting, shipment.number, self.about, self.whom.value,
            self.said.text, self.until.value,
        )  # fmt: skip


class PutOff(TroublePanel):
    """暂缓: until a day, with the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("暂缓"), parent)
        self.until = Pick(_("缓到"), [])
        self.reason = Field(_("为什么"))
        inside = row(self, margin=3, gap=3)
        for widget in (self.trouble, self.until):
            inside.addWidget(widget)
        inside.addWidget(self.reason, 1)
        inside.addWidget(self.button)

    def open(self, shipment: Shipment, desk: Desk) -> None:
        self.offer(shipment, desk)
        self.until.offer(days_ahead(desk))
        self.reason.set_text("")
        self.show()
        self.reason.line.setFocus()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        return lambda: followup.put_off(
            desk.office, desk.acting, shipment.number, self.about, self.until.value,
            self.reason.text,
        )  # fmt: skip


class Answer(Panel):
    """登记答复: to which letter, when, what is credited, whether it is accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("登记答复"), parent)
        self.remedy = Pick(_("答复什么"), [])
        self.on = DayField(_("答复日"), date(2000, 1, 1))
        self.credited = Amount(_("赔付（元）"))
        self.said = Field(_("答复内容"))
        self.content = Switch(_("接受"))
        first, second = Flow(gap=unit(3)), row(gap=3)
        for widget in (self.remedy, self.on, self.credited, self.content):
            first.add(widget)
        second.addWidget(self.said, 1)
        second.addWidget(self.button)
        inside = column(self, margin=3, gap=2)
        inside.addWidget(first)
        inside.addLayout(second)

    def ready(self, shipment: Shipment, troubled: bool) -> bool:
        return bool(shipment.followups.open)

    def open(self, shipment: Shipment, desk: Desk) -> None:
        asked = [one.remedy for one in shipment.followups.open]
        self.remedy.offer([(one, word(one)) for one in dict.fromkeys(asked)])
        self.on.set_day(desk.office.today())
        self.credited.set_text("")
        self.said.set_text("")
        self.content.setChecked(True)
        self.show()
        self.said.line.setFocus()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        return lambda: followup.answered(
            desk.office, desk.acting, shipment.number,
            Answered(
                remedy=self.remedy.value or Remedy.COMPLAIN, on=self.on.day,
                credited=self.credited.amount, content=self.content.isChecked(),
                said=self.said.text,
            ),
        )  # fmt: skip


class Settle(TroublePanel):
    """了结: how it ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("了结"), parent)
        self.how = Pick(_("怎么了结"), [(one, word(one)) for one in Ending])
        self.said = Field(_("说明"), _("没有问题、不再追究的要写明"))
        inside = row(self, margin=3, gap=3)
        for widget in (self.trouble, self.how):
            inside.addWidget(widget)
        inside.addWidget(self.said, 1)
        inside.addWidget(self.button)

    def open(self, shipment: Shipment, desk: Desk) -> None:
        self.offer(shipment, desk)
        self.said.set_text("")
        self.show()
        self.how.setFocus()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        return lambda: followup.settle(
            desk.office, desk.acting, shipment.number, self.about, self.how.value, self.said.text
        )


def days_ahead(desk: Desk) -> list[tuple[date, str]]:
    """Tomorrow and on, as far as the terms allow."""
    today, most = desk.office.today(), terms_of(desk.office).put_off_days
    days = [today + timedelta(days=n) for n in range(1, most + 1)]
    return [(day, f"{day:%m-%d}") for day in days]
