"""Four lists: what is not home, where everything is, 错寄, and what one person did alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.domain.custody.entries import CustodyRuleSet
from desktop.domain.custody.rows import PieceFilter, PieceRow
from desktop.domain.halls.roles import Right
from desktop.services.custody import alarms
from desktop.services.custody.rule import rule, set_rule
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.custody import columns
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, row
from desktop.wording import _
from resources import ROOT

TERMS = ROOT / "courier/custody.json"
AWAY, ALL, ASTRAY, ALONE = range(4)
RULES = (
    ("sealing_required", _("原件、证照须封袋才交寄")),
    ("two_to_seal", _("封袋须两人")),
    ("two_to_open", _("开拆须两人")),
    ("alone_allowed", _("可单人并写明理由")),
)


class Lists(QFrame):
    """`opened(number)` of a piece, `followed(number)` of a parcel gone astray, `pressed(verb)`;
    `looked(row)` an act of one person that a supervisor looks at.
    """

    opened = Signal(str)
    followed = Signal(str)
    looked = Signal(object)
    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._terms = alarms.load_terms(TERMS)
        self.tabs = Tabs([_("未归还原件"), _("全部去向"), _("错寄"), _("单人封拆")])
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("件号、名称、办件、封签  Ctrl+F"))
        self.search.setAccessibleName(_("搜索保管件"))
        self.search.setMaxLength(100)
        self.search.setClearButtonEnabled(True)
        self.ask = Ask("", _("确定"))
        self.panes = self._panes()
        self.rules = {name: Switch(words) for name, words in RULES}
        self._rules = Flow()
        self._build()

    @property
    def pane(self) -> RowsPane:
        return self.panes[self.tabs.place]

    def reload(self) -> None:
        place = self.tabs.place
        for at, pane in enumerate(self.panes):
            pane.setVisible(at == place)
        self.search.setVisible(place in (AWAY, ALL))
        self._rules.setVisible(place == ALONE and self._desk.may(Right.OVERSEE))
        hall = rule(self._desk.office)
        for name, switch in self.rules.items():
            switch.setChecked(bool(getattr(hall, name)))
        self.tabs.count(place, self.pane.reload())

    def take_focus(self) -> None:
        self.pane.take_focus()

    def look_for(self, text: str = "") -> None:
        if text:
            self.search.setText(text)
        if self.tabs.place not in (AWAY, ALL) or text:
            self.tabs.choose(ALL)
        self.search.setFocus()
        self.search.selectAll()

    @property
    def chosen(self) -> str:
        """Number of the piece in the row, if the list is of pieces."""
        one = self.pane.current
        if isinstance(one, alarms.Away):
            return one.row.number
        return one.number if isinstance(one, PieceRow) else ""

    def _panes(self) -> tuple[RowsPane, ...]:
        views = self._desk.office.store.views
        text = self.search.text
        return (
            RowsPane(
                columns.AWAY, all_of(self._away), lambda one: str(one.row.number),
                _("未归还原件"), (_("原件都已归还"), _("按 F5 登记办件留下的原件。")),
            ),
            RowsPane(
                columns.PIECES,
                lambda at, most: views.pieces(PieceFilter(text=text().strip()), at, most),
                lambda one: str(one.number), _("保管件"),
                (_("没有这样的保管件"), _("换个词，或按 F5 登记。")),
            ),
            RowsPane(
                columns.ASTRAY, views.misdeliveries, lambda one: str(one.shipment), _("错寄"),
                (_("没有错寄"), _("寄错了人按 F8 登记：召回、告知、补寄都在这里。")),
            ),
            RowsPane(
                columns.ALONE, views.done_alone, lambda one: str(one.entry), _("单人封拆"),
                (_("没有要复核的"), _("规定两人而一人办理的封袋、开拆列在这里。")),
            ),
        )  # fmt: skip

    def _away(self) -> Sequence[alarms.Away]:
        return alarms.away(self._desk.office, self._terms, self.search.text().strip())

    def _set_rule(self) -> None:
        told = CustodyRuleSet(**{name: one.isChecked() for name, one in self.rules.items()})
        office, clerk = self._desk.office, self._desk.acting

        def verb() -> bool:
            set_rule(office, clerk, told)
            return True

        self._desk.perform(verb, frozenset({Topic.LOG}))

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(self.tabs)
        second = row(gap=3)
        self.search.setMinimumWidth(self.search.fontMetrics().horizontalAdvance("宽") * 18)
        second.addWidget(self.search)
        second.addStretch(1)
        inside.addLayout(second)
        for switch in self.rules.values():
            self._rules.add(switch)
            switch.clicked.connect(lambda _on=False: self._set_rule())
        inside.addWidget(self._rules)
        inside.addWidget(self.ask)
        for pane in self.panes:
            inside.addWidget(pane, 1)
        buttons = (
            KeyButton("misdelivered", _("登记错寄")),
            KeyButton("register_pieces", _("登记原件"), primary=True),
        )
        inside.addLayout(foot(buttons, self.pressed))
        self.tabs.chosen.connect(lambda _place: self._again())
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self.take_focus)
        self.panes[AWAY].opened.connect(lambda one: self.opened.emit(one.row.number))
        self.panes[ALL].opened.connect(lambda one: self.opened.emit(one.number))
        self.panes[ASTRAY].opened.connect(lambda one: self.followed.emit(one.shipment))
        self.panes[ALONE].opened.connect(self.looked)

    def _again(self) -> None:
        self.ask.put_away()
        self.reload()
        self.take_focus()
