"""What may be claimed for a parcel that was lost, damaged or wholly late.

邮政法 47: insured, the insured value; not insured, the loss but no more than three times the
postage. Other carriers: insured as agreed, else the loss by civil law (快递暂行条例 27).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.courier.troubles.entries import NOTHING
from desktop.domain.courier.troubles.terms import Compensation
from desktop.domain.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The amount in yuan, and the article it rests on. `capped`: the loss was more."""

    amount: Decimal
    article: str
    capped: bool = False


def wanted(
    rule: Compensation, postal: bool, insured: Decimal, postage: Decimal, loss: Decimal
) -> Wanted:
    """Refuses amounts below nothing."""
    for amount in (insured, postage, loss):
        if amount < NOTHING:
            raise Refusal("amount_below_nothing", amount=amount)
    article = rule.article if postal else rule.other_article
    if insured > NOTHING:
        return Wanted(amount=insured, article=article, capped=loss > insured)
    most = postage * rule.times
    if postal and loss > most:
        return Wanted(amount=most, article=article, capped=True)
    return Wanted(amount=loss, article=article)
