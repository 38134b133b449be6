"""Whose name stands in a pasted address, where no label says so."""

from __future__ import annotations

import re

from desktop.domain.addresses.locate import locate
from desktop.domain.addresses.places import Places

BREAK = re.compile(r"[\s,;，；。|]+")
PLACE_LIKE = re.compile(
    r"[0-9]|[一二三四五六七八九十]+(?:号|栋|幢|楼|单元|室|层)|(?:路|街|巷|弄|道|胡同|小区|花园|公寓|大厦|村|镇|乡|家园|广场)"
)
FIRM = re.compile(
    "公司|中心|事务所|委员会|管理局|合作社|商店|工作室|经营部|学校|医院|[局厅院厂店部社]$"
)
HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
PERSON = re.compile(
    rf"[{HAN}]{{2,4}}|[{HAN}]{{1,10}}[·•][{HAN}·•]{{1,20}}|[A-Za-z][A-Za-z .'-]{{1,40}}"
)
POLITE = re.compile(r"\(收\)|（收）|收$|先生$|女士$|同志$")
GLUED = re.compile(rf"(?<=[号室楼层栋座元院户])([{HAN}]{{2,4}})$")
"""A name right behind the house; which of its characters belong to it cannot be known."""


def name_in(named: str, text: str, places: Places) -> tuple[str, str, bool]:
    """(name, what is left as the address, whether the name was guessed)."""
    parts = [part for part in BREAK.split(text) if part]
    if named:
        return POLITE.sub("", named).strip(), " ".join(parts), False
    for place, part in _likely(parts, places):
        rest = parts[:place] + parts[place + 1 :]
        return POLITE.sub("", part), " ".join(rest), False
    found = GLUED.search(POLITE.sub("", parts[-1])) if parts else None
    if found is None:
        return "", " ".join(parts), False
    last = POLITE.sub("", parts[-1])[: found.start()]
    return found.group(1), " ".join([*parts[:-1], last]), True


def _likely(parts: list[str], places: Places) -> list[tuple[int, str]]:
    """Parts that can be a name, ends before the middle: people write it first or last."""
    found = [
        (index, part) for index, part in enumerate(parts) if _is_name(POLITE.sub("", part), places)
    ]
    return sorted(found, key=lambda one: min(one[0], len(parts) - 1 - one[0]))


def _is_name(part: str, places: Places) -> bool:
    if not part:
        return False
    if FIRM.search(part) and not re.search("[0-9]", part):
        return not locate(part, places).place.city
    if not PERSON.fullmatch(part) or PLACE_LIKE.search(part):
        return False
    at = locate(part, places)
    return not at.place.province and not at.options
