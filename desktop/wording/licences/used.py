"""The e-licence that spared a material, in one line: on its row, on the applicant's paper."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.days import BEIJING
from desktop.domain.licences.sparing import UsedLicence
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.licences.fetching import source_name
from desktop.wording.licences.register import until_text


def used_text(one: UsedLicence) -> str:
    """`电子证照 · 2026-11-23 调取 · 有效至 2031-11-22 · 某局`; 待核 where nobody answered."""
    day = _day(one.fetched_at)
    if one.unverified:
        why = label(one.why) if one.why else ""
        told = _("{day} 查询未答复（{why}），依法免交，先收件，之后再核")
        return told.format(day=day, why=why)
    told = _("电子证照 · {day} 调取 · 有效至 {until} · {issuer}")
    issuer = one.issuer or source_name(one.source)
    return told.format(day=day, until=until_text(one.valid_until), issuer=issuer)


def receipt_text(one: UsedLicence) -> str:
    """The same for the applicant's own paper, with the number masked."""
    if one.unverified:
        return _("电子证照，免交·待核")
    number = _("，{number}").format(number=one.number) if one.number else ""
    return _("电子证照{number}，{day} 调取").format(number=number, day=_day(one.fetched_at))


def _day(at: datetime | None) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d}" if at else ""
