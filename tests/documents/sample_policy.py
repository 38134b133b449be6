"""What was worked out of a policy at the counter, and what cannot be worked out."""

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.policies.assess import assess
from desktop.domain.policies.eligible import Answer
from desktop.domain.policies.sheet import PolicySheet
from desktop.wording.guidance.policies import sheet_of
from tests.documents.samples import ISSUER
from tests.domain.guidance.shipped import catalogue


def told(policy: str, *texts: str, answer: Answer = Answer.YES) -> PolicySheet:
    """Every condition answered alike."""
    known = catalogue()
    asked = known.policies[policy]
    answers = {one.id: answer for one in asked.conditions}
    return sheet_of(assess(asked, answers, texts), known.sources, known.items)


SUPPORT = PaperFacts(
    kind=PaperKind.SUPPORT,
    number="KFQ-20261123-A07-C0001",
    issued_at="2026-11-23T10:21:00+08:00",
    issuer=ISSUER,
    policy=told("KC01", "0.8亿"),
)
