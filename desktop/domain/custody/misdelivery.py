"""错寄 as an act: what 个人信息保护法 57 asks to know, to do and to tell, until the papers are back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.courier.entries import Content
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import PERSONAL, Fact

ARTICLE = "个人信息保护法 第五十七条"


class DataKind(StrEnum):
    """Kinds of personal data that lay inside: 身份 联系 住址 财产 健康 未成年人 其他."""

    IDENTITY = "identity"
    CONTACT = "contact"
    ADDRESS = "address"
    PROPERTY = "property"
    HEALTH = "health"
    MINOR = "minor"
    OTHER = "other"


class Harm(StrEnum):
    """可能造成的危害: 已避免 · 轻微 · 较大."""

    AVERTED = "averted"
    SLIGHT = "slight"
    GRAVE = "grave"


class Follow(StrEnum):
    """What follows: 告知个人 报告监管部门 召回 补寄 结案."""

    TOLD = "told"
    REPORTED = "reported"
    RECALLED = "recalled"
    RESENT = "resent"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Misdelivered:
    """`to` is who has the papers, `owner` whose they are. 57: 种类 原因 危害, 补救, 减轻, 联系方式."""

    found_on: date
    kinds: tuple[DataKind, ...]
    harm: Harm
    contents: tuple[Content, ...] = ()
    contact: str = ""
    to: str = field(default="", metadata=PERSONAL)
    owner: str = field(default="", metadata=PERSONAL)
    cause: str = field(default="", metadata=PERSONAL)
    consequence: str = field(default="", metadata=PERSONAL)
    measures: str = field(default="", metadata=PERSONAL)
    relief: str = field(default="", metadata=PERSONAL)
    not_told: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class MisdeliveryFollowed:
    """A step of what follows, on a day; `resend` is the parcel that took the place of the first."""

    step: Follow
    on: date
    resend: str = ""
    note: str = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misdelivery:
    """The act and its steps, each with its day; the first of a kind stands."""

    told: Misdelivered
    clerk: str
    steps: tuple[MisdeliveryFollowed, ...] = ()

    def on(self, step: Follow) -> date | None:
        return next((one.on for one in self.steps if one.step is step), None)

    @property
    def resend(self) -> str:
        return next((one.resend for one in self.steps if one.resend), "")

    @property
    def open_steps(self) -> tuple[Follow, ...]:
        """What is left before it can be closed. Telling the persons may be left out where measures
        avert the harm effectively, and the reason says how (57(2)).
        """
        if self.on(Follow.CLOSED):
            return ()
        done = {one.step for one in self.steps}
        spared = self.told.harm is Harm.AVERTED and self.told.not_told.strip()
        wanted = [Follow.RECALLED] if spared else [Follow.TOLD, Follow.RECALLED]
        if self.told.harm is Harm.GRAVE:
            wanted.insert(0, Follow.REPORTED)
        return tuple(step for step in wanted if step not in done)


def fold(facts: Iterable[Fact]) -> Misdelivery | None:
    found: Misdelivery | None = None
    for fact in facts:
        told = fact.payload
        if isinstance(told, Misdelivered) and found is None:
            found = Misdelivery(told=told, clerk=fact.entry.clerk)
        elif isinstance(told, MisdeliveryFollowed) and found is not None:
            found = Misdelivery(told=found.told, clerk=found.clerk, steps=(*found.steps, told))
    return found


def check_misdelivered(told: Misdelivered) -> None:
    """Refuses what leaves out a thing that article 57 asks for; `missing` names it."""
    wanted = {
        "to": told.to, "owner": told.owner, "cause": told.cause, "measures": told.measures,
        "consequence": told.consequence, "relief": told.relief, "contact": told.contact,
    }  # fmt: skip
    missing = [name for name, text in wanted.items() if not text.strip()]
    if not told.kinds:
        missing.insert(0, "kinds")
    if missing:
        raise Refusal("misdelivery_incomplete", part=missing[0], article=ARTICLE)
    if told.not_told.strip() and told.harm is not Harm.AVERTED:
        raise Refusal("persons_must_be_told", article=ARTICLE)


def check_step(known: Misdelivery, told: MisdeliveryFollowed) -> None:
    """Each step once, none before the finding, closing at the very end."""
    if known.on(Follow.CLOSED) or known.on(told.step):
        raise Refusal("step_done", step=told.step)
    if told.on < known.told.found_on:
        raise Refusal("before_finding", on=told.on, found=known.told.found_on)
    if told.step is Follow.CLOSED and known.open_steps:
        raise Refusal("misdelivery_open", steps=list(known.open_steps), article=ARTICLE)
