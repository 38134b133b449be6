"""The card over a parcel: what is wrong, since when, until when, why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.courier.troubles.found import Found
from desktop.domain.courier.troubles.kinds import Remedy
from desktop.ui.pages.courier.troubles import columns
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.labels import label as word


class Card(QFrame):
    """`pressed(verb)`. Hidden while nothing is wrong."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.wrong = label("", "heading")
        self.when = label("")
        self.why = label("", "quiet", wrap=True)
        self.buttons = {
            "next_step": KeyButton("next_step", _("下一步"), primary=True),
            "answer_parcel": KeyButton("answer_parcel", _("登记答复")),
            "call_parcel": KeyButton("call_parcel", _("跟进")),
            "write_letter": KeyButton("write_letter", _("写函")),
            "put_off": KeyButton("put_off", _("暂缓")),
            "settle_trouble": KeyButton("settle_trouble", _("了结")),
        }
        top = row(gap=4)
        top.addWidget(self.wrong)
        top.addWidget(self.when)
        top.addStretch(1)
        inside = column(self, margin=3, gap=1.5)
        inside.addLayout(top)
        inside.addWidget(self.why)
        line = Flow(gap=unit(1.5))
        for verb, button in self.buttons.items():
            line.add(button)
            button.clicked.connect(lambda _checked=False, verb=verb: self.pressed.emit(verb))
        inside.addWidget(line)
        self.hide()

    def show_found(self, found: Sequence[Found], today: date, asked: bool) -> None:
        """The first trouble large, the others in words; `asked`: an answer is owed to something."""
        self.setVisible(bool(found))
        if not found:
            return
        first = foremost(found)
        tone = columns.TONES[first.trouble][1] if first.calls else "quiet"
        self.wrong.setText(columns.trouble_text(first.trouble))
        wear(self.wrong, tone)
        self.when.setText(_when(first, today))
        wear(self.when, columns.due_tone(first.due, today) if first.calls else "quiet")
        self.why.setText("　".join(_why(first, found)))
        self.buttons["next_step"].set_words(word(first.step))
        self.buttons["next_step"].setVisible(not first.waiting)
        self.buttons["answer_parcel"].setVisible(asked)
        self.buttons["call_parcel"].setVisible(first.step not in (Remedy.CALL, Remedy.ASK))


def foremost(found: Sequence[Found]) -> Found:
    """The one to begin with: what calls, then what waits, then what was put off."""
    acting = [one for one in found if one.calls]
    waiting = [one for one in found if one.waiting]
    return (acting or waiting or list(found))[0]


def _when(first: Found, today: date) -> str:
    """`自 11-12 · 应于 今天 · 经办`."""
    if first.quiet_until is not None:
        until = _("缓至 {day}").format(day=f"{first.quiet_until:%m-%d}")
    else:
        due = columns.due_text(first.due, today)
        until = (_("应于 {due} 答复") if first.waiting else _("应于 {due}")).format(due=due)
        until += _("（暂按推算）") if first.provisional else ""
    return _("自 {since} · {until} · {owner}").format(
        since=f"{first.since:%m-%d}", until=until, owner=word(first.owner)
    )


def _why(first: Found, found: Sequence[Found]) -> list[str]:
    """The article; 示例 where nobody read the days in one; the last day of a claim; the others."""
    parts = [first.article] if first.article else []
    if first.sample:
        parts.append(_("天数为示例，主管可改"))
    if first.claim_by is not None:
        parts.append(_("索赔至 {day}").format(day=f"{first.claim_by:%Y-%m-%d}"))
    if first.result:
        parts.append(_("办件 {case}").format(case=first.result))
    others = [columns.trouble_text(one.trouble) for one in found if one is not first]
    if others:
        parts.append(_("另有：{names}").format(names="、".join(others)))
    return parts
