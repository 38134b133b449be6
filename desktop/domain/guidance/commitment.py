"""告知承诺: how an item offers it, and whether a situation goes by it (北京市优化营商环境条例 33).

An item whose own question offers it is chosen by the answer; one that is open to it without such a
question, by the clerk's word for the applicant. 部分情形 without a question offers nothing: which
situations those are nobody has said. High-risk matters (国家安全, 公共安全, 生命健康 …) are excluded by
the pack, which then says 否.
"""

from __future__ import annotations

from desktop.domain.guidance.condition import Answers
from desktop.domain.guidance.item import Question, ServiceItem
from desktop.domain.guidance.terms import CommitmentScope

WAY = "告知承诺"
"""How packs begin the option that chooses it."""


def mode(item: ServiceItem) -> tuple[Question, str, str] | None:
    """The question that asks for the way, its answer for 告知承诺 and the one for the normal way."""
    if item.notice_commitment.value not in (CommitmentScope.YES, CommitmentScope.PARTLY):
        return None
    for question in item.questions:
        ways = [option for option in question.options if option.startswith(WAY)]
        others = [option for option in question.options if option not in ways]
        if ways and others:
            return question, ways[0], others[0]
    return None


def offered(item: ServiceItem) -> bool:
    """Whether the clerk may choose it where no question of the item does."""
    return item.notice_commitment.value is CommitmentScope.YES and mode(item) is None


def chosen(item: ServiceItem, answers: Answers, said: bool) -> bool:
    """Whether this situation goes by it; `answers` with defaults, `said` the clerk's choice."""
    found = mode(item)
    if found is None:
        return said and offered(item)
    question, way, _normal = found
    return way in answers.get(question.id, ())
