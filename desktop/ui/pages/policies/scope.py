"""经营范围: type it as it stands on the application, see the permits, go to one of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.domain.policies.phrases import scope_of
from desktop.domain.policies.scope import ScopeAnswer, ScopeMatch, ScopePermit
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.forms.facts import Facts
from desktop.ui.widgets.forms.long import LongField
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.guidance.policies import NOT_LISTED, basis_text, permit_text, scope_note

EXAMPLE = _("例如：餐饮服务；食品销售（仅销售预包装食品）；或者：奶茶店、药店、超市")


class ScopePane(QWidget):
    """`pressed(verb)` of the buttons; `item` is the permit chosen."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found = ScopeAnswer((), ())
        self.text = LongField(_("经营范围，或店铺怎么叫"), EXAMPLE)
        self.unknown, self.note = label(role="warn", wrap=True), label(role="quiet", wrap=True)
        self.list = ChoiceList()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setAccessibleName(_("要办的许可、备案"))
        self.nothing = EmptyState(_("输入经营范围"), _("要办的许可、备案会列在这里"))
        self.facts = Facts()
        self.buttons = {
            "register_firm": KeyButton("register_firm", _("公司设立登记")),
            "apply_item": KeyButton("apply_item", _("去办这一项"), primary=True),
        }
        self._build()
        self.text.edited.connect(self.reload)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._explain())
        self.list.activated.connect(lambda _index: self.pressed.emit("apply_item"))
        self.reload()

    @property
    def item(self) -> str:
        """The item of the permit that is chosen; empty where none is."""
        permit = self._permit()
        return permit.item if permit else ""

    def take_focus(self) -> None:
        self.text.setFocus()

    def show_text(self, text: str) -> None:
        """Begin with this text."""
        self.text.set_text(text)
        self.take_focus()

    def reload(self) -> None:
        """Look again for every phrase of the text."""
        catalogue = self._desk.office.catalogue
        self._found = scope_of(self.text.text, catalogue.scope)
        choices = list(self._choices())
        self.list.offer(choices)
        QTimer.singleShot(0, self.list, self.list.scrollToTop)  # once it is laid out
        self.list.setVisible(bool(choices))
        self.nothing.setVisible(not choices)
        names = "、".join(self._found.unknown)
        self.unknown.setText(f"{names}：{NOT_LISTED}" if names else "")
        self.unknown.setVisible(bool(names))
        self.note.setText(catalogue.scope.note)
        self._explain()

    def _choices(self) -> Iterator[Choice]:
        items = self._desk.office.catalogue.items
        for n, match in enumerate(self._found.matches):
            phrase = match.phrase
            told = "" if match.text == phrase.text else f"{match.text} → "
            head = f"{told}{phrase.text}（{phrase.kind}）"
            yield Choice("", head, scope_note(match), heading=True)
            for m, permit in enumerate(phrase.permits):
                known = items.get(permit.item)
                name = f"{permit.item}　{known.name}" if known else permit.item
                when = permit.when or _("通常要办")
                yield Choice(f"{n}:{m}", name, when)

    def _chosen(self) -> tuple[ScopeMatch, ScopePermit] | None:
        current = self.list.current
        if current is None or current.heading:
            return None
        n, _colon, m = current.id.partition(":")
        match = self._found.matches[int(n)]
        return match, match.phrase.permits[int(m)]

    def _permit(self) -> ScopePermit | None:
        chosen = self._chosen()
        return chosen[1] if chosen else None

    def _explain(self) -> None:
        """Why the chosen one is needed."""
        chosen = self._chosen()
        self.buttons["apply_item"].set_ready(chosen is not None, _("先选一项"))
        if chosen is None:
            self.facts.show_facts([])
            return
        match, permit = chosen
        sources = self._desk.office.catalogue.sources
        self.facts.show_facts(
            [
                (_("为什么"), permit_text(permit)),
                (_("依据"), basis_text(permit, sources)),
                (_("还要知道"), scope_note(match)),
            ]
        )

    def _build(self) -> None:
        left, right = frame("panel"), frame("panel")
        first = column(left, margin=3, gap=2)
        first.addWidget(label(_("做什么生意？"), "title"))
        self.text.area.setMinimumHeight(self.text.area.fontMetrics().height() * 6)
        self.text.area.setMaximumHeight(10_000)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        first.addWidget(self.text, 1)
        first.addWidget(self.unknown)
        first.addWidget(self.note)
        second = column(right, margin=3, gap=2)
        second.addWidget(label(_("要办什么？"), "title"))
        second.addWidget(self.list, 3)
        second.addWidget(self.nothing, 3)
        why = QFrame()
        column(why).addWidget(self.facts)
        second.addWidget(why, 2)
        hint = label(_("Tab 到列表，↑↓ 选择"), "quiet")
        second.addLayout(foot(self.buttons.values(), self.pressed, hint))
        across = row(self, gap=2.5)
        across.addWidget(left, 40)
        across.addWidget(right, 60)
