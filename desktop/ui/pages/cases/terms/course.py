"""办理: what was reviewed, asked, suspended, decided, made and delivered, in order; to be read only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.domain.days import BEIJING
from desktop.domain.handling import changes
from desktop.domain.handling import entries as told_of
from desktop.domain.trust.entry import Fact
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.acts import act_name, detail
from desktop.wording.handling.acts import amount
from desktop.wording.labels import label as word

TONES: dict[told_of.Conclusion, tuple[str, str]] = {
    told_of.Conclusion.PASSED: ("✓", "good"),
    told_of.Conclusion.CONDITIONAL: ("▲", "warn"),
    told_of.Conclusion.FAILED: ("×", "bad"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line: `conclusion` what came of it, `persons` who did it, `text` what was written."""

    key: str
    day: str
    name: str
    conclusion: str
    tone: str
    persons: str
    text: str
    whole: str


Said = tuple[str, str, str, str]
"""Conclusion, tone, persons, text; persons empty for the clerk who entered it."""

COLUMNS: tuple[Column, ...] = (
    Column(_("日期"), lambda step: step.day, 6),
    Column(_("环节"), lambda step: step.name, 9),
    Column(_("结论"), lambda step: step.conclusion, 8, tone=lambda step: step.tone),
    Column(_("人员"), lambda step: step.persons, 8, spare=True),
    Column(_("摘要"), lambda step: step.text),
)


def steps(facts: Iterable[Fact]) -> tuple[Step, ...]:
    """The lines of a case's own entries. A revoked acceptance takes none of them away."""
    return tuple(step for fact in facts if (step := _step(fact)) is not None)


def key_of_step(step: Step) -> str:
    """A line is found again by its entry."""
    return step.key


def _step(fact: Fact) -> Step | None:
    payload = fact.payload
    said = _of_review(payload) or _of_term(payload) or _of_end(payload) or _of_turn(payload)
    if said is None:
        return None
    conclusion, tone, persons, text = said
    name = payload.step if isinstance(payload, told_of.Reviewed) else act_name(fact.entry.kind)
    sentence = f"{act_name(fact.entry.kind)}：{detail(payload)}"
    return Step(
        key=fact.entry.id,
        day=f"{fact.happened_at.astimezone(BEIJING):%Y-%m-%d}",
        name=name,
        conclusion=conclusion,
        tone=tone,
        persons=persons or fact.entry.clerk,
        text=text,
        whole=sentence if text in sentence else f"{sentence}\n{text}",
    )


def _of_review(payload: Any) -> Said | None:
    match payload:
        case told_of.Reviewed():
            return *_concluded(payload.conclusion), "、".join(payload.persons), payload.opinion
        case told_of.TechnicalRequested():
            return _("已委托"), "info", payload.to, payload.subject
        case told_of.TechnicalGiven():
            return *_concluded(payload.conclusion), "", payload.opinion
    return None


def _of_term(payload: Any) -> Said | None:
    match payload:
        case told_of.ProcedureStarted():
            return str(payload.procedure), "info", "", payload.reason
        case told_of.ProcedureEnded():
            return _("恢复计时"), "info", "", payload.result
        case told_of.Extended():
            return (
                _("延长 {by}").format(by=amount(payload.by)),
                "",
                payload.approver,
                payload.reason,
            )
        case told_of.OverdueExplained():
            return word(payload.clock), "bad", "", payload.reason
    return None


def _of_end(payload: Any) -> Said | None:
    match payload:
        case told_of.Decided():
            good = payload.granted
            signed = _("经办 {handler}，签发 {signer}").format(
                handler=payload.handler, signer=payload.signer
            )
            conclusion = _("✓ 准予") if good else _("× 不予")
            reasons = payload.reasons or payload.conditions or payload.article
            return conclusion, "good" if good else "bad", signed, reasons
        case told_of.Produced():
            return payload.number, "", "", payload.name
        case told_of.Delivered():
            return word(payload.way), "good", word(payload.relation), "、".join(payload.papers)
    return None


def _of_turn(payload: Any) -> Said | None:
    match payload:
        case changes.Terminated():
            return word(payload.ground), "bad", "", payload.reason
        case changes.AcceptanceRevoked():
            return _("恢复到已收件"), "warn", "", payload.reason
        case changes.Transferred():
            return payload.to_case or payload.organ, "warn", "", payload.reason
        case changes.Reissued():
            return word(payload.ground), "", "", payload.reason
    return None


def _concluded(conclusion: told_of.Conclusion) -> tuple[str, str]:
    glyph, tone = TONES[conclusion]
    return f"{glyph} {word(conclusion)}", tone
