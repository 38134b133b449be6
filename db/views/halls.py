"""The hall's own lists: clerks, authorities, published items, what a clerk received last."""

from __future__ import annotations

from db.link import Link
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.entries import AuthoritySet, ItemPublished
from desktop.domain.halls.roles import Clerk, Role

_CLERKS = "SELECT code, name, role, active FROM clerks WHERE ? IN ('', code) ORDER BY code"
_AUTHORITIES = "SELECT item, authority, organ FROM authorities WHERE ? IN ('', item) ORDER BY item"
_ITEMS = "SELECT item, content, source FROM items ORDER BY item"

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
        Clerk(code=code, name=name, role=Role(role), active=bool(active))
        for code, name, role, active in link.rows(_CLERKS, (code,))
    ]


def authorities(link: Link, item: str = "") -> list[AuthoritySet]:
    """What a supervisor has set; an item not named here is at its default."""
    return [
        AuthoritySet(item=item, authority=Authority(authority), organ=organ)
        for item, authority, organ in link.rows(_AUTHORITIES, (item,))
    ]


def published_items(link: Link) -> list[ItemPublished]:
    """The last publication of each item."""
    return [
        ItemPublished(item=item, content=content, source=source)
        for item, content, source in link.rows(_ITEMS)
    ]


def recent_items(link: Link, clerk: str, limit: int) -> list[str]:
    """Items this clerk received last, newest first, each once."""
    return [row[0] for row in link.rows(_RECENT, (clerk, limit))]
