"""既有证照登记: what a clerk reads off a licence that was issued before, or elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.guidance.item import ServiceItem
from desktop.domain.identity.documents import DOCUMENTS, IdKind
from desktop.domain.identity.party import PartyKind
from desktop.domain.licences.entries import LicenceHolder
from desktop.domain.licences.licence import Licence
from desktop.domain.licences.renewal import validity_end
from desktop.services.guidance.search import find, index_of
from desktop.services.licences import register
from desktop.ui.desk import Desk
from desktop.ui.pages.intake.panels.person import Identity
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.licences.register import rule_text

REASON = _("既有证照登记")
PERSONAL = tuple(one.kind for one in DOCUMENTS.values() if not one.organisation)


class Form(QWidget):
    """`open` an empty one; `verb()` is what F9 does. The holder is typed, not looked up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._index = index_of(desk.office.catalogue)
        today = desk.office.now().date()
        self.search = Field(_("找事项"), _("首字母、名称或编号"))
        self.item = Pick(_("事项"), [])
        self.item.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.item.box.setMinimumContentsLength(8)
        self.name, self.number = Field(_("证照名称")), Field(_("证照编号"))
        self.kind = Pick(_("持有人是"), [(one, word(one)) for one in PartyKind])
        self.holder = Identity(desk, _("姓名"), PERSONAL)
        self.first, self.last = DayField(_("有效期自"), today), DayField(_("有效期至"), today)
        self.endless = Switch(_("长期有效"))
        self.reason = Field(_("登记理由"))
        self._rule = label("", "quiet", wrap=True)
        self.button = KeyButton("save_form", _("登记入库"), primary=True)
        self._build()
        self._connect()

    def open(self) -> None:
        """Empty, with the usual reason; validity from today for as long as the item says."""
        self._index = index_of(self._desk.office.catalogue)
        for field in (self.search, self.number):
            field.set_text("")
        self.reason.set_text(REASON)
        self.endless.setChecked(False)
        self.first.set_day(self._desk.office.now().date())
        self.kind.set_value(PartyKind.PERSON)
        self._kind()
        self.holder.show_values("", IdKind.RESIDENT_ID, "", "")
        self._look("")
        self.search.line.setFocus()

    def verb(self) -> Callable[[], Licence]:
        """Enter it, with what stands on the screen."""
        office, clerk = self._desk.office, self._desk.acting
        holder = LicenceHolder(
            kind=self.kind.value,
            name=self.holder.name.text,
            id_kind=self.holder.id_kind,
            id_number=self.holder.number.text,
        )
        valid = (self.first.day, None if self.endless.isChecked() else self.last.day)
        told = register.by_hand(
            office, str(self.item.value), self.number.text, holder, valid, self.reason.text,
            self.name.text,
        )  # fmt: skip
        return lambda: register.enter(office, clerk, told)

    def _look(self, text: str) -> None:
        """Offer the items that are found, those first that give a licence which ends."""
        items = self._desk.office.catalogue.items
        ids = find(self._index, text) if text else list(items)
        offered = [items[id] for id in ids if items[id].result is not None]
        if not text:
            offered.sort(key=lambda one: not (one.result and one.result.validity_years))
        named = [(one.id, f"{one.name}（{one.id}）") for one in offered]
        self.item.offer([("", _("未选")), *named])
        self.item.set_value(offered[0].id if offered and text else "")
        self._chosen()

    def _chosen(self) -> None:
        item = self._desk.office.catalogue.items.get(str(self.item.value))
        if item is None or item.result is None:
            self._rule.setText("")
            self.name.set_text("")
            return
        self.name.set_text(item.result.name)
        self.endless.setChecked(not item.result.validity_years)
        self._began()
        self._explain(item)

    def _explain(self, item: ServiceItem) -> None:
        rule = register.renewal_of(self._desk.office, item.id)
        told = rule_text(rule) if rule else _("不续期")
        basis = "、".join(rule.basis) if rule else ""
        self._rule.setText(_("续期：{told}").format(told=told) + (f"（{basis}）" if basis else ""))

    def _began(self) -> None:
        """The end follows the beginning by the item's years; a person corrects it afterwards."""
        item = self._desk.office.catalogue.items.get(str(self.item.value))
        years = item.result.validity_years if item and item.result else None
        self.last.set_day(validity_end(self.first.day, years) if years else self.first.day)

    def _kind(self) -> None:
        firm = self.kind.value is PartyKind.ORGANISATION
        self.holder.name.set_words(_("名称") if firm else _("姓名"))
        self.holder.offer((IdKind.USCC,) if firm else PERSONAL)
        self.holder.show_values(
            self.holder.name.text, self.holder.id_kind, self.holder.number.text, ""
        )

    def _connect(self) -> None:
        self.search.edited.connect(self._look)
        self.search.finished.connect(self.number.line.setFocus)
        self.item.picked.connect(lambda _id: self._chosen())
        self.kind.picked.connect(lambda _kind: self._kind())
        self.first.picked.connect(lambda _day: self._began())
        self.endless.toggled.connect(lambda on: self.last.setVisible(not on))
        stops = (self.name, self.number, self.holder.name, self.holder.number, self.reason)
        for field in stops:
            field.finished.connect(field.line.focusNextChild)

    def _build(self) -> None:
        one, other = frame("panel"), frame("panel")
        what, whose = QWidget(), QWidget()
        left = column(what, gap=3)
        pair = row(gap=3)
        pair.addWidget(self.search, 2)
        pair.addWidget(self.item, 3)
        left.addLayout(pair)
        for asked in (self._rule, self.name, self.number):
            left.addWidget(asked)
        valid = row(gap=3)
        for day in (self.first, self.last, self.endless):
            valid.addWidget(day, alignment=Qt.AlignmentFlag.AlignBottom)
        valid.addStretch(1)
        left.addLayout(valid)
        left.addStretch(1)
        right = column(whose, gap=3)
        for widget in (self.kind, self.holder, self.reason):
            right.addWidget(widget)
        right.addStretch(1)
        beside = column(one, margin=3)
        beside.addWidget(label(_("登记既有证照"), "title"))
        beside.addWidget(scroll_over(what), 1)
        inside = column(other, margin=3)
        inside.addWidget(label(_("持有人"), "heading"))
        inside.addWidget(scroll_over(whose), 1)
        foot = row(gap=3)
        foot.addStretch(1)
        foot.addWidget(label(_("Esc 不登记"), "quiet"))
        foot.addWidget(self.button)
        inside.addLayout(foot)
        across = row(self, gap=2.5)
        across.addWidget(one, 1)
        across.addWidget(other, 1)
        one.setMinimumWidth(unit(90))
