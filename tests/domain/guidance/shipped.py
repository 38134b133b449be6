"""What ships, read once for the tests, and every way to answer an item's questions."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations, product

from desktop.domain.days.working_days import WorkCalendar
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import Question, ServiceItem
from desktop.services.days.notices import load_calendar
from desktop.services.guidance.catalogue import load
from resources import ROOT


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "catalog")


@cache
def work_calendar() -> WorkCalendar:
    return load_calendar(ROOT / "calendar")


def choices(question: Question) -> list[tuple[str, ...]]:
    if not question.multi:
        return [(option,) for option in question.options]
    sizes = range(len(question.options) + 1)
    return list(chain.from_iterable(combinations(question.options, size) for size in sizes))


def situations(item: ServiceItem) -> Iterator[Answers]:
    names = [question.id for question in item.questions]
    for chosen in product(*map(choices, item.questions)):
        yield dict(zip(names, chosen, strict=True))
