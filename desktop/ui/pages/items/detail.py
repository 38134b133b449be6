"""One item: its materials with their conditions in words; requirements, limits and versions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.item import Material, ServiceItem
from desktop.domain.packs.versions import SHIPPED
from desktop.ui.desk import Desk
from desktop.ui.pages.items.columns import materials
from desktop.ui.widgets.forms.facts import Facts, beside
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label
from desktop.wording import _
from desktop.wording.guidance.items import condition_text, limit_text
from desktop.wording.guidance.packs import version_line


class Detail(QWidget):
    """Nothing is changed here; `show_item` reads anew."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.item: ServiceItem | None = None
        self._title = label("", "title", wrap=True)
        self.facts = Facts()
        self._list = column()
        self._whole = label("", wrap=True)
        self.pane: RowsPane | None = None
        inside = beside(self.facts, self)
        inside.addWidget(self._title)
        inside.addWidget(label(_("材料"), "heading"))
        inside.addLayout(self._list, 1)
        inside.addWidget(self._whole)
        inside.addWidget(label(_("Esc 返回"), "quiet"))

    def show_item(self, id: str) -> ServiceItem:
        """Refuses `unknown_item`."""
        item = self._desk.office.item(id)
        self.item = item
        self._title.setText(f"{item.id}　{item.name}")
        self.facts.show_facts(self._facts(item))
        self._show_materials(item)
        return item

    def take_focus(self) -> None:
        if self.pane is not None:
            self.pane.take_focus()

    def _show_materials(self, item: ServiceItem) -> None:
        """The columns tell conditions in the item's own words, so each item has its list."""

        def rows() -> Sequence[Material]:
            return item.materials

        if self.pane is not None:
            self.pane.hide()
            self.pane.deleteLater()
        empty = (_("没有列材料"), "")
        self.pane = RowsPane(
            materials(item), all_of(rows), lambda one: str(one.key), _("材料"), empty
        )
        self._list.addWidget(self.pane)
        self._whole.setText("")
        self.pane.looked_at.connect(self._look)
        self.pane.reload()

    def _look(self, one: Material) -> None:
        """The whole of a row, which a narrow list cuts, and what the material rests on."""
        if self.item is None:
            return
        told = condition_text(one.condition, self.item) if one.condition else _("各种情形都要")
        basis = "、".join(cite_all(one.legal_source, self._desk.office.catalogue.sources))
        self._whole.setText(f"{one.name}：{told}。{basis}")

    def _facts(self, item: ServiceItem) -> list[tuple[str, str | QWidget]]:
        sources = self._desk.office.catalogue.sources
        local = item.authority_local.name if item.authority_local else ""
        return [
            (_("类型"), str(item.type)),
            (_("状态"), str(item.status)),
            (_("实施机关"), local or item.authority_statutory),
            (_("法定时限"), limit_text(item.statutory_limit)),
            (_("承诺时限"), limit_text(item.commitment_limit)),
            (_("办理结果"), item.result.name if item.result else ""),
            (_("办理条件"), "\n".join(one.text for one in item.requirements)),
            (_("设定依据"), "\n".join(cite_all(item.legal_basis, sources))),
            (_("版本"), "\n".join(self._versions(item.id))),
        ]

    def _versions(self, id: str) -> list[str]:
        office = self._desk.office
        current = office.versions.get(id, SHIPPED)
        told = office.store.views.item_versions(id)
        shipped = id in office.shipped.items
        lines = [version_line(SHIPPED, None, current == SHIPPED)] if shipped else []
        return lines + [version_line(one.number, one, one.number == current) for one in told]
