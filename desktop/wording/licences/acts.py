"""What histories and logs say of licences; nothing of the holder."""

from __future__ import annotations

from desktop.domain.licences import categories, checks, consent
from desktop.domain.licences import entries as licences
from desktop.wording import _
from desktop.wording.labels import label
from desktop.wording.licences.fetching import source_name
from desktop.wording.papers import day_text

ACTS: dict[str, str] = {
    "licence.issued": _("证照入库"),
    "licence.ended": _("证照终止"),
    "licence.category_set": _("设置电子证照类别"),
    "licence.consent_given": _("同意调取证照"),
    "licence.fetched": _("调取电子证照"),
    "licence.verified": _("核实电子证照"),
    "licence.holder_checked": _("人证核验"),
}


def _issued(told: licences.LicenceIssued) -> str:
    until = _("有效期至 {day}").format(day=day_text(told.valid_until))
    parts = [
        f"{told.name} {told.number}",
        until if told.valid_until else _("长期有效"),
        told.issuer,
        told.reason,
    ]
    return "；".join(part for part in parts if part)


def _ended(told: licences.LicenceEnded) -> str:
    since = _("{day}起").format(day=day_text(told.on))
    return "；".join(part for part in (label(told.why), since, told.reason) if part)


def _category(told: categories.CategorySet) -> str:
    assumed = _("（推定）") if told.assumed else ""
    return f"{told.id} {told.name}{assumed}：{told.reason}"


def _consent(told: consent.ConsentGiven) -> str:
    return _("{how}；用途：{purpose}；证照类别 {categories}").format(
        how=label(told.how), purpose=told.purpose, categories="、".join(told.categories)
    )


def _fetched(told: consent.LicenceFetched) -> str:
    why = f"（{label(told.why)}）" if told.why else ""
    digest = f"，sha256 {told.digests[0][:16]}" if told.digests else ""
    return f"{told.category}，{source_name(told.source)}：{label(told.outcome)}{why}{digest}"


def _verified(told: checks.LicenceVerified) -> str:
    more = told.standing if told.finding is checks.Finding.NOT_GOOD else told.why
    return f"{told.category}：{label(told.finding)}" + (f"（{label(more)}）" if more else "")


def _holder(told: consent.HolderChecked) -> str:
    device = _("，设备 {device}").format(device=told.device) if told.device else ""
    return label(told.result) + device


SENTENCES = (_issued, _ended, _category, _consent, _fetched, _verified, _holder)
