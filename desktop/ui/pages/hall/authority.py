"""事项权限: what this hall may do for each item: 受理, 代收 (for whom), 咨询."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.guidance.item import ServiceItem
from desktop.domain.halls.authority import Authority
from desktop.services.halls.opening import set_authority
from desktop.ui.desk import Desk, Topic
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word

TOLD = {
    Authority.ACCEPT: _("受理：本厅受理，F9 出受理通知书；即办件当场办结。"),
    Authority.COLLECT: _("代收：本厅收材料，转交有权机关，F9 出代收凭证。"),
    Authority.ADVISE: _("咨询：只出办事清单，不收件。"),
}


class Authorities(QWidget):
    """`told(tone, text)` when one was set."""

    told = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("事项名称  Ctrl+F"))
        self.search.setAccessibleName(_("搜索事项"))
        self.search.setClearButtonEnabled(True)
        columns = (
            Column(_("事项"), lambda item: item.name),
            Column(_("类型"), lambda item: item.type, 7),
            Column(_("本厅权限"), self._told, 12),
        )
        self.pane = RowsPane(
            columns, self._rows, lambda item: str(item.id), _("事项"),
            (_("没有这样的事项"), _("换个词试试。")),
        )  # fmt: skip
        self._title = label("", "heading", wrap=True)
        self.authority = Pick(_("本厅权限"), [(one, word(one)) for one in Authority])
        self._what = label("", "quiet", wrap=True)
        self.organ = Field(_("代哪个机关收"))
        self.button = KeyButton("save_form", _("保存"), primary=True)
        self._build()

    def reload(self) -> None:
        self._known = {one.item: one for one in self._desk.office.store.views.authorities()}
        self.pane.reload()

    def enter(self) -> None:
        self.reload()
        self.pane.take_focus()

    def look_for(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def save(self) -> None:
        item: ServiceItem | None = self.pane.current
        if item is None:
            return
        authority: Authority = self.authority.value
        organ = self.organ.text if authority is Authority.COLLECT else ""

        def verb() -> bool:
            set_authority(self._desk.office, self._desk.acting, item.id, authority, organ)
            return True

        if self._desk.perform(verb, {Topic.ITEMS, Topic.LOG}):
            self.reload()
            self.pane.take_focus()
            told = _("「{name}」在本厅改为{authority}。")
            self.told.emit(Tone.GOOD, told.format(name=item.name, authority=word(authority)))

    def _rows(self, offset: int, limit: int) -> Sequence[ServiceItem]:
        text = self.search.text().strip()
        found = [one for one in self._desk.office.catalogue.items.values() if text in one.name]
        return found[offset : offset + limit]

    def _told(self, item: ServiceItem) -> str:
        told = self._desk.office.authority(item.id)
        return word(told.authority) + (f"（{told.organ}）" if told.organ else "")

    def _show(self, item: ServiceItem) -> None:
        told = self._desk.office.authority(item.id)
        self._title.setText(item.name)
        self.authority.set_value(told.authority)
        self.organ.set_text(told.organ)
        self._explain(told.authority)

    def _explain(self, authority: Authority) -> None:
        self._what.setText(TOLD[authority])
        self.organ.setVisible(authority is Authority.COLLECT)

    def _build(self) -> None:
        left, right = frame("panel"), frame("panel")
        inside = column(left, margin=3)
        inside.addWidget(self.search)
        inside.addWidget(self.pane, 1)
        form = column(right, margin=4, gap=3)
        for widget in (self._title, self.authority, self._what, self.organ):
            form.addWidget(widget)
        form.addStretch(1)
        form.addWidget(self.button)
        right.setFixedWidth(unit(90))
        across = row(self, gap=2.5)
        across.addWidget(left, 1)
        across.addWidget(right)
        self.search.textChanged.connect(lambda _text: self.pane.reload())
        self.search.returnPressed.connect(self.pane.take_focus)
        self.pane.looked_at.connect(self._show)
        self.pane.opened.connect(lambda _item: self.authority.setFocus())
        self.authority.picked.connect(self._explain)
        self.button.clicked.connect(self.save)
