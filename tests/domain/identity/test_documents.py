from datetime import date

import pytest

from desktop.domain.identity.documents import DOCUMENTS, Field, IdKind, check_document, check_name
from desktop.domain.identity.person_id import check_character
from desktop.domain.identity.verdict import Level

TODAY = date(2026, 11, 23)
RESIDENCE = "81000019900101001" + check_character("81000019900101001")
FOREIGN = "99010519900101001" + check_character("99010519900101001")


@pytest.mark.parametrize(
    ("kind", "number", "level", "code"),
    [
        (IdKind.RESIDENT_ID, "11010519491231002X", Level.OK, "person_ok"),
        (IdKind.RESIDENT_ID, RESIDENCE, Level.WARN, "document_kind_doubtful"),
        (IdKind.HK_MACAO_TAIWAN_RESIDENCE, RESIDENCE, Level.OK, "person_ok"),
        (IdKind.FOREIGN_RESIDENCE, FOREIGN, Level.OK, "person_ok"),
        (IdKind.FOREIGN_RESIDENCE, "ABC110019900101", Level.OK, "document_ok"),
        (IdKind.PASSPORT, "e1234567", Level.OK, "document_ok"),
        (IdKind.PASSPORT, "E1", Level.WARN, "document_form_unusual"),
        (IdKind.HK_MACAO_PERMIT, "H12345678", Level.OK, "document_ok"),
        (IdKind.HK_MACAO_PERMIT, "C12345678", Level.WARN, "document_form_unusual"),
        (IdKind.TAIWAN_PERMIT, "12345678", Level.OK, "document_ok"),
        (IdKind.USCC, "91110000600037341L", Level.OK, "uscc_ok"),
        (IdKind.OTHER, "任意号", Level.OK, "document_ok"),
        (IdKind.OTHER, " ", Level.ERROR, "document_empty"),
    ],
)
def test_numbers_by_kind(kind: IdKind, number: str, level: Level, code: str) -> None:
    verdict = check_document(kind, number, TODAY)
    assert (verdict.level, verdict.code) == (level, code)


def test_every_kind_has_its_fields_and_takes_anything_typed() -> None:
    for kind in IdKind:
        assert Field.NUMBER in DOCUMENTS[kind].needs
        assert check_document(kind, "x\x00？", TODAY).level in Level


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("张三", "name_ok"),
        ("䶮𠮷𬭎", "name_ok"),
        ("MARIA " * 10 + "DE LA CRUZ", "name_ok"),
        ("张3", "name_unusual"),
        ("张\x00三", "name_characters"),
        (" ", "name_empty"),
        ("长" * 201, "name_length"),
    ],
)
def test_names(name: str, code: str) -> None:
    assert check_name(name).code == code
