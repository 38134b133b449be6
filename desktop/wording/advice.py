"""咨询: how it came, what the asker went away with, what was shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from desktop.domain.advice.entries import Answered, AskedBy, Shown
from desktop.domain.advice.tally import Tally
from desktop.wording import _

ADVICE: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    AskedBy: {
        AskedBy.COUNTER: "窗口",
        AskedBy.PHONE: "电话",
        AskedBy.ONLINE: "网上",
    },
    Answered: {
        Answered.TOLD: "当场答复",
        Answered.PRINTED: "给了办事清单",
        Answered.REFERRED: "转问主管部门",
        Answered.OPEN: "没有答上",
    },
    Shown: {
        Shown.NOTHING: "目录里没有",
        Shown.ITEM: "事项",
        Shown.THEME: "主题",
        Shown.POLICY: "政策",
    },
}


def tally_lines(found: Tally) -> Iterator[str]:
    """How many and how, then the most asked first, then what found nothing, in the clerk's words."""
    total = [_("咨询 {n} 次").format(n=found.count)]
    total += [
        f"{_(words)} {found.by[way]}" for way, words in ADVICE[AskedBy].items() if way in found.by
    ]
    total += [
        f"{_(words)} {found.answered[end]}"
        for end, words in ADVICE[Answered].items()
        if end in found.answered
    ]
    yield "　".join(total)
    yield from (f"{one.count:>5}  {one.id} {one.name}" for one in found.subjects)
    if found.nothing:
        yield _("目录里没有的：")
    yield from (f"{count:>5}  {asked}" for asked, count in found.nothing)
