"""The hall's own lists: clerks, authorities, published items, what a clerk received last."""

from __future__ import annotations

from datetime import date

from db.link import Link
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import AuthoritySet
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.packs.entries import Part, PartPublished
from desktop.domain.packs.proposal import Proposal
from desktop.domain.packs.versions import Version

_CLERKS = """
SELECT code, name, role, active, window, leave_first, leave_last FROM clerks
WHERE ? IN ('', code) ORDER BY code
"""
_AUTHORITIES = "SELECT item, authority, organ FROM authorities WHERE ? IN ('', item) ORDER BY item"
_ITEMS = """
SELECT item, number, first, last, label, source, clerk, published_at, content FROM items
WHERE ? IN ('', item) ORDER BY item, number
"""
_PARTS = "SELECT part, id, content, source FROM parts ORDER BY entity"

_PROPOSALS = """
SELECT id, clerk, proposed_at, source, items, parts FROM proposals ORDER BY proposed_at, id
"""

RECENT = 300
"""How many of a clerk's last cases are looked through for items used lately."""

_RECENT = f"""
SELECT item FROM
    (SELECT item, received_at FROM cases WHERE clerk = ? ORDER BY received_at DESC, number DESC LIMIT {RECENT})
GROUP BY item ORDER BY max(received_at) DESC LIMIT ?
"""


def clerks(link: Link, code: str = "") -> list[Clerk]:
    """Everybody, also who is active no more; or the one with this code."""
    return [
        Clerk(
            code=code, name=name, role=Role(role), active=bool(active), window=window,
            leave_first=_day(first), leave_last=_day(last),
        )
        for code, name, role, active, window, first, last in link.rows(_CLERKS, (code,))
    ]  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def authorities(link: Link, item: str = "") -> list[AuthoritySet]:
    """What a supervisor has set; an item not named here is at its default."""
    return [
        AuthoritySet(item=item, authority=Authority(authority), organ=organ)
        for item, authority, organ in link.rows(_AUTHORITIES, (item,))
    ]


def item_versions(link: Link, item: str = "") -> list[Version]:
    """Every publication, of one item or of all, in order."""
    return [
        Version(
            item=item, number=number, first=date.fromisoformat(first),
            last=date.fromisoformat(last) if last else None, label=label, source=source,
            clerk=clerk, published_at=at, content=content,
        )
        for item, number, first, last, label, source, clerk, at, content in link.rows(
            _ITEMS, (item,)
        )
    ]  # fmt: skip


def published_parts(link: Link) -> list[PartPublished]:
    """The last publication of each part."""
    return [
        PartPublished(part=Part(part), id=id, content=content, source=source)
        for part, id, content, source in link.rows(_PARTS)
    ]


def proposals(link: Link) -> list[Proposal]:
    """Packs that wait for a second person, the oldest first."""
    return [
        Proposal(id=id, clerk=clerk, proposed_at=at, source=source, items=items, parts=parts)
        for id, clerk, at, source, items, parts in link.rows(_PROPOSALS)
    ]


def recent_items(link: Link, clerk: str, limit: int) -> list[str]:
    """Items this clerk received last, newest first, each once."""
    return [row[0] for row in link.rows(_RECENT, (clerk, limit))]
