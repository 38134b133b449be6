"""地址簿: frequent addresses, each sealed under a key of its own that goes with it."""

from __future__ import annotations

from desktop.domain.addresses.entries import AddressKind, AddressRemoved, AddressSaved
from desktop.domain.addresses.rows import AddressRow
from desktop.domain.courier.entries import Address
from desktop.domain.days import BEIJING
from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office
from desktop.services.packs.pinyin import NO_OVERRIDES, load_readings, reading, surname_reading


def save(
    office: Office,
    clerk: Clerk,
    address: Address,
    kind: AddressKind,
    *,
    consent: bool = False,
    id: str = "",
) -> str:
    """Keep an address, or correct the one of this id; answers its id.

    Refuses `address_incomplete`, and `address_without_consent`: a person's address is kept only
    where the person agreed.
    """
    require(clerk, Right.SHIP)
    if not address.name.strip() or not address.whole.strip():
        raise Refusal("address_incomplete")
    if kind is AddressKind.APPLICANT and not consent:
        raise Refusal("address_without_consent", article="个人信息保护法 第十三条")
    told = AddressSaved(
        kind=kind, consent=consent, name=address.name.strip(), phone=address.phone.strip(),
        province=address.province, city=address.city, district=address.district,
        street=address.street.strip(), initials=_initials(office, address.name.strip(), kind),
    )  # fmt: skip
    with office.store.journal.transaction():
        entity = f"address:{id or _known(office, told) or _new(office)}"
        if id and office.store.views.address(id) is None:
            raise Refusal("unknown_address", address=id)
        office.store.journal.append([Act(entity=entity, payload=told, subject=entity)], clerk.code)
    return entity.partition(":")[2]


def remove(office: Office, clerk: Clerk, id: str, reason: str = "") -> AddressRow:
    """Out of the book, for good: what was journalled of it can be opened by nobody afterwards."""
    require(clerk, Right.SHIP)
    row = office.store.views.address(id)
    if row is None:
        raise Refusal("unknown_address", address=id)
    with office.store.journal.transaction():
        act = Act(entity=f"address:{id}", payload=AddressRemoved(reason=reason.strip()))
        office.store.journal.append([act], clerk.code)
        office.store.keeping.forget(f"address:{id}")
    return row


def search(office: Office, text: str = "", limit: int = 20) -> list[AddressRow]:
    """By name, initials, the telephone or its tail, or words of the address; by name."""
    return office.store.views.addresses(text, limit)


def _initials(office: Office, name: str, kind: AddressKind) -> str:
    """A person's surname by its own table (单 Shàn), an organisation's name as a text."""
    folder = office.resources
    own = load_readings(folder / "catalog/readings.json") if folder else NO_OVERRIDES
    read = surname_reading if kind is AddressKind.APPLICANT else reading
    return read(name, own).initials


def _known(office: Office, told: AddressSaved) -> str:
    """The same name and telephone is the same entry, corrected."""
    for row in office.store.views.addresses(told.name, 20):
        if (row.address.name, row.address.phone) == (told.name, told.phone):
            return row.id
    return ""


def _new(office: Office) -> str:
    at = office.now().astimezone(BEIJING)
    seq = office.store.journal.next_number("A", at.date())
    return f"{office.station.hall}-{at:%Y%m%d}-{office.station.device}-A{seq:04d}"
