"""The label of a parcel, 100 × 150 and 76 × 130 mm.

快递条例 22 lets no identity data but name, telephone and address stand on it, and wants the contents
declared by kind, nature and quantity; how much is hidden is the label's own `masking`.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from desktop.documents.ink.blank_pdf import blank_pdf, finish
from desktop.documents.ink.lines import ellipsis, width_of, wrap
from desktop.documents.ink.pen import BLACK, RULE, STRONG, Pen, bars_width
from desktop.documents.labels.formats import FORMATS, Format
from desktop.documents.labels.shown import grouped, has_bars, where, who
from desktop.documents.layout.page import MM
from desktop.domain.courier.entries import Address
from desktop.domain.courier.posting import Label, LabelSize
from desktop.wording import _
from desktop.wording.labels import carrier_label
from desktop.wording.parcels.labelled import declared_text

MOST_LINES = 3


def waybill_label(label: Label, size: LabelSize = LabelSize.LARGE) -> bytes:
    """The label as PDF. Raises `Refusal("no_glyph", …)`."""
    form = FORMATS[size]
    target = BytesIO()
    canvas = blank_pdf(target, form.width, form.height, label.waybill or label.shipment)
    sheet = _Sheet(Pen(canvas, form.height), form, label)
    edge = form.edge
    sheet.pen.box(edge, edge, form.width - 2 * edge, form.height - 2 * edge, STRONG, BLACK)
    y = sheet.code(edge)
    y = sheet.town(y)
    y = sheet.end(_("收"), label.receiver, y, form.ends[0])
    y = sheet.end(_("寄"), label.sender, y, form.ends[1])
    sheet.contents(y)
    canvas.showPage()
    finish(canvas)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Each part draws from `y` down and answers where it ends."""

    pen: Pen
    form: Format
    label: Label

    def code(self, y: float) -> float:
        """The waybill's Code128 and its number in groups of four."""
        code, inner = self.label.waybill or self.label.shipment, self.form.inner
        taken = bars_width(code, inner)
        top = y + self.form.bars * 0.3
        if has_bars(self.label, inner):
            self.pen.bars((self.form.width - taken) / 2, top, code, self.form.bars, inner)
        text = grouped(code)
        size = min(12.0, 12.0 * inner / width_of(text, 12, True))
        base = top + self.form.bars + 5 * MM
        self.pen.text_centre(self.form.width / 2, base, text, size, True)
        return self._rule(base + 3.5 * MM)

    def town(self, y: float) -> float:
        """The town in large letters, the carrier beside it."""
        pen, left, inner, large = self.pen, self.form.left, self.form.inner, self.form.town
        city = self.label.city or self.label.receiver.city or "—"
        room = inner * 0.6
        base = y + large * 1.2
        pen.text(left, base, ellipsis(city, large, room, True), large, True)
        name = ellipsis(carrier_label(self.label.carrier), large * 0.46, inner - room - 8, True)
        pen.text_right(left + inner, base, name, large * 0.46, True)
        return self._rule(y + large * 1.74)

    def end(self, mark: str, end: Address, y: float, size: float) -> float:
        """收 or 寄: a ring with the word, name, telephone and address."""
        ring = self.form.ends[0] * 0.4 * MM
        x = self.form.left + 2.8 * ring
        room = self.form.left + self.form.inner - x
        address = where(self.label, end)
        lines = wrap(address, size, room)
        if len(lines) > MOST_LINES:
            size *= 0.8
            lines = wrap(address, size, room)
        height = max(4.1 * ring, (len(lines) + 1) * size * 1.5 + 5 * MM)
        centre = y + height / 2
        self.pen.canvas.setStrokeGray(BLACK)
        self.pen.canvas.setLineWidth(STRONG)
        self.pen.canvas.circle(self.form.left + ring, self.form.height - centre, ring)
        self.pen.text_centre(self.form.left + ring, centre + ring * 0.38, mark, ring * 1.07, True)
        at = centre - (len(lines) + 1) * size * 0.75 + size * 1.1
        self.pen.text(x, at, ellipsis(who(self.label, end), size, room, True), size, True)
        for line in lines:
            at += size * 1.5
            self.pen.text(x, at, line, size)
        return self._rule(y + height)

    def contents(self, y: float) -> None:
        """What is inside, our own number, and a QR of it."""
        pen, form, size = self.pen, self.form, self.form.note
        top = form.height - form.edge - form.code - 4 * MM
        line_height = size * 1.55
        at = y + size * 1.7
        lines = wrap(_("免费寄递（政务）　") + declared_text(self.label), size, form.inner)
        for line in lines[: max(1, int((top - at) / line_height))]:
            pen.text(form.left, at, line, size)
            at += line_height
        room = form.inner - form.code - 2 * MM
        pen.squares(form.left + form.inner - form.code, top, self.label.shipment, form.code)
        small = size * 0.85
        told = (
            _("内部编号"),
            self.label.shipment,
            _("收件人可先验视再签收"),
            _("非收件人指定的人不得代收"),
        )
        for place, text in enumerate(reversed(told)):
            base = top + form.code - place * small * 1.7
            pen.text(form.left, base, ellipsis(text, small, room), small)

    def _rule(self, y: float) -> float:
        self.pen.line(self.form.edge, y, self.form.width - self.form.edge, y, RULE, BLACK)
        return y
