"""What the function keys do: each asks one verb and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.entries import CaseRefused
from desktop.domain.cases.moves import Move
from desktop.domain.cases.papers import PaperKind
from desktop.domain.halls.authority import final_move
from desktop.services.cases import acts, papers
from desktop.services.cases.acts import Done
from desktop.services.forms import papers as form_papers
from desktop.services.guidance.english import load_english
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.intake.panels.correction import Told
from desktop.ui.pages.intake.session import Session
from desktop.wording import _
from desktop.wording.labels import label as word
from resources import ROOT

CHANGED = frozenset({Topic.CASES, Topic.DRAFTS, Topic.PAPERS, Topic.LOG})


def final_words(desk: Desk, session: Session) -> str:
    """What F9 is called for this item in this hall; empty where the hall only advises."""
    if session.sheet is None:
        return word(Move.ACCEPT)
    sheet = session.sheet
    move = final_move(desk.office.authority(sheet.item.id).authority, sheet.at_once)
    return word(move) if move else ""


def print_list(desk: Desk, session: Session, english: bool = False) -> str:
    """F2: the advance sheet's number; empty when refused. Shift+F2: in two languages."""
    draft, office = session.draft, desk.office
    if draft is None or not draft.item:
        return ""
    topics = frozenset({Topic.PAPERS, Topic.LOG})
    texts = load_english(ROOT / "i18n/en") if english else None
    issue = partial(papers.issue_advance, office, english=texts)
    return desk.perform(lambda: issue(desk.acting, draft), topics) or ""


def print_form(desk: Desk, session: Session) -> str:
    """F2 in the form: the number of the form for signature; empty when refused."""
    draft, office = session.draft, desk.office
    if draft is None or not draft.item:
        return ""
    topics = frozenset({Topic.PAPERS, Topic.LOG})
    return desk.perform(lambda: form_papers.print_form(office, desk.acting, draft), topics) or ""


def receive(desk: Desk, session: Session) -> Done | None:
    """F6: 收件, or 补收 of a case that is back at the counter."""
    return _do(desk, session, lambda draft: _take_in(desk, draft))


def finish(desk: Desk, session: Session) -> Done | None:
    """F9: 受理, 当场办结, 代收; of a case that is back, what came in now is taken in first."""
    return _do(desk, session, lambda draft: acts.finish(desk.office, desk.acting, draft))


def notify(desk: Desk, session: Session, told: Told) -> Done | None:
    """F3, confirmed: 补正告知."""
    return _do(
        desk,
        session,
        lambda draft: acts.notify(
            desk.office,
            desk.acting,
            draft,
            told.defects,
            told.taken_home,
            told.hand_in,
            told.by,
        ),
    )


def refuse(desk: Desk, session: Session, told: CaseRefused) -> Done | None:
    """F7, confirmed: 不予受理."""
    return _do(
        desk,
        session,
        lambda draft: acts.refuse(desk.office, desk.acting, draft, told),
    )


def paper_names(done: Done) -> tuple[str, ...]:
    """What the papers of the act are called; the kind stands in each number."""
    kinds = {kind.value: word(kind) for kind in PaperKind}
    return tuple(
        kinds.get("".join(c for c in number.rsplit("-", 1)[-1] if c.isalpha()), _("文书"))
        for number in done.papers
    )


def _take_in(desk: Desk, draft: Draft) -> Done:
    act = acts.supplement if draft.case else acts.receive
    return act(desk.office, desk.acting, draft)


def _do(desk: Desk, session: Session, act: Callable[[Draft], Done]) -> Done | None:
    draft = session.draft
    if draft is None:
        return None
    done = desk.perform(lambda: act(draft), CHANGED)
    if done is not None:
        session.done(done.case.number)
    return done
