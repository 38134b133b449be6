"""清除: a list is approved by two, each case is purged in a commit of its own, then the list is issued.

What was approved and what was done are told apart, so a list that was cut short goes on where it
stopped, and a case that was held meanwhile is left out with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from desktop.domain.cases.entries import CasePurged
from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.halls.roles import STATION, Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.retention.entries import DestructionApproved, HoldSet
from desktop.domain.supervision.retention.facts import DestroyedCase, DestructionFacts
from desktop.domain.supervision.retention.rows import DestructionRow, KeptRow
from desktop.domain.supervision.retention.terms import due_since
from desktop.domain.trust.entry import Act
from desktop.services.cases.papers import journal_facts
from desktop.services.custody.rule import NOBODY, Signature, signed
from desktop.services.exchange.crossing.ownership import check, others
from desktop.services.halls.alone import allowed
from desktop.services.office import Office
from desktop.services.ports import PAGE, Progress
from desktop.services.supervision.retention.terms import rule, years

MOST = 2000
"""Cases on one list: it is read by people, and it is one entry."""
ALL = 1_000_000
CONFIRM = "销毁{n}件"
LEFT_HELD, LEFT_KEPT, LEFT_UNKNOWN = "held", "kept", "unknown"


def purgeable(
    office: Office,
    held: bool | None = False,
    cases: Sequence[str] = (),
    offset: int = 0,
    limit: int = PAGE,
) -> list[KeptRow]:
    """Cases of this hall whose term is over, over longest first; `held` True: those that wait.
    `cases`: none but these.
    """
    by_item, other = years(office)
    return office.store.views.kept(
        by_item, other, office.today(), others(office), held, cases, offset, limit
    )


def count(office: Office) -> tuple[int, int]:
    """How many may be purged, and how many are held."""
    by_item, other = years(office)
    return office.store.views.count_kept(by_item, other, office.today(), others(office))


def words(cases: Sequence[str]) -> str:
    """What has to be typed to confirm."""
    return CONFIRM.format(n=len(cases))


def two_wanted(office: Office) -> bool:
    return rule(office).two_persons


def approve(
    office: Office,
    clerk: Clerk,
    cases: Sequence[str],
    reason: str,
    typed: str,
    signature: Signature = NOBODY,
) -> str:
    """批准销毁: the answer is the list's number; nothing is destroyed yet.

    Refuses `nothing_to_destroy`, `too_many_to_destroy`, `not_to_destroy` (case) for one that is not
    offered, `destruction_unconfirmed`, `reason_missing`, `first_needed` for a station, which is
    nobody, where two persons are asked, and whatever the second person refuses.
    """
    require(clerk, Right.PURGE)
    told = tuple(dict.fromkeys(cases))
    if not told:
        raise Refusal("nothing_to_destroy")
    if len(told) > MOST:
        raise Refusal("too_many_to_destroy", count=len(told), most=MOST)
    if not reason.strip():
        raise Refusal("reason_missing")
    if "".join(typed.split()) != words(told):
        raise Refusal("destruction_unconfirmed", words=words(told))
    if clerk.code == STATION.code and two_wanted(office):
        raise Refusal("first_needed")
    offered = _offered(office, told)
    for one in told:
        if one not in offered:
            raise Refusal("not_to_destroy", case=one)
    by = signed(office, clerk, two_wanted(office), signature, Right.SERVE, allowed(office))
    with office.store.journal.transaction():
        number = _number(office)
        approved = DestructionApproved(
            cases=told, reason=reason.strip(), second=by.second, alone=by.alone,
            backups_until=office.today() + timedelta(days=rule(office).backup_days),
        )  # fmt: skip
        act = Act(entity=f"destruction:{number}", payload=approved)
        office.store.journal.append([act], clerk.code)
    return number


def destroy(office: Office, clerk: Clerk, number: str, case: str) -> bool:
    """One case of the list, in one commit: the entry, the keys, the rows, the drafts. False where
    it is gone already, or is no longer offered. Once the list was issued nothing is destroyed
    under it any more (`destruction_issued`): the paper tells what was.
    """
    require(clerk, Right.PURGE)
    with office.store.journal.transaction():
        if case not in office.store.views.destruction_cases(number):
            raise Refusal("not_on_list", case=case, list=number)
        row = load(office, number)
        if row.paper:
            raise Refusal("destruction_issued", list=number, paper=row.paper)
        if not purgeable(office, cases=(case,)):
            return False
        told = CasePurged(reason=row.reason, destruction=number)
        office.store.journal.append([Act(entity=f"case:{case}", payload=told)], clerk.code)
        office.store.keeping.purge(case)
        for added in office.store.local.drafts():
            draft = office.store.local.draft(added.id)
            if draft is not None and draft.case == case:
                office.store.local.delete_draft(added.id)
    return True


def open_cases(office: Office, number: str) -> list[str]:
    """Those of the list that are not purged and may be; none once it was issued."""
    if load(office, number).paper:
        return []
    cases = office.store.views.destruction_cases(number)
    offered = _offered(office, cases)
    return [case for case in cases if case in offered]


def issue(office: Office, clerk: Clerk, number: str) -> str:
    """销毁清单: what was destroyed and what was left, and why. Once; the answer is its number."""
    require(clerk, Right.PURGE)
    row = load(office, number)
    if row.paper:
        return row.paper
    facts = sheet(office, clerk, row, paper_number(PaperKind.DESTRUCTION, number, 1))
    return journal_facts(office, clerk, facts, subject=f"destruction:{number}")


def run(office: Office, clerk: Clerk, number: str, progress: Progress | None = None) -> str:
    """The rest of the list, case by case, and then its paper; cancelling stops between cases."""
    for done, total in steps(office, clerk, number):
        if progress is not None and not progress(done, total):
            return ""
    return issue(office, clerk, number)


def steps(office: Office, clerk: Clerk, number: str) -> Iterator[tuple[int, int]]:
    """(done, total) after each case."""
    cases = open_cases(office, number)
    for done, case in enumerate(cases, 1):
        destroy(office, clerk, number, case)
        yield done, len(cases)


def load(office: Office, number: str) -> DestructionRow:
    found = office.store.views.destructions(number)
    if not found:
        raise Refusal("unknown_destruction", number=number)
    return found[0]


def sheet(office: Office, clerk: Clerk, row: DestructionRow, number: str) -> PaperFacts:
    """The list as it stands now."""
    known = office.store.views.destruction_cases(row.number)
    by_item, other = years(office)
    cases = tuple(_destroyed(office, case, by_item, other) for case in known)
    return PaperFacts(
        kind=PaperKind.DESTRUCTION,
        number=number,
        issued_at=office.now().isoformat(timespec="seconds"),
        issuer=office.issuer(clerk),
        copies=2,
        destruction=DestructionFacts(
            reason=row.reason, approved_at=row.at, approver=_named(office, row.clerk),
            second=_named(office, row.second) if row.second else "", alone=row.alone, cases=cases,
            entries=sum(head.seq for head in office.store.journal.heads()),
            backups_until=row.backups_until,
        ),
    )  # fmt: skip


def set_hold(office: Office, clerk: Clerk, case: str, told: HoldSet) -> None:
    """暂停清除, or its end, with words why."""
    require(clerk, Right.OVERSEE)
    known = office.store.views.case(case)
    if known is None:
        raise Refusal("unknown_case", case=case)
    if known.purged:
        raise Refusal("case_purged", case=case)
    if not told.note.strip():
        raise Refusal("reason_missing")
    check(office, case, told)
    office.store.journal.append([Act(entity=f"case:{case}", payload=told)], clerk.code)


def keep_until(office: Office, item: str, ended_on: date) -> date | None:
    """The first day on which a case of this item may be purged; None for ever."""
    by_item, other = years(office)
    return due_since(ended_on, by_item.get(item, other))


def _destroyed(
    office: Office, number: str, by_item: Mapping[str, int], other: int
) -> DestroyedCase:
    case = office.store.views.case(number)
    if case is None:
        today = office.today()
        return DestroyedCase(
            case=number, item_name="", ended_on=today, years=other, since=today, left=LEFT_UNKNOWN
        )
    kept = by_item.get(case.item, other)
    ended = office.store.views.ended_on(number) or office.today()
    left = ""
    if not case.purged:
        found = purgeable(office, held=None, cases=(number,))
        left = LEFT_HELD if found else LEFT_KEPT
        left = found[0].holds[0].why.value if found and found[0].holds else left
    return DestroyedCase(
        case=number, item_name=case.item_name, ended_on=ended, years=kept,
        since=due_since(ended, kept) or ended, left=left,
    )  # fmt: skip


def _offered(office: Office, cases: Sequence[str]) -> frozenset[str]:
    return frozenset(row.case for row in purgeable(office, cases=cases, limit=ALL))


def _number(office: Office) -> str:
    day, station = office.today(), office.station
    seq = office.store.journal.next_number("X", day)
    return f"{station.hall}-{day:%Y%m%d}-{station.device}-X{seq:04d}"


def _named(office: Office, code: str) -> str:
    known = office.store.views.clerk(code)
    return f"{known.name}（{code}）" if known else code
