"""Labels: what is declared, what is hidden, and no number of a document."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.courier.carriers import ContentKind
from desktop.domain.courier.entries import Address, Content
from desktop.domain.courier.posting import (
    Declared,
    Label,
    LabelField,
    check_fields,
    declared,
    identity_in,
    mask_room,
)
from desktop.domain.refusal import Refusal
from desktop.wording.refusals import sentence

TODAY = date(2026, 11, 23)
ID = "11010519491231002X"
PLAIN = Label(
    shipment="K1", waybill="", carrier="ems", city="北京市", pieces=1, goods="证照文件",
    sender=Address(name="政务大厅", phone="010-55550000", street="荣华中路10号"),
    receiver=Address(name="李晓敏", phone="13800138021", street="荣华中路12号2单元502室"),
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        ID, ID.lower(), f"身份证{ID}收", "110105 19491231 002X", "110105-19491231-002X",
        "１１０１０５１９４９１２３１００２Ｘ", "110105194912310021", "110105491231002", "护照E12345678",
        "H12345678", "证件:110105194912310000",
    ],
)  # fmt: skip
def test_what_looks_like_an_identity_number_is_seen(text: str) -> None:
    assert identity_in(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "13800138021", "010-55550000转1234", "EA123456785CN", "SF1234567890123", "1136281381675",
        "JY11101150012345", "KFQ-20261123-A07-K0001", "荣华中路10号院3号楼2单元502室", "",
        "91110302MA0000000X", "110302012345678", "邮编100176",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not identity_in(text, TODAY)


@pytest.mark.parametrize(
    ("label", "where"),
    [
        (replace(PLAIN, goods=f"身份证 {ID}"), LabelField.GOODS),
        (replace(PLAIN, receiver=replace(PLAIN.receiver, name=ID)), LabelField.RECEIVER_NAME),
        (replace(PLAIN, receiver=replace(PLAIN.receiver, phone=ID)), LabelField.RECEIVER_NAME),
        (
            replace(PLAIN, receiver=replace(PLAIN.receiver, street=f"路1号{ID}")),
            LabelField.RECEIVER_ADDRESS,
        ),
        (replace(PLAIN, sender=replace(PLAIN.sender, name=ID)), LabelField.SENDER_NAME),
        (replace(PLAIN, sender=replace(PLAIN.sender, city=ID)), LabelField.SENDER_ADDRESS),
        (
            replace(
                PLAIN, contents=(Content(case="", kind=ContentKind.MATERIAL, key="x", name=ID),)
            ),
            LabelField.CONTENT,
        ),
    ],
)
def test_no_field_gets_one_onto_a_label(label: Label, where: LabelField) -> None:
    check_fields(PLAIN, TODAY)
    with pytest.raises(Refusal, match="identity_on_label") as caught:
        check_fields(label, TODAY)
    assert caught.value.data["where"] is where
    assert "证件号码" in sentence(caught.value)
    assert ID not in sentence(caught.value)


@pytest.mark.parametrize(
    ("address", "hidden"),
    [
        ("荣华中路10号院3号楼2单元502室", "荣华中路10号院3号楼***"),
        ("荣华中路10号3号楼502室", "荣华中路10号3号楼***"),
        ("荣华中路10号A座1201", "荣华中路10号A座***"),
        ("幸福里小区5栋3单元", "幸福里小区5栋***"),
        ("荣华中路10号二层203房", "荣华中路10号二层***"),
        ("荣华中路10号", "荣华中路10号"),
        ("中山路1024号", "中山路1024号"),
    ],
)
def test_unit_and_room_are_hidden_and_the_way_there_stays(address: str, hidden: str) -> None:
    assert mask_room(address) == hidden


def test_contents_are_declared_by_kind_with_copies_and_originals() -> None:
    line = Content(case="1", kind=ContentKind.MATERIAL, key="a", name="申请书", copies=2)
    lines = (line, replace(line, original=True, copies=1), replace(line, kind=ContentKind.LICENCE))
    assert declared(lines) == (
        Declared(ContentKind.MATERIAL, 3, 1),
        Declared(ContentKind.LICENCE, 2, 0),
    )
    assert declared(()) == ()
