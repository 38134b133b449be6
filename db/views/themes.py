"""Theme cases: one folded anew, and the list of their numbers."""

from __future__ import annotations

from db.facts import facts_of
from db.link import Link
from desktop.domain.exchange.standing import standing
from desktop.domain.themes.progress import ThemeCase, fold

_THEMES = "SELECT number FROM themes ORDER BY received_at DESC, number DESC LIMIT ? OFFSET ?"


def theme(link: Link, number: str) -> ThemeCase | None:
    """Folded anew from the journal."""
    return fold(number, standing(facts_of(link, f"theme:{number}")))


def themes(link: Link, offset: int, limit: int) -> list[str]:
    """Newest first."""
    return [row[0] for row in link.rows(_THEMES, (limit, offset))]
