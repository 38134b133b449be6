"""受理通知书 (许可法 32(5), last paragraph)."""

from __future__ import annotations

from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.layout.table import Pair, pairs
from desktop.documents.papers import parts
from desktop.documents.papers.fingerprint import fingerprint
from desktop.domain.cases.draft import Channel
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.tick import Check
from desktop.wording import _
from desktop.wording.papers import (
    ACCEPTED,
    ACCEPTED_BY_LAW,
    DEFERRED,
    DEFERRED_BY_LAW,
    NONE,
    SILENT_BY_LAW,
    day_of,
    day_text,
    is_licence,
    procedures_text,
    term_text,
)


def acceptance(page: Page, facts: PaperFacts) -> list[Strip]:
    """申请人, 事项·编码, 收到日·受理日, 寄递的运单, 依据, 时限, 特别程序, 收费, 材料, 容缺, 领取, 查询码.

    Where the hall was silent for too long it states since when the law accepts (32(4)), and the
    day on which that was put in writing.
    """
    later = deferred(facts)
    rows: list[Pair] = [
        *parts.applicant(facts),
        *parts.item(facts, code=True),
        *(_by_silence(facts) if _silent(facts) else _by_decision(facts, bool(later))),
        *_route(facts),
        *limits(facts),
        (_("特别程序"), procedures_text(facts.special_procedures)),
        (_("收费"), facts.fee or NONE),
    ]
    after: list[Pair] = [*later, *parts.pickup(facts), *enquiry(facts)]
    return [
        *pairs(page, rows),
        *parts.materials(page, facts, _("申请材料")),
        *parts.reasons(page, _("免交的材料及理由"), parts.spared(facts), _("免交理由")),
        blank(page.size, keep=True),
        *pairs(page, after),
    ]


def _route(facts: PaperFacts) -> list[Pair]:
    """How it came in, where that is by courier: the days count from the hall's signing."""
    return parts.received(facts) if facts.route and facts.channel is Channel.COURIER else []


def _silent(facts: PaperFacts) -> bool:
    """Silence accepts by 行政许可法 alone."""
    return facts.silent and is_licence(facts)


def _by_silence(facts: PaperFacts) -> list[Pair]:
    deemed = day_text(facts.accepted_on)
    return [
        (_("收到日"), day_of(facts.received_at), _("视为受理日"), deemed),
        (_("通知书出具日"), day_of(facts.issued_at)),
        *basis(facts, SILENT_BY_LAW.format(day=deemed), ""),
    ]


def _by_decision(facts: PaperFacts, later: bool) -> list[Pair]:
    told = (DEFERRED_BY_LAW, DEFERRED) if later else (ACCEPTED_BY_LAW, ACCEPTED)
    return [
        (_("收到日"), day_of(facts.received_at), _("受理日"), day_text(facts.accepted_on)),
        *basis(facts, *told),
    ]


def basis(facts: PaperFacts, by_law: str, otherwise: str) -> list[Pair]:
    """The decision with its article, which is 行政许可法's for 行政许可 alone."""
    told = by_law if is_licence(facts) else otherwise
    if not is_licence(facts) and facts.legal_basis:
        told += "\n" + _("设定依据：{basis}").format(basis="；".join(facts.legal_basis))
    return [(_("依据"), told)]


def limits(facts: PaperFacts) -> list[Pair]:
    """法定 and 承诺 limit; a promise is printed only where the item is 已核定."""
    rows: list[Pair] = [(_("法定时限"), term_text(facts.statutory))]
    if facts.item_approved and facts.promised.value is not None:
        rows.append((_("承诺时限"), term_text(facts.promised)))
    return rows


def deferred(facts: PaperFacts) -> list[Pair]:
    """容缺: which materials may follow, until when."""
    names = "、".join(line.name for line in facts.lines if line.tick.check is Check.PENDING)
    if not names:
        return []
    until = _("\n承诺补交期限：{day}").format(day=day_text(facts.by)) if facts.by else ""
    return [(_("容缺后补"), names + until)]


def enquiry(facts: PaperFacts) -> list[Pair]:
    """查询码·联系人: who was named for the case, else who issues the paper (找一人)."""
    issuer = facts.issuer
    who = facts.contact or "　".join(part for part in (issuer.clerk, issuer.phone) if part)
    return [(_("查询码"), fingerprint(facts).upper(), _("联系人"), who)]
