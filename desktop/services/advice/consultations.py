"""咨询: log a question with what was shown; count them over some days."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from desktop.domain.advice.entries import ConsultationLogged, Shown
from desktop.domain.advice.tally import Tally, tally
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import LogFilter
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.ports import Views

KIND = "consultation.logged"
LONGEST_QUESTION = 500
MOST_MINUTES = 480


def log_question(office: Office, clerk: Clerk, told: ConsultationLogged) -> str:
    """Journal it; the answer is its id. The name of what was shown is the catalogue's of today.

    Refuses `nothing_asked` where neither words nor a subject say what it was about, and
    `unknown_item`, `unknown_theme`, `unknown_policy`, `minutes_wrong`.
    """
    require(clerk, Right.SERVE)
    asked = told.asked.strip()[:LONGEST_QUESTION]
    if not asked and told.shown is Shown.NOTHING:
        raise Refusal("nothing_asked")
    if not 0 <= told.minutes <= MOST_MINUTES:
        raise Refusal("minutes_wrong", most=MOST_MINUTES)
    named = replace(told, asked=asked, name=subject_name(office, told.shown, told.id))
    id = uuid4().hex
    office.store.journal.append([Act(entity=f"consultation:{id}", payload=named)], clerk.code)
    return id


def subject_name(office: Office, shown: Shown, id: str) -> str:
    """What it is called; refuses an id that the catalogue does not hold."""
    catalogue = office.catalogue
    match shown:
        case Shown.NOTHING:
            return ""
        case Shown.ITEM:
            return office.item(id).name
        case Shown.THEME:
            if id not in catalogue.themes:
                raise Refusal("unknown_theme", theme=id)
            return catalogue.themes[id].name
        case Shown.POLICY:
            if id not in catalogue.policies:
                raise Refusal("unknown_policy", policy=id)
            return catalogue.policies[id].name


def count(views: Views, wanted: LogFilter) -> Tally:
    """Over the days of `wanted`; may run in a worker with a reader's views."""
    rows = views.log(replace(wanted, kinds=frozenset({KIND})))
    return tally(row.payload for row in rows if isinstance(row.payload, ConsultationLogged))
