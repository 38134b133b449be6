"""Every page in three themes at the smallest and the largest size, for eyes to look at."""

from __future__ import annotations

from desktop.ui.pages.registry import PAGES
from desktop.ui.theme.tokens import Theme
from desktop.ui.walkthrough.story import Day

SIZES = (15, 22)


def hang(day: Day) -> None:
    """Pictures named page-theme-size, of the day's own data."""
    shell, hands = day.window.shell, day.hands
    papers = day.window.desk.office.store.views.papers(day.cases[0])
    shown = {"cases": day.cases[0], "papers": ",".join(row.number for row in papers)}
    shell.resize(1440, 900)
    for theme in Theme:
        for px in SIZES:
            shell.wear(theme, px)
            for entry in PAGES:
                shell.go(entry.id, shown.get(entry.id, ""))
                hands.shoot(f"gallery-{entry.id}-{theme}-{px}")
