"""Page sizes and the type sizes that go with them; all in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.refusal import Refusal

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Page:
    """`side`, `top`, `bottom` are margins; `size` is the body's, the others follow from it."""

    name: str
    width: float
    height: float
    side: float
    top: float
    bottom: float
    size: float

    @property
    def inner(self) -> float:
        return self.width - 2 * self.side

    @property
    def small(self) -> float:
        return round(self.size * 0.84, 2)

    @property
    def fine(self) -> float:
        return round(self.size * 0.7, 2)

    @property
    def leading(self) -> float:
        return round(self.size * 1.5, 2)

    @property
    def pad(self) -> float:
        """Air above and below the text of a table's row."""
        return round(self.size * 0.3, 2)

    def denser(self) -> Page:
        """The same page with type a little smaller, for a paper that misses one page by little."""
        return replace(self, size=round(self.size * 0.92, 2))


A4 = Page("A4", 210 * MM, 297 * MM, 20 * MM, 13 * MM, 11 * MM, 10.0)
A5 = Page("A5", 148 * MM, 210 * MM, 12 * MM, 9 * MM, 8 * MM, 8.4)
PAGES = {page.name: page for page in (A4, A5)}


def page_of(name: str) -> Page:
    """The page by its name. Raises `Refusal("unknown_page", page=…)`."""
    try:
        return PAGES[name]
    except KeyError:
        raise Refusal("unknown_page", page=name) from None
