"""情形: one question after another; answered ones collapse into the line above the list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.cases.draft import Draft, answer
from desktop.domain.cases.sheet import Sheet
from desktop.domain.identity.party import AGENT_QUESTION, Presence
from desktop.ui.pages.intake import words
from desktop.ui.pages.intake.session import Session
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

PRESENCES = tuple((p.value, word(p)) for p in (Presence.SELF, Presence.AGENT))


class QuestionCard(QFrame):
    """`answered_all` when no question is left to put; `stepped_back` before the first one."""

    answered_all = Signal()
    stepped_back = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._session = session
        self._asking = ""
        self._again = False
        self._count = label(role="quiet")
        self._text = label(role="heading", wrap=True)
        self._note = Elided(role="quiet")
        self.chips = Chips()
        self.chips.answered.connect(self._answered)
        self.chips.previous.connect(self._previous)
        top = row()
        top.addWidget(self._text, 1)
        top.addWidget(self._count)
        inside = column(self, margin=3, gap=2)
        inside.addLayout(top)
        inside.addWidget(self.chips)
        inside.addWidget(self._note)
        self.setFocusProxy(self.chips)
        self.hide()

    @property
    def asking(self) -> str:
        """The question's id, empty while none is asked."""
        return self._asking

    def ask_open(self) -> bool:
        """Put the question that leaves the fewest after it; False when nothing is to decide."""
        self._again = False
        return self._ask(self._following())

    def ask_again(self, question: str = "") -> bool:
        """Ctrl+E: go through the questions once more, from the first or from this one."""
        sheet = self._session.sheet
        asked = sheet.asked if sheet else ()
        self._again = True
        return self._ask(question if question in asked else next(iter(asked), ""))

    def put_away(self) -> bool:
        """True when there was a question to put away; what was answered stays answered."""
        shown = not self.isHidden()
        self._asking = ""
        self.hide()
        return shown

    def refresh(self) -> None:
        """The draft changed: show the question as it now stands, or the next that decides."""
        sheet = self._session.sheet
        if self._asking and (sheet is None or self._asking not in sheet.asked):
            self.put_away()
        elif self._asking:
            self._ask(self._asking)

    def _following(self) -> str:
        return self._session.sheet.next_question if self._session.sheet else ""

    def _ask(self, question: str) -> bool:
        sheet, draft = self._session.sheet, self._session.draft
        if sheet is None or draft is None or not question:
            self.put_away()
            return False
        self._asking = question
        if question == AGENT_QUESTION:
            self._show_presence(sheet, draft)
        else:
            self._show(sheet, draft, question)
        self._count.setText(words.questions_left(sheet) or _("都已答"))
        self.show()
        return True

    def _show(self, sheet: Sheet, draft: Draft, id: str) -> None:
        question = next(q for q in sheet.item.questions if q.id == id)
        chosen = draft.answers.get(id, ())
        options = [(option, option) for option in question.options]
        suggested = chosen or question.default
        self._text.setText(question.text)
        self.chips.offer(options, chosen, suggested, question.multi)
        self.chips.setAccessibleName(question.text)
        if question.multi:
            how = _("按数字选一项或几项，Enter 确认；什么都不选时 Enter 用建议")
        else:
            how = _("按数字选；Enter 用建议的答案")
        self._note.setText(f"{question.note}　{how}" if question.note else how)

    def _show_presence(self, sheet: Sheet, draft: Draft) -> None:
        question = next(q for q in sheet.item.questions if q.id == AGENT_QUESTION)
        usual = Presence.AGENT if "是" in question.default else Presence.SELF
        chosen = () if draft.presence is Presence.UNASKED else (draft.presence.value,)
        self._text.setText(_("谁来办？"))
        self.chips.offer(PRESENCES, chosen, chosen or (usual.value,))
        self.chips.setAccessibleName(_("谁来办？"))
        self._note.setText(_("只问这一次：“{text}”也就答了").format(text=question.text))

    def _answered(self, chosen: tuple[str, ...]) -> None:
        session, question = self._session, self._asking
        draft, sheet = session.draft, session.sheet
        if draft is None or sheet is None or not question:
            return
        session.change(*answered(draft, sheet, question, chosen))
        self._next(question)

    def _next(self, question: str) -> None:
        sheet = self._session.sheet
        asked = sheet.asked if sheet else ()
        later = asked[asked.index(question) + 1 :] if question in asked else ()
        again = later[0] if self._again and later else ""
        if not self._ask(again or self._following()):
            self.answered_all.emit()
        else:
            self.chips.setFocus()

    def _previous(self) -> None:
        sheet = self._session.sheet
        asked = sheet.asked if sheet else ()
        place = asked.index(self._asking) if self._asking in asked else 0
        if place == 0:
            self.stepped_back.emit()
        else:
            self._again = True
            self._ask(asked[place - 1])


def answered(
    draft: Draft, sheet: Sheet, question: str, chosen: tuple[str, ...]
) -> tuple[str, Draft]:
    """The step in words, and the draft after it."""
    if question == AGENT_QUESTION:
        presence = Presence(chosen[0])
        return _("谁来办：{who}").format(who=word(presence)), replace(draft, presence=presence)
    text = next(q.text for q in sheet.item.questions if q.id == question)
    told = "、".join(chosen) or _("都没有")
    return f"{text.rstrip('？?')}：{told}", answer(draft, question, chosen)
