"""Sentences of the register: windows, states, and what is said of an application to renew."""

from __future__ import annotations

from datetime import date

from desktop.domain.guidance.item import Lead
from desktop.domain.guidance.terms import Unit
from desktop.domain.licences.entries import Renewal
from desktop.domain.licences.renewal import RenewalState
from desktop.domain.licences.rows import Watched
from desktop.wording import _
from desktop.wording.labels import label

CLOSING = "closing"
"""Open, and not for long: shown by itself beside the four states."""
GLYPHS: dict[str, str] = {
    RenewalState.EARLY: "○",
    RenewalState.OPEN: "●",
    CLOSING: "▲",
    RenewalState.LATE: "×",
    RenewalState.EXPIRED: "×",
}
ENDLESS = _("长期")
TOLD: dict[RenewalState, str] = {
    RenewalState.EARLY: _("「{name}」{number} 的延续申请期未到，{opens} 起才可以申请。"),
    RenewalState.OPEN: _("「{name}」{number} 在延续申请期内，{closes} 截止。"),
    RenewalState.LATE: _(
        "「{name}」{number} 的延续申请期已于 {closes} 截止，有效期至 {until}。请提醒申请人：逾期申请，"
        "届满前可能来不及作出决定。"
    ),
    RenewalState.EXPIRED: _("「{name}」{number} 的有效期已于 {until} 届满，一般应重新申请。"),
}


def until_text(day: date | None) -> str:
    """`2031-11-22`, or 长期."""
    return f"{day}" if day else ENDLESS


def window_text(one: Watched) -> str:
    """`2026-07-21 至 2026-11-09`; 约 where a year's notice is not out; — where nothing renews it."""
    window = one.window
    if window is None:
        return "—"
    about = _("约 ") if window.provisional else ""
    if window.opens is None:
        return about + _("至 {closes}").format(closes=window.closes)
    return about + _("{opens} 至 {closes}").format(opens=window.opens, closes=window.closes)


def sign(one: Watched, today: date) -> str:
    """What `GLYPHS` and a theme's tones know the state by; empty where there is nothing to say yet.

    A window without an opening day is open from the first day; it is told of when it matters.
    """
    if one.window is None or one.state is None:
        return ""
    if one.window.opens is None and today < one.window.shown_from:
        return ""
    return CLOSING if one.window.closing(today) else one.state.value


def state_text(one: Watched, today: date) -> str:
    """`▲ 将截止`, `× 已注销`; `✓ 有效` where nothing renews a licence in force."""
    if one.row.ended is not None:
        return f"× {label(one.row.ended)}"
    found = sign(one, today)
    if not found or one.state is None:
        until = one.row.valid_until
        return _("× 已届满") if until is not None and until < today else _("✓ 有效")
    word = _("将截止") if found == CLOSING else label(one.state)
    return f"{GLYPHS[found]} {word}"


def rule_text(rule: Renewal) -> str:
    """`届满前 90 个工作日至 15 个工作日`."""
    closes = _lead(rule.closes)
    if rule.opens is None:
        return _("届满 {closes}前").format(closes=closes) if rule.closes.value else _("届满前")
    return _("届满前 {opens}至 {closes}").format(opens=_lead(rule.opens), closes=closes)


def renewal_sentence(one: Watched) -> str:
    """What the register says of an application to renew; empty where it says nothing."""
    window, state = one.window, one.state
    if window is None or state is None:
        return ""
    return TOLD[state].format(
        name=one.row.name,
        number=one.row.number,
        opens=window.opens,
        closes=window.closes,
        until=window.valid_until,
    )


def _lead(lead: Lead) -> str:
    measure = "" if lead.unit is Unit.CALENDAR_DAY else _("个")
    return f"{lead.value} {measure}{lead.unit}"
