"""`policy`: the list, one policy with its conditions, or what its formula gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import click

from desktop.cli.answer import answer
from desktop.cli.parameters import AMOUNT, DAY
from desktop.domain.guidance.citation import cite_all
from desktop.domain.policies.bound import Figure
from desktop.domain.policies.eligible import Answer, Eligibility, eligible
from desktop.domain.policies.policy import Measure, Policy, support
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.guidance.policies import (
    NO_ITEM,
    NOT_COMPUTED,
    NOT_DUE,
    amount_label,
    caution_text,
    eligibility_text,
    formula_text,
    money,
    unread_text,
)


@click.command("policy", help=_("支持政策：全部、一项的条件，或按公式测算的上限"))
@click.argument("policy", metavar="[ID]", required=False)
@click.argument("figures", nargs=-1, metavar="[AMOUNT...]")
@click.option("--answer", "answers", multiple=True, metavar="C=是", help=_("条件的回答，可重复"))
@click.pass_obj
def policy_command(
    office: Office, policy: str | None, figures: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    """Without an id the list; without amounts the policy; else the upper bound its words give."""
    known = office.catalogue.policies
    if policy is None:
        found = [_row(one) for one in known.values()]
        answer(found, (f"{one['id']}  {one['name']}" for one in found))
        return
    chosen = office.catalogue.policy(policy)
    if chosen is None:
        raise Refusal("unknown_policy", policy=policy)
    if figures and chosen.computable and chosen.rate is None:
        kind = DAY if chosen.measure is Measure.DAY else AMOUNT
        read = tuple(kind.convert(one, None, None) for one in figures)
        _told(office, chosen, eligible(chosen, _answers(answers), _counted(chosen, read)))
    elif figures:
        _computed(chosen, tuple(AMOUNT.convert(one, None, None) for one in figures))
    else:
        _told(office, chosen, eligible(chosen, _answers(answers)))


def _row(policy: Policy) -> dict[str, object]:
    return {"id": policy.id, "name": policy.name, "computable": policy.computable}


def _counted(policy: Policy, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    if len(figures) != len(policy.inputs):
        wanted = "、".join(policy.inputs)
        raise Refusal("policy_amounts", policy=policy.id, wanted=wanted, given=len(figures))
    return figures


def _answers(words: tuple[str, ...]) -> dict[str, Answer]:
    given: dict[str, Answer] = {}
    for word in words:
        name, _equals, told = word.partition("=")
        if told not in list(Answer):
            raise click.UsageError(_("「{word}」应写成 条件=是、否 或 不确定。").format(word=word))
        given[name] = Answer(told)
    return given


def _computed(policy: Policy, amounts: tuple[Decimal, ...]) -> None:
    found = support(policy, amounts)
    capped = _("（已到上限）") if found.capped else ""
    lines = [
        f"{policy.id} {policy.name}",
        f"{amount_label(policy, found)}：{found.amount} 元{capped}",
        formula_text(policy, amounts, found),
        _("公式：{formula}").format(formula=found.formula),
        NOT_DUE,
        *([_("疑点：{doubt}").format(doubt=policy.doubt)] if policy.doubt else []),
    ]
    value = {"amount": str(found.amount), "capped": found.capped, "formula": found.formula}
    answer(value, lines)


def _told(office: Office, policy: Policy, found: Eligibility) -> None:
    """The policy as it is written, and how its conditions stand."""
    value = {
        **_row(policy),
        "text": policy.seed_text,
        "conditions": [
            {"id": one.id, "text": one.text, "answer": found.standing[one.id]}
            for one in policy.conditions
        ],
        "eligible": found.verdict,
        "missing": [one.id for one in found.missing],
        "inputs": policy.inputs,
        "formula": policy.formula,
        "cap": policy.cap,
        "source": cite_all(policy.basis, office.catalogue.sources),
        "official_text_read": policy.official_text_read,
        "doubt": policy.doubt,
        "ask": policy.ask,
        "apply_item": policy.apply_item,
    }
    answer(value, _lines(office, policy, found))


def _lines(office: Office, policy: Policy, found: Eligibility) -> Iterator[str]:
    yield f"{policy.id} {policy.name}"
    yield policy.seed_text
    for one in policy.conditions:
        yield f"  {one.id} {one.text}：{found.standing[one.id]}"
    yield eligibility_text(found)
    for name in policy.inputs:
        yield _("要填：{name}").format(name=name)
    yield _("公式：{formula}").format(formula=policy.formula) if policy.formula else NOT_COMPUTED
    if policy.cap is not None:
        yield _("上限：{cap}，{scope}").format(cap=money(policy.cap), scope=policy.cap_scope or "")
    sources = cite_all(policy.basis, office.catalogue.sources)
    yield _("来源：{sources}").format(sources="、".join(sources))
    if not policy.official_text_read:
        yield unread_text(policy, office.catalogue.sources)
    if policy.doubt:
        yield _("疑点：{doubt}").format(doubt=policy.doubt)
    if policy.ask:
        yield policy.ask
    item = office.catalogue.items.get(policy.apply_item or "")
    yield _("申报事项：{id} {name}").format(id=item.id, name=item.name) if item else NO_ITEM
    yield caution_text(policy)
