"""The card over a parcel: what is wrong, since when, until when, why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.courier.troubles.found import Found
from desktop.domain.courier.troubles.kinds import WRITTEN, Remedy
from desktop.ui.pages.courier.troubles import columns
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.wording import _
from desktop.wording.labels import label as word


class Verbs(Flow):
    """The buttons in a line that wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=unit(1.5), parent=parent)
        self.buttons = {
            "next_step": KeyButton("next_step", _("下一步"), primary=True),
            "answer_parcel": KeyButton("answer_parcel", _("登记答复")),
            "call_parcel": KeyButton("call_parcel", _("跟进")),
            "write_letter": KeyButton("write_letter", _("写函")),
            "put_off": KeyButton("put_off", _("暂缓")),
            "settle_trouble": KeyButton("settle_trouble", _("了结")),
        }
        for button in self.buttons.values():
            self.add(button)

    def show_only(self, verbs: Set[str]) -> None:
        for verb, button in self.buttons.items():
            button.setVisible(verb in verbs)
        self._laid_anew()


class Card(QFrame):
    """`pressed(verb)`. Hidden while nothing is wrong."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.wrong = label("", "heading")
        bold = self.wrong.font()
        bold.setBold(True)
        self.wrong.setFont(bold)
        self.when = label("")
        self.why = label("", "quiet", wrap=True)
        self.line = Verbs()
        top = row(gap=4)
        top.addWidget(self.wrong)
        top.addWidget(self.when)
        top.addStretch(1)
        self._inside = column(self, margin=3, gap=1.5)
        self._inside.addLayout(top)
        self._inside.addWidget(self.why)
        for verb, button in self.line.buttons.items():
            button.clicked.connect(lambda _checked=False, verb=verb: self.pressed.emit(verb))
        self._inside.addWidget(self.line)
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
        self.line.buttons["next_step"].set_words(word(first.step))
        self.line.show_only(_offered(first, asked))
        self._fit()

    def stand_back(self, back: bool) -> None:
        """While a panel is open its own button is the one to press."""
        self.line.setVisible(not back)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # the buttons found another number of lines
        return done

    def _fit(self) -> None:
        """Never squeezed: what does not fit is for the lists below to give."""
        self.setMinimumHeight(self._inside.totalHeightForWidth(max(self.width(), 1)))


def foremost(found: Sequence[Found]) -> Found:
    """The one to begin with: what calls, then what waits, then what was put off."""
    acting = [one for one in found if one.calls]
    waiting = [one for one in found if one.waiting]
    return (acting or waiting or list(found))[0]


def _offered(first: Found, asked: bool) -> set[str]:
    """What the next step is already is not offered twice."""
    offered = {"put_off"}
    if not first.waiting:
        offered.add("next_step")
    if asked:
        offered.add("answer_parcel")
    if first.step not in (Remedy.CALL, Remedy.ASK):
        offered.add("call_parcel")
    if first.step not in WRITTEN:
        offered.add("write_letter")
    if first.step is not Remedy.SETTLE:
        offered.add("settle_trouble")
    return offered


def _when(first: Found, today: date) -> str:
    """`自 11-12 · 应于 今天 · 经办`."""
    if first.quiet_until is not None:
        until = _("缓至 {day}").format(day=f"{first.quiet_until:%m-%d}")
    else:
        until = _until(first, today) + (_("（暂按推算）") if first.provisional else "")
    return _("自 {since} · {until} · {owner}").format(
        since=f"{first.since:%m-%d}", until=until, owner=word(first.owner)
    )


def _until(first: Found, today: date) -> str:
    if first.waiting:
        return _("{due} 前应答复").format(due=f"{first.due:%m-%d}")
    if first.due == today:
        return _("今天要办")
    due = columns.due_text(first.due, today)
    return due if first.due < today else _("{due} 前要办").format(due=due)


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
