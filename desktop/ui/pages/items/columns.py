"""Columns of the catalogue, of an item's materials, and of a pack's findings and differences."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.guidance.item import Material, ServiceItem
from desktop.domain.guidance.terms import Necessity
from desktop.domain.packs.lint import Finding, FindingLevel
from desktop.domain.packs.proposal import Proposal
from desktop.domain.packs.versions import Version
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.guidance.items import LEVELS, condition_text, finding_sentence


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in force; `version` None where it is what ships."""

    item: ServiceItem
    version: Version | None
    findings: int


@dataclass(frozen=True, slots=True)
class Told:
    """One difference in words."""

    item: str
    message: str


def _version(one: ItemRow) -> str:
    if one.version is None:
        return _("随程序提供")
    return one.version.label or _("第 {n} 版").format(n=one.version.number)


ITEMS = (
    Column(_("编号"), lambda one: one.item.id, 5),
    Column(_("名称"), lambda one: one.item.name),
    Column(_("类型"), lambda one: str(one.item.type), 7, spare=True),
    Column(
        _("状态"), lambda one: str(one.item.status), 4,
        tone=lambda one: "good" if one.item.approved else "quiet",
    ),
    Column(_("版本"), _version, 6),
    Column(_("施行"), lambda one: str(one.version.first) if one.version else "", 6, spare=True),
    Column(_("提示"), lambda one: str(one.findings or ""), 3, right=True),
)  # fmt: skip
PROPOSALS = (
    Column(_("来源"), lambda one: one.source),
    Column(_("事项"), lambda one: str(one.items), 3, right=True),
    Column(_("附属内容"), lambda one: str(one.parts), 5, right=True),
    Column(_("提交人"), lambda one: one.clerk, 4),
    Column(_("提交时间"), lambda one: one.proposed_at[:16].replace("T", " "), 9),
)
FINDINGS = (
    Column(_("级别"), lambda one: LEVELS[one.level], 3, tone=lambda one: TONES[one.level]),
    Column(_("事项"), lambda one: one.item, 4),
    Column(_("问题"), finding_sentence),
)
CHANGES = (
    Column(_("事项"), lambda one: one.item, 4),
    Column(_("差别"), lambda one: one.message),
)
TONES: dict[FindingLevel, str] = {FindingLevel.RED: "bad", FindingLevel.YELLOW: "warn"}


def materials(item: ServiceItem) -> tuple[Column, ...]:
    """Conditions are told in the words of the item's questions."""

    def when(one: Material) -> str:
        return condition_text(one.condition, item) if one.condition else _("都要")

    return (
        Column(_("材料"), lambda one: one.name),
        Column(
            _("必要性"), lambda one: str(one.necessity), 5,
            tone=lambda one: "" if one.necessity is Necessity.REQUIRED else "quiet",
        ),
        Column(_("层级"), lambda one: str(one.level or ""), 5, spare=True),
        Column(_("什么时候要"), when, 16, tone=lambda one: "" if one.condition else "quiet"),
    )  # fmt: skip


def key_of_finding(one: Finding) -> str:
    return f"{one.item}:{finding_sentence(one)}"


def key_of_proposal(one: Proposal) -> str:
    return one.id
