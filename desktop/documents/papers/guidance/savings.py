"""本件减免: what was saved, a line per measure, with the rule and the article behind it."""

from __future__ import annotations

from desktop.documents.layout.table import Pair
from desktop.domain.cases.papers import PaperFacts
from desktop.wording import _
from desktop.wording.guidance.savings import counted_text


def saved(facts: PaperFacts) -> list[Pair]:
    """Only measures with a difference: a paper boasts of nothing. What was spared by name stands
    in the paper's own tables.
    """
    lines = [counted_text(told) for told in facts.savings if told.parts]
    return [(_("本件减免"), "\n".join(lines))] if lines else []
