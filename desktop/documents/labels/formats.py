"""Measures of the labels, in points: one drawing serves both."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.documents.layout.page import MM
from desktop.domain.courier.posting import LabelSize


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`bars` is the height of the waybill's code, `town` the size of the large letters, `ends` those
    of receiver and sender, `note` that of the contents, `code` the side of the QR.
    """

    width: float
    height: float
    edge: float
    bars: float
    town: float
    ends: tuple[float, float]
    note: float
    code: float

    @property
    def left(self) -> float:
        return self.edge + 3 * MM

    @property
    def inner(self) -> float:
        return self.width - 2 * self.left


FORMATS: dict[LabelSize, Format] = {
    LabelSize.LARGE: Format(
        width=100 * MM, height=150 * MM, edge=2.5 * MM, bars=15 * MM, town=26, ends=(11.5, 9.5),
        note=9.5, code=19 * MM,
    ),
    LabelSize.SMALL: Format(
        width=76 * MM, height=130 * MM, edge=1.5 * MM, bars=12 * MM, town=20, ends=(10, 8),
        note=8, code=17 * MM,
    ),
}  # fmt: skip
