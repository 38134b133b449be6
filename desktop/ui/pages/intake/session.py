"""One applicant at the counter: the draft in hand, its checklist, undo, saving, the visit.

Holds no rule: every change is a pure function of `desktop.domain.cases.draft`, every act a verb.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.cases.draft import Draft, choose_item
from desktop.domain.cases.missing import Missing
from desktop.domain.cases.sheet import Sheet
from desktop.domain.forms.filling import Entry
from desktop.domain.forms.layout import Layout
from desktop.domain.halls.roles import Clerk
from desktop.domain.licences.evidence import still_held
from desktop.services.cases import acts, intake, later
from desktop.services.courier.arrivals import taking_in
from desktop.services.forms import forms
from desktop.services.licences.renewals import known_renewal
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.intake import promises, words
from desktop.ui.widgets.checklist.line import CheckLine
from desktop.wording import _
from desktop.wording.licences.fetched import rows_told
from desktop.wording.licences.register import renewal_sentence

SAVE_MS = 400
"""After a change the draft is kept this soon; well within the second that a crash may cost."""
MOST_UNDO = 200
KEPT = frozenset({Topic.DRAFTS})


class Session(QObject):
    """`changed` after every change of the draft; `kept` when it was saved, `dropped` when
    another applicant made what was fetched useless.
    """

    changed = Signal()
    kept = Signal()
    dropped = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.draft: Draft | None = None
        self.sheet: Sheet | None = None
        self.layout: Layout | None = None
        self.entries: tuple[Entry, ...] = ()
        """The application form and what stands in it; none where none is asked for."""
        self.visit = ""
        self.cases: tuple[str, ...] = ()
        self.parcel = ""
        """Number of the parcel that the next draft is begun from."""
        self.closed = False
        """An act has made the draft a case: nothing more is changed or kept here."""
        self._clerk: Clerk | None = None
        self._undo: list[tuple[str, Draft]] = []
        self._timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._timer.timeout.connect(self.keep)
        desk.signed.connect(self._signed)

    @property
    def renewal(self) -> str:
        """What the register of licences says of it, where the draft is to renew one."""
        draft, office = self.draft, self.desk.office
        if draft is None or self.sheet is None:
            return ""
        found = known_renewal(
            office, self.sheet.item, self.sheet.checklist.answers, draft.applicant.id_number,
            office.today(),
        )  # fmt: skip
        return renewal_sentence(found) if found else ""

    def take_item(self, id: str, ticket: str = "") -> bool:
        """Start with this item, or change over to it: the person stays. False when refused.

        `ticket` is the queue's number of the visit that begins with the first item.
        """
        office = self.desk.office
        if self.draft is None:
            begun = self.desk.perform(partial(self._begun, ticket))
            if begun is None:
                return False
            self.visit = begun.visit
            self._put(begun)
        before = self.draft
        if before is None or before.item == id:
            return before is not None
        told = _("事项改为{name}").format(name=office.item(id).name)
        self.change(told, choose_item(before, id))
        if not before.item:
            self._undo.clear()
        return True

    def _begun(self, ticket: str) -> Draft:
        office, parcel = self.desk.office, self.parcel
        if not parcel:
            return intake.begin(office, self.desk.acting, ticket)
        self.parcel = ""
        return taking_in.open_draft(office, self.desk.acting, parcel)

    def change(self, words: str, draft: Draft, merge: bool = False) -> None:
        """Go on with `draft`; `words` say the step. `merge` joins it to an equal step before."""
        before = self.draft
        if before is None or before == draft or self.closed:
            return
        if not (merge and self._undo and self._undo[-1][0] == words):
            self._undo.append((words, before))
            del self._undo[:-MOST_UNDO]
        self._put(draft)
        self._timer.start()

    def undo(self) -> str:
        """Take the last step back; what it was, in words, or nothing."""
        if not self._undo:
            return ""
        told, before = self._undo.pop()
        kept = self.draft.saved_at if self.draft else None
        self._put(replace(before, saved_at=kept))
        self._timer.start()
        return told

    def keep(self) -> None:
        """Save now. A draft with nothing in it is not kept; one of who acted before is kept by
        `_signed`.
        """
        self._timer.stop()
        draft = self.draft
        if draft is None or self.closed or self._clerk != self.desk.clerk:
            return
        office = self.desk.office
        saved = self.desk.perform(lambda: intake.save(office, self.desk.acting, draft), KEPT)
        if saved is None:
            self._let_go(draft)
        elif self.draft is draft:
            self.draft = saved
            self.kept.emit()

    def hold(self) -> bool:
        """挂起: put the draft aside; the counter is free."""
        draft = self.draft
        if draft is None or draft.empty:
            return False
        self._timer.stop()
        office = self.desk.office
        held = self.desk.perform(lambda: intake.hold(office, self.desk.acting, draft), KEPT)
        if held is None:
            self._let_go(draft)
            return False
        self._clear()
        return True

    def set_aside(self) -> None:
        """Keep what is in hand; the counter is free."""
        self.keep()
        self._clear()

    def resume(self, id: str, parcel: str = "") -> bool:
        """取回 a draft put aside or left by a crash; the one in hand is kept first. With `parcel`
        it takes in what that brought.
        """
        self.keep()
        office, clerk = self.desk.office, self.desk.acting
        found = self.desk.perform(
            lambda: (
                taking_in.take_draft(office, clerk, parcel, id)
                if parcel
                else intake.resume(office, clerk, id)
            )
        )
        if found is None:
            return False
        self._undo.clear()
        self.visit, self.cases = found.visit, ()
        self._put(found)
        self.keep()
        return True

    def open_case(self, number: str, parcel: str = "") -> bool:
        """补收: a received case back at the counter, as it stands, or with what a parcel brought."""
        office, clerk = self.desk.office, self.desk.acting
        case = self.desk.perform(lambda: acts.load(office, number))
        if case is None:
            return False
        self.keep()
        self._undo.clear()
        self.visit, self.cases = case.visit, ()
        again = self.desk.perform(
            lambda: (
                taking_in.take_case(office, clerk, parcel, case)
                if parcel
                else later.open_again(office, clerk, case)
            )
        )
        if again is None:
            return False
        self._put(again)
        return True

    def lacking(self, materials: bool = True) -> tuple[Missing, ...]:
        """What stands before F9, or, without `materials`, before F6."""
        draft, office = self.draft, self.desk.office
        if draft is None:
            return ()
        return self.desk.perform(lambda: acts.lacking(office, draft, materials)) or ()

    def laid_out(self, draft: Draft) -> Sheet:
        """The checklist as this draft stands; of a theme it is the joint one."""
        return acts.sheet_of(self.desk.office, draft)

    def form_of(self, draft: Draft) -> tuple[Layout | None, tuple[Entry, ...]]:
        """The application form of this draft with what stands in it; of a theme the joint one."""
        office = self.desk.office
        return forms.layout_of(office, draft), forms.entries(office, draft)

    def lines(self) -> list[CheckLine]:
        """The checklist's rows as the list paints them."""
        draft, sheet, office = self.draft, self.sheet, self.desk.office
        if draft is None or sheet is None:
            return []
        hints = [*([self.renewal] if self.renewal else []), *promises.hints(office, draft, sheet)]
        days = promises.days_of(office, sheet)
        fetched = rows_told(draft, sheet, office.today())
        return words.lines_of(sheet, office.catalogue, hints, days, self.entries, fetched)

    def done(self, case: str) -> None:
        """An act made the draft a case."""
        self._timer.stop()
        self._undo.clear()
        self.closed = True
        self.cases = (*self.cases, case)

    def another(self) -> None:
        """同一人再办一件: the same visit and person."""
        before, office = self.draft, self.desk.office
        if before is not None:
            draft = self.desk.perform(lambda: intake.another(office, self.desk.acting, before))
            if draft is not None:
                self._put(draft)

    def finish_visit(self, outcome: str) -> None:
        """下一位: end the visit and clear the counter."""
        if self.visit:
            office = self.desk.office
            end = partial(intake.end, office, self.desk.acting, self.visit, outcome, self.cases)
            self.desk.perform(end, frozenset({Topic.LOG}))
        self._clear()

    def _clear(self) -> None:
        self._timer.stop()
        self._undo.clear()
        self.visit, self.cases, self.closed, self.parcel = "", (), False, ""
        self.draft = self.sheet = self.layout = None
        self.entries = ()
        self.changed.emit()

    def _let_go(self, draft: Draft) -> None:
        """A draft that another holds by now is no longer in hand here; it has been said why."""
        if intake.gone(self.desk.office, self.desk.acting, draft):
            self._clear()

    def _signed(self) -> None:
        """Another clerk acts, or nobody: the draft is kept for whom it belongs to."""
        clerk, draft = self._clerk, self.draft
        if clerk is None or clerk == self.desk.clerk:
            return
        if draft is not None and not self.closed:
            self.desk.perform(lambda: intake.save(self.desk.office, clerk, draft), KEPT)
        self._clerk = None
        self._clear()

    def _put(self, draft: Draft) -> None:
        held = still_held(draft, self.desk.office.today())
        self.draft, self.closed, self._clerk = held, False, self.desk.clerk
        self.sheet = self.laid_out(held) if held.item else None
        self.layout, self.entries = self.form_of(held) if held.item else (None, ())
        self.changed.emit()
        if held.evidence != draft.evidence:
            self.dropped.emit()
