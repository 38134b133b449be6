"""The 100 × 150 mm label of a parcel.

快递条例 22 lets no identity data but name, telephone and address stand on it; name and telephone
are masked here as well (GB/T 41833-2022). The carrier's own list has them in full.
"""

from __future__ import annotations

import re
from io import BytesIO

from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.lines import ellipsis, width_of, wrap
from desktop.documents.ink.pen import BLACK, RULE, STRONG, Pen, bars_width
from desktop.documents.layout.page import MM
from desktop.domain.courier.entries import Address
from desktop.domain.courier.posting import Label
from desktop.domain.courier.waybill import S10
from desktop.domain.identity.masking import STAR, mask_name, mask_phone
from desktop.wording import _
from desktop.wording.labels import carrier_label

WIDTH, HEIGHT, EDGE = 100 * MM, 150 * MM, 2.5 * MM
ORGANISATION = re.compile("公司|中心|大厅|政务|委员会|管理局|.{4,}[局厅院所厂店部社]")
LETTERS_AND_DIGITS = re.compile(r"([A-Za-z]*)([0-9]{6,})")
MOST_LINES = 3
LEFT, INNER = EDGE + 4 * MM, WIDTH - 2 * (EDGE + 4 * MM)


def waybill_label(label: Label) -> bytes:
    """The label as PDF. Raises `Refusal("no_glyph", …)`."""
    target = BytesIO()
    canvas = blank_pdf(target, WIDTH, HEIGHT, label.waybill or label.shipment)
    pen = Pen(canvas, HEIGHT)
    pen.box(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE, STRONG, BLACK)
    y = _code(pen, label, EDGE)
    y = _where(pen, label, y)
    y = _end(pen, _("收"), label.receiver, y, 11.5)
    y = _end(pen, _("寄"), label.sender, y, 9.5)
    _contents(pen, label, y)
    canvas.showPage()
    finish(canvas)
    return target.getvalue()


def _code(pen: Pen, label: Label, y: float) -> float:
    """The waybill's Code128 and its number in groups of four."""
    code = label.waybill or label.shipment
    taken = bars_width(code, INNER)
    pen.bars((WIDTH - taken) / 2, y + 5 * MM, code, 15 * MM, INNER)
    text = grouped(code)
    size = min(12.0, 12.0 * INNER / width_of(text, 12, True))
    pen.text_centre(WIDTH / 2, y + 25 * MM, text, size, True)
    return _rule(pen, y + 29 * MM)


def _where(pen: Pen, label: Label, y: float) -> float:
    """The town in large letters, the carrier beside it."""
    carrier = carrier_label(label.carrier)
    city = label.city or label.receiver.city or "—"
    room = INNER * 0.6
    pen.text(LEFT, y + 11 * MM, ellipsis(city, 26, room, True), 26, True)
    name = ellipsis(carrier, 12, INNER - room - 8, True)
    pen.text_right(LEFT + INNER, y + 10.6 * MM, name, 12, True)
    return _rule(pen, y + 16 * MM)


def _end(pen: Pen, mark: str, end: Address, y: float, size: float) -> float:
    """收 or 寄: a ring with the word, name and telephone masked, the address in full."""
    address = end.street if end.city in end.street else end.city + end.street
    lines = wrap(address, size, INNER - 13 * MM)
    if len(lines) > MOST_LINES:
        size *= 0.8
        lines = wrap(address, size, INNER - 13 * MM)
    height = max(19 * MM, (len(lines) + 1) * size * 1.5 + 6 * MM)
    centre = y + height / 2
    pen.canvas.setStrokeGray(BLACK)
    pen.canvas.setLineWidth(STRONG)
    pen.canvas.circle(LEFT + 4.6 * MM, HEIGHT - centre, 4.6 * MM)
    pen.text_centre(LEFT + 4.6 * MM, centre + 5, mark, 14, True)
    at = centre - (len(lines) + 1) * size * 0.75 + size * 1.1
    x = LEFT + 13 * MM
    who = "　".join(part for part in (hidden_name(end.name), hidden_phone(end.phone)) if part)
    pen.text(x, at, ellipsis(who, size, INNER - 13 * MM, True), size, True)
    for line in lines:
        at += size * 1.5
        pen.text(x, at, line, size)
    return _rule(pen, y + height)


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


def _contents(pen: Pen, label: Label, y: float) -> None:
    """What is inside, our own number, and a QR of it."""
    goods = _("免费寄递（政务）　物品：{goods} {n} 件").format(goods=label.goods, n=label.pieces)
    side = 19 * MM
    top = HEIGHT - EDGE - side - 4 * MM
    at = y + 6 * MM
    for line in wrap(goods, 9.5, INNER)[:4]:
        pen.text(LEFT, at, line, 9.5)
        at += 5.2 * MM
    pen.text(LEFT, at, _("内部编号：{n}").format(n=label.shipment), 9.5)
    pen.squares(LEFT + INNER - side, top, label.shipment, side)
    pen.text(LEFT, top + side - 5.2 * MM, _("收件人可先验视再签收"), 8)
    pen.text(LEFT, top + side, _("非收件人指定的人不得代收"), 8)


def _rule(pen: Pen, y: float) -> float:
    pen.line(EDGE, y, WIDTH - EDGE, y, RULE, BLACK)
    return y
