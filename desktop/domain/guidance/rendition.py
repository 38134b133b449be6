"""Which English texts an advance sheet takes along, so that a reprint says the same.

Only whole texts are rendered; where one has no translation the Chinese stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop.domain.guidance.catalogue import Source
from desktop.domain.guidance.checklist import Checklist
from desktop.domain.guidance.citation import title_of

English = Mapping[str, str]


def renditions(
    checklist: Checklist, sources: Mapping[str, Source], english: English
) -> tuple[tuple[str, str], ...]:
    """(Chinese, English) of what the catalogue says on this sheet, each once."""
    told = dict(_answers(checklist, english))
    for text in _texts(checklist, sources):
        if text in english:
            told[text] = english[text]
    return tuple(sorted(told.items()))


def _texts(checklist: Checklist, sources: Mapping[str, Source]) -> Iterator[str]:
    item = checklist.item
    yield from (item.name, str(item.type), *item.handling.procedures)
    yield from (step.name for step in item.steps)
    if item.result:
        yield item.result.name
    for line in checklist.lines:
        material = line.material
        yield from (material.name, material.type, material.form, material.source_channel)
        yield from (title_of(basis, sources) for basis in material.legal_source)


def _answers(checklist: Checklist, english: English) -> Iterator[tuple[str, str]]:
    for question in checklist.item.questions:
        if question.text in english:
            yield question.text.rstrip("？?"), english[question.text].rstrip("?")
        chosen = checklist.answers.get(question.id, ())
        if chosen and all(option in english for option in chosen):
            yield _joined("、", chosen), _joined("; ", (english[option] for option in chosen))


def _joined(mark: str, texts: Iterable[str]) -> str:
    return mark.join(texts)
