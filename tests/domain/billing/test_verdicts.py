from itertools import product

import pytest

from desktop.domain.billing.verdicts import Compared, Seen, Verdict, verdict

S, D, U = Compared.SAME, Compared.DIFFERS, Compared.UNKNOWN
V = Verdict
TABLE = {
    (S, S): V.MATCHED,
    (S, D): V.AMOUNT_DIFFERS,
    (S, U): V.AMOUNT_DIFFERS,
    (D, S): V.WEIGHT_DIFFERS,
    (D, D): V.WEIGHT_DIFFERS,
    (D, U): V.WEIGHT_DIFFERS,
    (U, S): V.MATCHED,
    (U, D): V.AMOUNT_DIFFERS,
    (U, U): V.AMOUNT_DIFFERS,
}
"""(weight, amount) of a line that is ours, of this month and charged once."""


@pytest.mark.parametrize(("weight", "amount"), list(TABLE))
def test_figures_are_looked_at_where_the_line_belongs_here(
    weight: Compared, amount: Compared
) -> None:
    assert verdict(Seen(weight=weight, amount=amount)) is TABLE[weight, amount]


@pytest.mark.parametrize(
    ("repeated", "in_month", "ours", "found"),
    [
        (True, True, True, V.DUPLICATE),
        (True, True, False, V.DUPLICATE),
        (True, False, True, V.DUPLICATE),
        (True, False, False, V.DUPLICATE),
        (False, False, True, V.OTHER_MONTH),
        (False, False, False, V.OTHER_MONTH),
        (False, True, False, V.BILL_ONLY),
    ],
)
def test_what_does_not_belong_here_is_said_whatever_the_figures_are(
    repeated: bool, in_month: bool, ours: bool, found: Verdict
) -> None:
    for weight, amount in product(Compared, Compared):
        seen = Seen(
            repeated=repeated, in_month=in_month, ours=ours, weight=weight, amount=amount
        )  # fmt: skip
        assert verdict(seen) is found


def test_no_line_is_ours_only() -> None:
    cells = product((True, False), (True, False), (True, False), Compared, Compared)
    found = {
        verdict(Seen(repeated=r, in_month=m, ours=o, weight=w, amount=a)) for r, m, o, w, a in cells
    }
    assert found == set(Verdict) - {V.OURS_ONLY}
