"""One licence: what it says, when it may be renewed, what became of it; ending it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.halls.roles import Right
from desktop.domain.identity.masking import mask_name, mask_number
from desktop.domain.identity.party import PartyKind
from desktop.domain.licences.entries import EndWhy
from desktop.domain.licences.licence import Licence
from desktop.domain.licences.rows import LicenceFilter, Watched
from desktop.services.licences import register, renewals
from desktop.ui.desk import Desk
from desktop.ui.pages.cases.columns import HISTORY, key_of_fact
from desktop.ui.pages.licences.columns import tone
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.facts import Facts, beside
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import label, row, wear
from desktop.wording import _
from desktop.wording.labels import label as word
from desktop.wording.licences.register import rule_text, state_text, until_text, window_text


class End(QFrame):
    """终止: why, from which day, and the reason in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self.why = Pick(_("怎样终止"), [(one, word(one)) for one in EndWhy])
        self.on = DayField(_("自哪天起"), desk.office.now().date())
        self.reason = Field(_("理由"), _("依据、文号"))
        self.button = KeyButton("save_form", _("终止"), primary=True)
        inside = row(self, margin=3, gap=3)
        inside.addWidget(self.why)
        inside.addWidget(self.on)
        inside.addWidget(self.reason, 1)
        inside.addWidget(self.button)
        self.hide()

    def open(self) -> None:
        self.on.set_day(self._desk.office.now().date())
        self.reason.set_text("")
        self.show()
        self.why.setFocus()


class Detail(QWidget):
    """`pressed(verb)` of the buttons."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.licence: Licence | None = None
        self._number, self._state = label("", "title"), label("")
        self.facts, self.end = Facts(), End(desk)
        self.history = RowsPane(
            HISTORY, all_of(self._history), key_of_fact, _("记录"), (_("没有记录"), "")
        )
        self.buttons = {
            "end_licence": KeyButton("end_licence", _("终止")),
            "open_case": KeyButton("open_case", _("打开办件"), primary=True),
        }
        self._build()

    def show_licence(self, id: str) -> Licence:
        """Read it anew."""
        office = self._desk.office
        told = register.load(office, id)
        self.licence = told
        wanted = LicenceFilter(number=told.number, items=frozenset({told.item}))
        today = office.now().date()
        (shown,) = renewals.watched(office, office.store.views.licences(wanted), today)
        self._number.setText(told.number)
        self._state.setText(state_text(shown, today))
        wear(self._state, tone(shown, today))
        self.facts.show_facts(self._facts(told, shown))
        self.history.reload()
        self.buttons["open_case"].setVisible(bool(told.case))
        may_end = told.in_force and self._desk.may(Right.END_LICENCE)
        self.buttons["end_licence"].setVisible(may_end)
        self.end.hide()
        return told

    def take_focus(self) -> None:
        self.history.take_focus()

    def offered(self, verb: str) -> bool:
        """Whether the button of this verb is shown for this licence."""
        return not self.buttons[verb].isHidden()

    def _facts(self, told: Licence, shown: Watched) -> list[tuple[str, str | QWidget]]:
        holder, rule, item = told.holder, told.renewal, self._desk.office.catalogue.items
        firm = holder.kind is PartyKind.ORGANISATION
        number = holder.id_number if firm else mask_number(holder.id_number)
        return [
            (_("证照"), told.name),
            (_("事项"), item[told.item].name if told.item in item else told.item),
            (_("持有人"), holder.name if firm else mask_name(holder.name)),
            (word(holder.id_kind), number),
            (_("签发"), f"{told.issued_on}"),
            (_("有效期"), _("{first} 至 {last}").format(
                first=told.valid_from, last=until_text(told.valid_until))),
            (_("可申请续期"), window_text(shown) if shown.window else ""),
            (_("续期规定"), rule_text(rule) if rule else ""),
            (_("依据"), "、".join(rule.basis) if rule else ""),
            (_("逾期申请"), word(rule.late) if rule else ""),
            (_("办件"), told.case),
            (_("来源"), told.reason),
            (_("由它取代"), told.ended.successor.partition(":")[2] if told.ended else ""),
        ]  # fmt: skip

    def _history(self) -> list[object]:
        if self.licence is None:
            return []
        return list(self._desk.office.store.journal.facts(f"licence:{self.licence.id}"))

    def _build(self) -> None:
        inside = beside(self.facts, self)
        top = row(gap=3)
        top.addWidget(self._number)
        top.addWidget(self._state)
        top.addStretch(1)
        inside.addLayout(top)
        inside.addWidget(label(_("记录"), "heading"))
        inside.addWidget(self.history, 1)
        inside.addWidget(self.end)
        inside.addLayout(foot(self.buttons.values(), self.pressed))
