"""What thermal printers get: read back from their own language, codes and all, at 203 dpi."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageOps

from desktop.documents.raster.dots import Dots, dots
from desktop.documents.renderer import PdfRenderer
from desktop.domain.courier.carriers import ContentKind
from desktop.domain.courier.entries import Address, Content
from desktop.domain.courier.posting import LabelSize, Masking, PrintFormat
from tests.documents import reading
from tests.documents.samples import LABEL

RENDERER = PdfRenderer()
RARE = Address(
    name="䶮𠮷𬭎", phone="13800138021", province="北京市", city="北京市", district="大兴区",
    street="荣华中路10号院3号楼2单元502室",
)  # fmt: skip
INSIDE = (
    Content(case="1", kind=ContentKind.LICENCE, key="a", name="食品经营许可证"),
    Content(case="1", kind=ContentKind.RETURNED, key="b", name="房产证", copies=2, original=True),
)
FULL = replace(
    LABEL, receiver=RARE, contents=INSIDE, weight=320, created_at="2026-11-24T16:05+08:00",
    hall_phone="010-55550000",
)  # fmt: skip
MILLIMETRES = {LabelSize.LARGE: (100, 150), LabelSize.SMALL: (76, 130)}


def picture(width: int, height: int, rows: bytes) -> Image.Image:
    """Dots as a picture: black is 1."""
    return ImageOps.invert(Image.frombytes("1", (width, height), rows).convert("L"))


def codes(told: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(told)}


def from_escpos(told: bytes) -> Image.Image:
    """The bands of GS v 0 put together again; whatever else stands between must be known."""
    assert told.startswith(b"\x1b@")
    at, rows, stride = 2, b"", 0
    while told[at : at + 4] == b"\x1dv0\x00":
        stride = int.from_bytes(told[at + 4 : at + 6], "little")
        count = int.from_bytes(told[at + 6 : at + 8], "little")
        assert count <= 256
        rows += told[at + 8 : at + 8 + stride * count]
        at += 8 + stride * count
    assert told[at:] == b"\x1bd\x03\x1dVB\x00"
    return picture(stride * 8, len(rows) // stride, rows)


def from_tspl(told: bytes) -> tuple[bytes, Image.Image]:
    """The head, and the bitmap in which 0 is black."""
    found = re.search(rb"BITMAP 0,0,(\d+),(\d+),0,", told)
    assert found
    stride, height = int(found[1]), int(found[2])
    rows = told[found.end() : found.end() + stride * height]
    assert told[found.end() + stride * height :] == b"\r\nPRINT 1,1\r\n"
    return told[: found.start()], picture(stride * 8, height, bytes(b ^ 0xFF for b in rows))


@pytest.mark.parametrize("size", LabelSize)
def test_the_codes_read_back_from_every_language(size: LabelSize) -> None:
    pdf = RENDERER.label(FULL, size)
    wanted = {FULL.waybill}
    for told in (
        from_escpos(RENDERER.dots(pdf, PrintFormat.ESCPOS)),
        from_tspl(RENDERER.dots(pdf, PrintFormat.TSPL))[1],
        Image.open(BytesIO(RENDERER.dots(pdf, PrintFormat.PNG))).convert("L"),
    ):
        found = codes(told)
        assert wanted < found
        assert any(FULL.shipment in one for one in found - wanted)
    assert RENDERER.dots(pdf, PrintFormat.PDF) == pdf


@pytest.mark.parametrize("size", MILLIMETRES)
def test_a_label_has_its_size(size: LabelSize) -> None:
    pdf = RENDERER.label(FULL, size)
    wide, tall = MILLIMETRES[size]
    (page,) = dots(pdf)
    assert (page.width, page.height) == pytest.approx((wide / 25.4 * 203, tall / 25.4 * 203), abs=1)
    head, _picture = from_tspl(RENDERER.dots(pdf, PrintFormat.TSPL))
    numbers = [float(one) for one in re.findall(rb"SIZE ([\d.]+) mm,([\d.]+) mm", head)[0]]
    assert numbers == pytest.approx([wide, tall], abs=0.2)


def test_a_slip_fits_the_head_of_its_printer_and_loses_nothing() -> None:
    (page,) = dots(RENDERER.label(FULL, LabelSize.SLIP))
    cut = page.cropped(576)
    assert cut.width == 576
    assert sum(byte.bit_count() for byte in cut.rows) == sum(b.bit_count() for b in page.rows)
    assert cut.cropped(600) is cut


def test_rare_characters_stay_in_the_picture() -> None:
    """Each masked or full name differs in its dots from the one with the character left out."""
    shown = replace(FULL, masking=Masking.NOTHING)
    (whole,) = dots(RENDERER.label(shown))
    for char in RARE.name:
        name = RARE.name.replace(char, "　")
        (without,) = dots(RENDERER.label(replace(shown, receiver=replace(RARE, name=name))))
        lost = ink(whole) - ink(without)
        assert lost > 150, char
    assert RARE.name in reading.text(RENDERER.label(shown)).replace("\n", "")


def test_the_middle_of_a_page_is_what_is_cropped() -> None:
    page = Dots(24, 2, bytes([0xFF, 0b10000001, 0xFF, 0, 0b01000010, 0]))
    assert page.stride == 3
    assert page.cropped(8) == Dots(8, 2, bytes([0b10000001, 0b01000010]))


def ink(page: Dots) -> int:
    return sum(byte.bit_count() for byte in page.rows)


@pytest.mark.parametrize(
    ("masking", "name", "phone", "room"),
    [
        (Masking.NOTHING, True, True, True),
        (Masking.PERSON, False, False, True),
        (Masking.ROOM, False, False, False),
    ],
)
@pytest.mark.parametrize("size", MILLIMETRES)
def test_each_masking_shows_what_it_says(
    size: LabelSize, masking: Masking, name: bool, phone: bool, room: bool
) -> None:
    told = reading.text(RENDERER.label(replace(FULL, masking=masking), size)).replace("\n", "")
    assert (RARE.name in told) is name
    assert (RARE.phone in told) is phone
    assert ("502室" in told) is room
    assert "荣华中路10号院3号楼" in told.replace(" ", "")
    assert "证照 1 份、退还原件 2 份（原件 2）" in told
    assert "无禁寄物品" in told


def test_the_slip_tells_who_finds_it_no_more_than_it_must() -> None:
    told = reading.text(RENDERER.label(replace(FULL, masking=Masking.NOTHING), LabelSize.SLIP))
    assert "寄件回执" in told
    assert "320 克" in told
    assert "2026年11月24日 16:05" in told
    for hidden in (RARE.name, RARE.phone, "荣华中路"):
        assert hidden not in told


def test_the_slips_code_leads_to_the_hall_where_it_has_an_address() -> None:
    plain = codes(reading.pictures(RENDERER.label(FULL, LabelSize.SLIP))[0]) - {FULL.waybill}
    ((number, mark),) = [one.split() for one in plain]
    assert (number, len(mark)) == (FULL.shipment, 16)
    told = replace(FULL, enquiry="https://kfq.example.cn/cha?hall=1")
    led = codes(reading.pictures(RENDERER.label(told, LabelSize.SLIP))[0]) - {FULL.waybill}
    (url,) = led
    assert url.startswith(f"https://kfq.example.cn/cha?hall=1&n={FULL.shipment}&h=")
