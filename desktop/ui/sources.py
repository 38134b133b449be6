"""What the command palette finds: commands, items, themes, cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from desktop.domain.cases.rows import CaseFilter
from desktop.domain.guidance.search import SearchIndex, SearchKey, build_index
from desktop.domain.halls.roles import Right
from desktop.services.guidance.search import find, index_of
from desktop.ui.desk import Desk
from desktop.ui.keys.counter import INTAKE, WINDOW
from desktop.ui.palette import Hit
from desktop.wording import _
from desktop.wording.labels import label as word

FEW = 8
"""Hits of one kind; who wants more goes to the page."""
SHORTEST = 2
COMMAND = "command:"
"""Before a verb, as the page of a hit: a command and no page."""


def commands(
    desk: Desk, offered: Callable[[], Sequence[tuple[str, str]]]
) -> Callable[[str], Sequence[Hit]]:
    """Pages (id, title) and verbs of the keys, each with its key; the intake's for those who serve."""

    def source(text: str) -> Sequence[Hit]:
        pages = {id: Hit(title, _("到这一页"), id) for id, title in offered()}
        verbs = {
            key.verb: Hit(key.words, key.keys, COMMAND + key.verb)
            for key in (*WINDOW, *(INTAKE if desk.may(Right.SERVE) else ()))
            if key.verb != "palette"
        }
        if not text:
            return list(pages.values())
        known = pages | verbs
        names = tuple((id, hit.words) for id, hit in known.items())
        return [known[id] for id in find(_index(names), text, FEW)]

    return source


def items(desk: Desk) -> Callable[[str], Sequence[Hit]]:
    """Items by name, part of it, pinyin, initials, code."""
    built: list[tuple[object, SearchIndex]] = []

    def source(text: str) -> Sequence[Hit]:
        catalogue = desk.office.catalogue
        if not text or not desk.may(Right.SERVE):
            return ()
        if not built or built[-1][0] is not catalogue:
            built[:] = [(catalogue, index_of(catalogue))]
        found = find(built[-1][1], text, FEW)
        return [
            Hit(catalogue.items[id].name, _("事项 {id}").format(id=id), "intake", id)
            for id in found
        ]

    return source


def themes(desk: Desk) -> Callable[[str], Sequence[Hit]]:
    """一件事 by name, pinyin, initials, code."""

    def source(text: str) -> Sequence[Hit]:
        if not text or not desk.may(Right.SERVE):
            return ()
        known = desk.office.catalogue.themes
        names = tuple((id, theme.name) for id, theme in known.items())
        found = find(_index(names), text, FEW)
        return [Hit(known[id].name, _("一件事 {id}").format(id=id), "themes", id) for id in found]

    return source


def cases(desk: Desk) -> Callable[[str], Sequence[Hit]]:
    """Cases by number, name or item; applicants are masked as in every list."""

    def source(text: str) -> Sequence[Hit]:
        if len(text) < SHORTEST or not desk.may(Right.LOOK):
            return ()
        views = desk.office.store.views
        rows = desk.perform(lambda: views.cases(CaseFilter(text=text), 0, FEW)) or []
        return [
            Hit(
                f"{row.number}　{row.item_name}",
                f"{row.applicant} · {word(row.stage)}",
                "cases",
                row.number,
            )
            for row in rows
        ]

    return source


@cache
def _index(names: tuple[tuple[str, str], ...]) -> SearchIndex:
    from desktop.services.packs.pinyin import reading

    keys = []
    for id, name in names:
        told = reading(name)
        keys.append(SearchKey(id, name, told.pinyin, told.initials))
    return build_index(keys)
