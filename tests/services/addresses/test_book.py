"""The address book: found by what people say, and gone when it is removed."""

from dataclasses import replace

import pytest

from desktop.domain.addresses.entries import AddressKind
from desktop.domain.courier.entries import Address
from desktop.domain.refusal import Refusal
from desktop.services.addresses import book
from desktop.services.office import Office
from tests.offices import CLERK

FIRM = Address(name="经开一窗科技有限公司", phone="010-55550000", province="北京市", city="北京市",
               district="大兴区", street="荣华中路10号")  # fmt: skip
PERSON = replace(FIRM, name="单小䶮", phone="13800138021", street="地盛北街1号2室")


def kept(office: Office) -> str:
    return book.save(office, CLERK, FIRM, AddressKind.ENTERPRISE)


@pytest.mark.parametrize(
    "text", ["", "一窗", "JKYC", "jky", "0000", "010", "荣华", "大兴 ", "经开一窗科技"]
)
def test_it_is_found_by_the_beginning_of_a_word(office: Office, text: str) -> None:
    id = kept(office)
    found = book.search(office, text)
    assert [(row.id, row.kind, row.address) for row in found] == [
        (id, AddressKind.ENTERPRISE, FIRM)
    ]


def test_what_does_not_begin_a_word_is_not_found(office: Office) -> None:
    kept(office)
    assert book.search(office, "yckj") == []
    assert book.search(office, "999") == []


def test_the_same_name_and_telephone_is_the_same_address_corrected(office: Office) -> None:
    first = kept(office)
    again = book.save(office, CLERK, replace(FIRM, street="地盛北街1号"), AddressKind.ENTERPRISE)
    assert again == first
    assert [row.address.street for row in book.search(office)] == ["地盛北街1号"]
    other = book.save(office, CLERK, replace(FIRM, phone=""), AddressKind.ORGAN)
    assert other != first
    changed = book.save(office, CLERK, FIRM, AddressKind.ORGAN, id=other)
    assert changed == other


def test_a_person_is_asked_first(office: Office) -> None:
    with pytest.raises(Refusal, match="address_without_consent"):
        book.save(office, CLERK, PERSON, AddressKind.APPLICANT)
    assert book.search(office) == []
    book.save(office, CLERK, PERSON, AddressKind.APPLICANT, consent=True)
    assert [row.address.name for row in book.search(office, "sx")] == ["单小䶮"]


def test_what_is_removed_can_be_opened_by_nobody(office: Office) -> None:
    id = book.save(office, CLERK, PERSON, AddressKind.APPLICANT, consent=True)
    book.remove(office, CLERK, id, "本人要求")
    assert book.search(office) == []
    facts = office.store.journal.facts(f"address:{id}")
    assert [fact.payload.name for fact in facts if hasattr(fact.payload, "name")] == [""]
    assert facts[0].purged
    assert office.store.keeping.verify().ok
    office.store.keeping.rebuild()
    assert book.search(office) == []
    with pytest.raises(Refusal, match="unknown_address"):
        book.remove(office, CLERK, id)


@pytest.mark.parametrize(
    "change", [{"name": " "}, {"street": "", "city": "", "district": "", "province": ""}]
)
def test_half_an_address_is_not_kept(office: Office, change: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="address_incomplete"):
        book.save(office, CLERK, replace(FIRM, **change), AddressKind.ENTERPRISE)
