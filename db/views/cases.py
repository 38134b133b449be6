"""Lists of cases and papers, and what touches one case."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

from db.facts import facts_of, facts_of_several
from db.link import Link
from db.projections.words import query
from desktop.domain.cases.case import Case
from desktop.domain.cases.folding.case_fold import fold as fold_case
from desktop.domain.cases.moves import Stage
from desktop.domain.cases.papers import Outcome, PaperFacts, PaperIssued, PaperKind
from desktop.domain.cases.rows import CaseFilter, CaseRow, PaperRow
from desktop.domain.trust.entry import Fact
from desktop.domain.trust.order import standing

_WANTED = """
FROM cases
WHERE purged = 0
  AND (:match = '' OR number IN (SELECT number FROM case_search WHERE words MATCH :match))
  AND (:text = '' OR :match <> '')
  AND received_at >= :first AND received_at < :after
  AND (:stages = '[]' OR stage IN (SELECT value FROM json_each(:stages)))
  AND (:clerk = '' OR clerk = :clerk)
"""
_LIST = f"""
SELECT number, item, item_name, stage, masked, clerk, window, received_at, accepted_on, due,
       provisional, late
{_WANTED}
ORDER BY received_at DESC, number DESC
LIMIT :limit OFFSET :offset
"""
_COUNT = f"SELECT count(*) {_WANTED}"

_PAPERS = """
SELECT number, kind, case_number, issued_at, outcome, reprints FROM papers
WHERE case_number = :case AND case_number <> ''
ORDER BY issued_at, number
"""
_PAPER = """
SELECT number, kind, case_number, issued_at, outcome, reprints FROM papers WHERE number = ?
"""
_TOUCHING = """
SELECT 'case:' || :case
UNION SELECT 'paper:' || number FROM papers WHERE case_number = :case AND case_number <> ''
UNION SELECT 'shipment:' || shipment FROM shipment_contents
      WHERE case_number = :case AND case_number <> ''
UNION SELECT 'shipment:' || shipment FROM arrival_claims
      WHERE case_number = :case AND case_number <> ''
UNION SELECT 'licence:' || id FROM licences WHERE case_number = :case AND case_number <> ''
UNION SELECT 'piece:' || number FROM pieces WHERE case_number = :case AND case_number <> ''
"""


def case(link: Link, number: str) -> Case | None:
    """Folded anew from the journal, so it can never disagree with it."""
    return fold_case(number, standing(facts_of(link, f"case:{number}")))


def cases(link: Link, wanted: CaseFilter, offset: int, limit: int) -> list[CaseRow]:
    """Newest first; a purged case is listed no more."""
    values = {**_values(wanted), "limit": limit, "offset": offset}
    return [_case_row(row) for row in link.rows(_LIST, values)]


def count_cases(link: Link, wanted: CaseFilter) -> int:
    """As many as `cases` would list without a limit."""
    return int(link.one(_COUNT, _values(wanted))[0])


def history(link: Link, number: str) -> list[Fact]:
    """Every entry that touches the case, in the one order."""
    return facts_of_several(link, touching(link, number))


def touching(link: Link, number: str) -> list[str]:
    """The entities that speak of the case: itself, its papers, parcels that hold something of it,
    licences that it led to.
    """
    return [row[0] for row in link.rows(_TOUCHING, {"case": number})]


def papers(link: Link, case_number: str) -> list[PaperRow]:
    """In the order of issue."""
    return [_paper_row(row) for row in link.rows(_PAPERS, {"case": case_number})]


def paper_row(link: Link, number: str) -> PaperRow | None:
    """One paper as lists show it."""
    row = link.one(_PAPER, (number,))
    return _paper_row(row) if row else None


def paper(link: Link, number: str) -> PaperFacts | None:
    """None as well where the facts are gone with the case's key."""
    issued = (f.payload for f in facts_of(link, f"paper:{number}"))
    return next((told.facts for told in issued if isinstance(told, PaperIssued)), None)


def bounds(first: date | None, last: date | None) -> tuple[str, str]:
    """Inclusive days as a half-open range of moments' texts."""
    after = (last + timedelta(days=1)).isoformat() if last else "9"
    return first.isoformat() if first else "", after


def moment_or_none(text: str | None) -> datetime | None:
    """A moment's text read back."""
    return datetime.fromisoformat(text) if text else None


def _values(wanted: CaseFilter) -> dict[str, Any]:
    first, after = bounds(wanted.first, wanted.last)
    return {
        "text": wanted.text.strip(),
        "match": query(wanted.text),
        "first": first,
        "after": after,
        "stages": json.dumps(sorted(wanted.stages)),
        "clerk": wanted.clerk,
    }


def _case_row(row: Any) -> CaseRow:
    return CaseRow(
        number=row[0], item=row[1], item_name=row[2], stage=Stage(row[3]), applicant=row[4],
        clerk=row[5], window=row[6], received_at=datetime.fromisoformat(row[7]),
        accepted_on=date.fromisoformat(row[8]) if row[8] else None,
        due=date.fromisoformat(row[9]) if row[9] else None,
        provisional=bool(row[10]), late=bool(row[11]),
    )  # fmt: skip


def _paper_row(row: Any) -> PaperRow:
    return PaperRow(
        number=row[0], kind=PaperKind(row[1]), case=row[2],
        issued_at=datetime.fromisoformat(row[3]),
        outcome=Outcome(row[4]) if row[4] else None, reprints=row[5],
    )  # fmt: skip
