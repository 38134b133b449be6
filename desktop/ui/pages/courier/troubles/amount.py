"""Amount: a field of yuan with two places."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QWidget

from desktop.domain.courier.troubles.entries import NOTHING
from desktop.domain.refusal import Refusal
from desktop.ui.widgets.fields import Field

LONGEST, WIDE = 10, 11


class Amount(Field):
    """Empty is nothing."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "0.00", parent)
        self.line.setMaxLength(LONGEST)
        self.line.setFixedWidth(self.line.fontMetrics().horizontalAdvance("0" * WIDE))

    @property
    def amount(self) -> Decimal:
        """Refuses `amount_unread` where it is no number of yuan and fen."""
        text = self.text.replace("，", "").replace(",", "")
        if not text:
            return NOTHING
        try:
            told = Decimal(text)
        except InvalidOperation:
            raise Refusal("amount_unread", text=self.text) from None
        if not told.is_finite() or told != round(told, 2):
            raise Refusal("amount_unread", text=self.text)
        return told
