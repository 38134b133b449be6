"""How much of a person stands on a label or slip, and numbers as people read them."""

from __future__ import annotations

import re

from desktop.documents.ink.patterns import DOT
from desktop.documents.ink.pen import bar_unit
from desktop.domain.courier.entries import Address
from desktop.domain.courier.posting import Label, Masking, mask_room
from desktop.domain.courier.waybill import S10
from desktop.domain.identity.masking import STAR, mask_name, mask_phone

ORGANISATION = re.compile("公司|中心|大厅|政务|委员会|管理局|.{4,}[局厅院所厂店部社]")
LETTERS_AND_DIGITS = re.compile(r"([A-Za-z]*)([0-9]{6,})")


def has_bars(label: Label, room: float) -> bool:
    """Our own number as a code only where its bars get two dots each; the QR has it in any case."""
    return bool(label.waybill) or bar_unit(label.shipment, room) >= 2 * DOT


def who(label: Label, end: Address) -> str:
    """Name and telephone, as far as the label's masking lets them be seen."""
    if label.masking is Masking.NOTHING:
        parts = (end.name, end.phone)
    else:
        parts = (hidden_name(end.name), hidden_phone(end.phone))
    return "　".join(part for part in parts if part)


def where(label: Label, end: Address) -> str:
    """The address; a person's room is hidden where the carrier has it by other means."""
    whole = end.whole
    public = ORGANISATION.search(end.name)
    return mask_room(whole) if label.masking is Masking.ROOM and not public else whole


def hidden_name(name: str) -> str:
    """A person's name masked; a hall's or a firm's is public and stays readable."""
    return name if STAR in name or ORGANISATION.search(name) else mask_name(name)


def hidden_phone(phone: str) -> str:
    """Six digits hidden; what came masked stays as it came."""
    return phone if STAR in phone else mask_phone(phone)


def grouped(code: str) -> str:
    """EE 123 456 785 CN as the post writes it, others their letters and then fours."""
    if S10.fullmatch(code):
        return " ".join((code[:2], code[2:5], code[5:8], code[8:11], code[11:]))
    found = LETTERS_AND_DIGITS.fullmatch(code)
    if not found:
        return code
    digits = found.group(2)
    fours = " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))
    return f"{found.group(1)} {fours}".strip()
