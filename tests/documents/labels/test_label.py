"""The label: codes that read, name and telephone masked, no other identity data."""

from dataclasses import replace

import pytest

from desktop.documents.labels.shown import grouped, hidden_name, hidden_phone
from desktop.documents.renderer import PdfRenderer
from desktop.domain.refusal import Refusal
from tests.documents import reading
from tests.documents.samples import LABEL

RENDERER = PdfRenderer()


def test_a_label_is_100_by_150_and_reads_back() -> None:
    pdf = RENDERER.label(LABEL)
    assert pdf == RENDERER.label(LABEL)
    assert [picture.size for picture in reading.pictures(pdf, 254)] == [(1001, 1501)]
    assert sorted(reading.codes(pdf)) == [("Code 128", LABEL.waybill), ("QR Code", LABEL.shipment)]


def test_name_and_telephone_are_masked_and_the_address_is_whole() -> None:
    told = reading.text(RENDERER.label(LABEL)).replace("\n", "")
    assert "欧阳**" in told
    assert "138******21" in told
    assert "13800000021" not in told
    assert "3 号楼 1201 室" in told
    assert "政务服务大厅 A07" in told
    assert "免费寄递（政务）" in told


def test_what_comes_masked_stays_and_halls_stay_readable() -> None:
    assert hidden_name("李*敏") == "李*敏"
    assert hidden_name("李某敏") == "李*敏"
    assert hidden_name("北京亦庄示例餐饮管理有限公司") == "北京亦庄示例餐饮管理有限公司"
    assert hidden_phone("138******21") == "138******21"


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("EE123456785CN", "EE 123 456 785 CN"),
        ("SF1234567890123", "SF 1234 5678 9012 3"),
        ("1136281381675", "1136 2813 8167 5"),
        ("K-1", "K-1"),
    ],
)
def test_numbers_are_grouped_as_people_read_them(code: str, wanted: str) -> None:
    assert grouped(code) == wanted


def test_a_long_address_and_no_waybill_yet() -> None:
    receiver = replace(LABEL.receiver, street=LABEL.receiver.street * 4)
    pdf = RENDERER.label(replace(LABEL, waybill="", receiver=receiver, goods="材料" * 60))
    assert ("Code 128", LABEL.shipment) in reading.codes(pdf)
    with pytest.raises(Refusal, match="no_glyph"):
        RENDERER.label(replace(LABEL, goods="😀"))
