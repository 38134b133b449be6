"""送达回证: what was served on whom, how, when, and what went home (许可法 44)."""

from __future__ import annotations

from desktop.documents.layout.cells import Choices
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip
from desktop.documents.layout.table import Pair, pairs
from desktop.documents.papers import parts
from desktop.documents.papers.handling import rows
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.handling.course import Course
from desktop.domain.handling.entries import Delivered, DeliveryWay
from desktop.wording import _
from desktop.wording.handling.papers import collector_text, mandate_text, serve_by, signed_for
from desktop.wording.labels import label
from desktop.wording.papers import NONE, day_text, is_licence, party_text


def delivery(page: Page, facts: PaperFacts) -> list[Strip]:
    """文书·文号, 受送达人, 方式, 地点, 到达, 收件人, 委托, 退还, 代收或拒收, 送达人, 运单, 期限."""
    course = rows.course(facts)
    told = rows.last(facts, course.delivered)
    ways = Choices(tuple((told.way is way, label(way)) for way in DeliveryWay))
    mandate, waybill = mandate_text(told, facts), signed_for(told)
    lines: list[Pair] = [
        (_("送达的文书"), "\n".join(_papers(told, course))),
        (_("受送达人"), party_text(facts.applicant)),
        *parts.item(facts),
        (_("送达方式"), ways),
        *_place(facts, told),
        (_("送达日"), day_text(told.delivered_on)),
        *([(_("运单签收"), waybill)] if waybill else []),
        (_("收件人"), collector_text(told)),
        *([(_("委托"), mandate)] if mandate else []),
        *_returned(facts, told),
        (_("代收、拒收理由"), told.note or NONE),
        (_("送达人"), facts.issuer.clerk),
    ]
    if course.delivery.due:
        lines.append((_("送达期限"), serve_by(course.delivery, is_licence(facts))))
    return pairs(page, lines)


def _papers(told: Delivered, course: Course) -> list[str]:
    """文书名·文号: the result with the number it was given."""
    made = course.produced
    return [
        f"{name}　{made.number}" if made and name == made.name else name for name in told.papers
    ]


def _place(facts: PaperFacts, told: Delivered) -> list[Pair]:
    """Where it arrived: at the counter the hall itself."""
    hall = "　".join(part for part in (facts.issuer.hall, facts.issuer.window) if part)
    place = told.place or (hall if told.way is DeliveryWay.COUNTER else "")
    return [(_("送达地点"), place)] if place else []


def _returned(facts: PaperFacts, told: Delivered) -> list[Pair]:
    """退还原件·页."""
    names = parts.names(facts, told.returned)
    pages = _("　共 {n} 页").format(n=told.pages) if told.pages else ""
    return [(_("退还原件"), names + pages if names else NONE)]
