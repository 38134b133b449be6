"""寄件回执 on paper of 80 mm, for the applicant: what was posted, by whom, and how to ask for it.

As long as what it says. 72 mm are printed, as thermal printers of this width do.
"""

from __future__ import annotations

from io import BytesIO

from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.lines import width_of, wrap
from desktop.documents.ink.pen import BLACK, RULE, Pen, bars_width
from desktop.documents.labels.shown import grouped, has_bars, hidden_name, hidden_phone
from desktop.documents.layout.page import MM
from desktop.documents.papers.fingerprint import code_text, mark_of
from desktop.domain.courier.posting import Label
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.papers import moment_text
from desktop.wording.parcels.labelled import declared_text

WIDTH, LEFT = 80 * MM, 4 * MM
INNER = WIDTH - 2 * LEFT
SIZE, LINE = 9.0, 14.0
NAME = 44.0
CODE = 26 * MM
BARS = 13 * MM


def posting_slip(label: Label) -> bytes:
    """The slip as PDF. Raises `Refusal("no_glyph", …)`."""
    rows = [(name, wrap(text, SIZE, INNER - NAME)) for name, text in _facts(label) if text]
    length = 44 * MM + sum(len(lines) for _name, lines in rows) * LINE + CODE + 7 * MM
    target = BytesIO()
    canvas = blank_pdf(target, WIDTH, length, label.waybill or label.shipment)
    pen = Pen(canvas, length)
    y = _head(pen, label)
    for name, lines in rows:
        pen.text(LEFT, y, name, SIZE)
        for line in lines:
            pen.text(LEFT + NAME, y, line, SIZE)
            y += LINE
    _foot(pen, label, y)
    canvas.showPage()
    finish(canvas)
    return target.getvalue()


def _head(pen: Pen, label: Label) -> float:
    """Title, the waybill's code and its number; answers the first baseline below."""
    pen.text_centre(WIDTH / 2, 8 * MM, _("寄件回执"), 15, True)
    pen.text_centre(WIDTH / 2, 13 * MM, _("免费寄递，申请人不付费"), SIZE)
    code = label.waybill or label.shipment
    if has_bars(label, INNER):
        pen.bars((WIDTH - bars_width(code, INNER)) / 2, 16 * MM, code, BARS, INNER)
    text = grouped(code)
    size = min(11.0, 11.0 * INNER / width_of(text, 11, True))
    pen.text_centre(WIDTH / 2, 16 * MM + BARS + 4.5 * MM, text, size, True)
    y = 16 * MM + BARS + 8 * MM
    pen.line(LEFT, y, WIDTH - LEFT, y, RULE, BLACK)
    return y + LINE


def _facts(label: Label) -> list[tuple[str, str]]:
    """Receiver and sender masked, without street: whoever finds the slip learns no more."""
    receiver, sender = label.receiver, label.sender
    town = "".join(dict.fromkeys((receiver.province, receiver.city, receiver.district)))
    weight = _("{n} 克").format(n=label.weight) if label.weight else ""
    return [
        (_("编号"), label.shipment),
        (_("承运人"), carrier_label(label.carrier)),
        (_("交寄"), moment_text(label.created_at) if label.created_at else ""),
        (_("寄件人"), hidden_name(sender.name)),
        (_("收件人"), f"{hidden_name(receiver.name)} {hidden_phone(receiver.phone)}".strip()),
        (_("寄往"), town),
        (_("内件"), declared_text(label)),
        (_("重量"), weight),
        (_("问询"), label.hall_phone),
    ]


def _foot(pen: Pen, label: Label, y: float) -> None:
    """The QR with number and hash, and what it is for."""
    pen.line(LEFT, y - LINE * 0.6, WIDTH - LEFT, y - LINE * 0.6, RULE, BLACK)
    top = y + 1 * MM
    pen.squares(LEFT, top, code_text(label.shipment, mark_of(label), label.enquiry), CODE)
    scan = _("扫码查进度。") if label.enquiry else _("凭编号和手机尾号可到大厅查进度。")
    told = scan + _("快件丢失、损毁请凭此回执告诉大厅，由大厅查询、索赔。")
    at = top + SIZE
    for line in wrap(told, SIZE, INNER - CODE - 3 * MM):
        pen.text(LEFT + CODE + 3 * MM, at, line, SIZE)
        at += LINE
