"""What may stand on a label: how much is hidden, what is declared, and never a document's number.

快递条例 22: kind, nature and quantity of the contents are declared; no other identity data than
name, address and telephone. GB/T 41833-2022: a Hanzi of the name, six digits of the telephone and
the unit or room are hidden where the carrier has them in full by other means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.courier.carriers import ContentKind
from desktop.domain.courier.entries import Address, Content
from desktop.domain.identity.person_id import check_person_id
from desktop.domain.identity.verdict import Level, normal
from desktop.domain.refusal import Refusal

NUMBER = re.compile(r"(?<![0-9A-Z])[0-9](?:[ -]?[0-9]){13,16}[ -]?[0-9X](?![0-9A-Z])")
OTHER = re.compile(r"(?<![0-9A-Z])(?:[HM][0-9]{8}|[DEGPS][A-Z]?[0-9]{7,8})(?![0-9A-Z])")
"""Permits of Hong Kong and Macao, passports."""
ROOM = re.compile(
    r"(?:[0-9A-Za-z一二三四五六七八九十百]+\s*(?:单元|门))?\s*[0-9A-Za-z一二三四五六七八九十百-]+\s*(?:室|户|房间|房)"
    r"|[0-9A-Za-z一二三四五六七八九十]+\s*单元(?:\s*[0-9A-Za-z-]+)?"
    r"|(?<=[号楼栋幢座层])\s*[0-9]{3,4}[A-Za-z]?(?![0-9号])"
)
STARS = "***"


class Masking(StrEnum):
    """NOTHING: who delivers has the label alone. PERSON: name and telephone. ROOM: the unit and
    room as well, where the order went to the carrier electronically.
    """

    NOTHING = "nothing"
    PERSON = "person"
    ROOM = "room"


class LabelSize(StrEnum):
    """100 × 150 mm and 76 × 130 mm labels, the receipt of posting on paper of 80 mm."""

    LARGE = "100x150"
    SMALL = "76x130"
    SLIP = "slip80"


class PrintFormat(StrEnum):
    """PDF, a picture of 203 dpi, and what thermal printers take."""

    PDF = "pdf"
    PNG = "png"
    ESCPOS = "escpos"
    TSPL = "tspl"


class LabelField(StrEnum):
    """Where on a label something stands."""

    SENDER_NAME = "sender_name"
    SENDER_ADDRESS = "sender_address"
    RECEIVER_NAME = "receiver_name"
    RECEIVER_ADDRESS = "receiver_address"
    GOODS = "goods"
    CONTENT = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One line of a hand-over sheet. `receiver` is masked, weight in grams, 0 unknown."""

    shipment: str
    waybill: str
    receiver: str
    city: str
    contents: tuple[Content, ...]
    bag: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label or slip of any size: no ID number; `masking` says how much of the rest is hidden.

    `created_at` as ISO text, `weight` in grams, `enquiry` the address that an applicant's QR leads to.
    """

    shipment: str
    waybill: str
    carrier: str
    city: str
    sender: Address
    receiver: Address
    pieces: int
    goods: str
    contents: tuple[Content, ...] = ()
    weight: int = 0
    created_at: str = ""
    masking: Masking = Masking.PERSON
    enquiry: str = ""
    hall_phone: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """内件 of one kind: copies in all, and how many of the lines are originals."""

    kind: ContentKind
    copies: int
    originals: int


def declared(contents: Iterable[Content]) -> tuple[Declared, ...]:
    """The contents by kind, in the order they first come."""
    copies: Counter[ContentKind] = Counter()
    originals: Counter[ContentKind] = Counter()
    for line in contents:
        copies[line.kind] += max(1, line.copies)
        originals[line.kind] += line.copies if line.original else 0
    return tuple(Declared(kind, count, originals[kind]) for kind, count in copies.items())


def mask_room(address: str) -> str:
    """The address with unit and room hidden; house and building stay, for the way there."""
    return ROOM.sub(STARS, address)


def check_fields(label: Label, today: date) -> None:
    """Refuses `identity_on_label` with the first field that holds what looks like the number of a
    document. Telephones are looked at too, for a number may have been typed there.
    """
    for where, text in _fields(label):
        if identity_in(text, today):
            raise Refusal("identity_on_label", where=where, shipment=label.shipment)


def identity_in(text: str, today: date) -> bool:
    """Whether an 18-digit number with a birth or a check that agrees, an old one of fifteen digits,
    a passport's or a permit's stands in the text.
    """
    plain = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text).upper()
    return any(_personal(found.group(), today) for found in NUMBER.finditer(plain)) or bool(
        OTHER.search(plain)
    )


def _personal(number: str, today: date) -> bool:
    value = normal(number)
    if len(value) == 15:
        return value.isdigit() and _is_day("19" + value[6:12])
    if len(value) != 18:
        return False
    return check_person_id(value, today).level is not Level.ERROR or _is_day(value[6:14])


def _is_day(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return text[:2] in {"19", "20"}


def _fields(label: Label) -> Iterator[tuple[LabelField, str]]:
    yield from _end(label.sender, LabelField.SENDER_NAME, LabelField.SENDER_ADDRESS)
    yield from _end(label.receiver, LabelField.RECEIVER_NAME, LabelField.RECEIVER_ADDRESS)
    yield LabelField.GOODS, label.goods
    for line in label.contents:
        yield LabelField.CONTENT, line.name


def _end(end: Address, name: LabelField, address: LabelField) -> Iterator[tuple[LabelField, str]]:
    yield name, f"{end.name}\n{end.phone}"
    yield address, end.whole
