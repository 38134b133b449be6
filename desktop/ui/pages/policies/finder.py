"""The policies, found by name, initials or code as one types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.guidance.search import SearchKey, build_index
from desktop.domain.policies.policy import Policy
from desktop.services.guidance.search import find
from desktop.ui.desk import Desk
from desktop.ui.widgets.choices import Choice, ChoiceList, SearchLine
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.labels import column, label
from desktop.wording import _


class PolicyFinder(QFrame):
    """`looked_at(id)` as the choice moves, `taken()` with Enter or a click."""

    looked_at = Signal(str)
    taken = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self.list = ChoiceList()
        self.line = SearchLine(self.list)
        self.line.setPlaceholderText(_("首字母、名称、编号"))
        self.line.setAccessibleName(_("搜索政策"))
        self.nothing = EmptyState(_("没有找到"), _("换个说法，或只打首字母"))
        self.nothing.hide()
        inside = column(self, margin=2, gap=2)
        inside.addWidget(label(_("哪一项政策？"), "title"))
        inside.addWidget(self.line)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.nothing, 1)
        inside.addWidget(label(_("↑↓ 选择　Enter 答条件"), "quiet", wrap=True))
        self.line.textChanged.connect(lambda _text: self.reload())
        self.list.looked_at.connect(self.looked_at)
        self.list.taken.connect(lambda _id: self.taken.emit())

    def reload(self) -> None:
        """Offer again what fits what is typed; the one in front stays where it still fits."""
        catalogue, text = self._desk.office.catalogue, self.line.text().strip()
        policies = {**catalogue.policies, **catalogue.self_checks}
        index = build_index(
            SearchKey(one.id, one.name, one.pinyin, one.initials) for one in policies.values()
        )
        ids = find(index, text) if text else list(policies)
        chosen = self.list.current.id if self.list.current else ""
        self.list.offer([_choice(policies[id]) for id in ids], chosen)
        self.list.setVisible(bool(ids))
        self.nothing.setVisible(not ids)

    def choose(self, id: str) -> None:
        """Bring this one to the front, whatever was typed."""
        self.line.clear()
        self.list.offer(self.list.choices, id)

    def take_focus(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def step_back(self) -> bool:
        """Away with what was typed; False where nothing was."""
        told = bool(self.line.text())
        self.line.clear()
        return told


def _choice(policy: Policy) -> Choice:
    told = _("可测算") if policy.rate else _("可自查") if policy.computable else _("看条文")
    return Choice(policy.id, policy.name, f"{policy.id} · {told}")
