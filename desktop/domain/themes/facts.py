"""What 主题办理方案 states, journalled with the paper that it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.savings.saving import Saving
from desktop.domain.themes.entries import ThemeLine, ThemeMember


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFacts:
    """`forms` are the application forms that merged; `outside` matters that the catalogue does not
    hold; `notes` what explains the stages; `cases` by member, of a theme that was taken in.
    """

    theme: str
    name: str
    members: tuple[ThemeMember, ...]
    lines: tuple[ThemeLine, ...]
    savings: tuple[Saving, ...]
    forms: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    cases: Mapping[str, str] = field(default_factory=dict)
