"""What a scanned or typed number leads to: a case, or a batch of materials."""

from __future__ import annotations

from desktop.services.handling.turns import successor
from desktop.services.office import Office


def case_of(office: Office, text: str) -> str:
    """The case of this number, its own, a paper's, or that of a transferred case; empty where it is
    none.
    """
    number = _number_in(text)
    return successor(office, number) if office.store.views.case(number) is not None else ""


def batch_of(office: Office, text: str) -> str:
    """The batch of this number; empty where it is none."""
    number = _number_in(text)
    return number if office.store.views.batch(number) is not None else ""


def _number_in(text: str) -> str:
    """What a paper's barcode or QR begins with: the number of its case, or of a batch."""
    first = text.strip().upper().partition(" ")[0]
    return "-".join(first.split("-")[:4])
