"""个人信息查阅: where one person stands in this hall's cases."""

from __future__ import annotations

from db.link import Link
from db.projections.words import query

_CASES = """
SELECT number FROM cases WHERE purged = 0 AND :id <> ''
  AND upper(replace(replace(id_number, ' ', ''), '-', '')) = :id
UNION
SELECT c.number FROM case_search s JOIN cases c ON c.number = s.number
WHERE :match <> '' AND s.words MATCH :match AND c.purged = 0
ORDER BY 1
"""


def person_cases(link: Link, id_number: str, name: str) -> list[str]:
    """Cases of this document's number, and those in whose words the name stands: whoever asks has
    to look whether it is the same person.
    """
    rows = link.rows(_CASES, {"id": id_number, "match": query(name) if name else ""})
    return [row[0] for row in rows]
