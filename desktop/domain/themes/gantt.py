"""The theme as a picture: a bar per member on an axis of days, stage after stage.

Only geometry: the window and the paper draw the same bars. Bars lie where they are planned; today
is shown by the days really used.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.themes.entries import ThemeMember
from desktop.domain.themes.progress import DaysUsed, Progress, Standing


@dataclass(frozen=True, slots=True)
class Bar:
    """`start` and `days` on the axis; `days` 0 is settled on the spot. `critical`: the whole waits
    for it. `standing` only of a theme case.
    """

    key: str
    name: str
    order: int
    start: int
    days: int
    critical: bool
    optional: bool = False
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Gantt:
    """`total` days as a theme, `serial` one after another, `used` so far in a theme case."""

    bars: tuple[Bar, ...]
    total: int
    serial: int
    used: int | None = None

    @property
    def span(self) -> int:
        """Days that the axis must show; at least one."""
        return max(1, self.total, self.serial, self.used or 0)


def gantt(
    members: Iterable[ThemeMember],
    progress: Progress | None = None,
    used: Iterable[DaysUsed] = (),
) -> Gantt:
    """Members in their stages; with `progress`, how each stands."""
    known = sorted(members, key=lambda member: member.order)
    standings = {one.member.key: one.standing for one in progress.members} if progress else {}
    bars: list[Bar] = []
    start = 0
    for order in dict.fromkeys(member.order for member in known):
        stage = [member for member in known if member.order == order]
        longest = max(stage, key=lambda member: member.days)
        bars += [
            Bar(
                key=member.key,
                name=member.item_name,
                order=order,
                start=start,
                days=member.days,
                critical=member is longest,
                optional=member.optional,
                standing=standings.get(member.key),
            )
            for member in stage
        ]
        start += longest.days
    spent = sum(one.used or 0 for one in used) if progress else None
    return Gantt(tuple(bars), start, sum(member.days for member in known), spent)
