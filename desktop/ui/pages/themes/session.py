"""One applicant with one theme: the intake's session over the joint checklist."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.missing import Missing
from desktop.domain.cases.sheet import Sheet
from desktop.domain.forms.filling import Entry
from desktop.domain.forms.layout import Layout
from desktop.domain.themes.plan import Plan
from desktop.domain.themes.received import members
from desktop.domain.themes.sheet import lay_out
from desktop.services.cases import intake
from desktop.services.themes import planning
from desktop.ui.pages.intake import words
from desktop.ui.pages.intake.session import Session
from desktop.ui.widgets.checklist.line import CheckLine, Mark
from desktop.wording import _
from desktop.wording.themes.words import users_text


class ThemeSession(Session):
    """The draft's `item` names a theme. Undo, saving and crash recovery are the session's."""

    plan: Plan | None = None
    """The plan as the draft stands, made once for every change."""

    @property
    def renewal(self) -> str:
        """A theme renews nothing."""
        return ""

    def begin(self, theme: str) -> bool:
        """A visit begins with this theme."""
        office = self.desk.office
        begun = self.desk.perform(lambda: intake.begin(office, self.desk.acting))
        if begun is None:
            return False
        self.visit = begun.visit
        self._undo.clear()
        self._put(replace(begun, item=theme))
        return True

    def drop(self) -> None:
        """The applicant does not want it after all."""
        draft = self.draft
        if draft is not None and not self.closed:
            self.desk.perform(lambda: intake.discard(self.desk.office, self.desk.acting, draft))
            self.closed = True
        self.finish_visit("left")

    def laid_out(self, draft: Draft) -> Sheet:
        self.plan = planning.plan_of(self.desk.office, draft)
        return lay_out(self.plan, draft)

    def form_of(self, draft: Draft) -> tuple[Layout | None, tuple[Entry, ...]]:
        """The members' forms are printed as one; they are not filled in on the screen."""
        return None, ()

    def lacking(self, materials: bool = True) -> tuple[Missing, ...]:
        draft, sheet = self.draft, self.sheet
        if draft is None or sheet is None:
            return ()
        return planning.lacking(self.desk.office, draft, sheet)

    def lines(self) -> list[CheckLine]:
        """Each row says which members use it; what the members produce stands apart."""
        plan = self.plan
        if plan is None or self.sheet is None:
            return []
        known = {member.key: member for member in members(plan)}
        uses = {line.key: users_text(line.uses, known) for line in plan.lines}
        lines = [
            replace(line, detail=f"{line.detail} · {uses[line.key]}") if line.number else line
            for line in words.lines_of(self.sheet, self.desk.office.catalogue)
        ]
        if not plan.produced:
            return lines
        head = _("办理中产生，不用交 {n} 项").format(n=len(plan.produced))
        made = [
            CheckLine(
                line.key,
                line.line.material.name,
                _("由「{maker}」产生，用于 {users}").format(
                    maker=known[line.producer].item_name, users=users_text(line.uses, known)
                ),
                Mark.APART,
                _("不用交"),
            )
            for line in plan.produced
        ]
        return [*lines, CheckLine("", head, "", Mark.HEADING), *made]
