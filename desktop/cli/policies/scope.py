"""`scope`: the standard phrases in a 经营范围, and the permits that each needs."""

from __future__ import annotations

from collections.abc import Iterator

import click

from desktop.cli.answer import answer
from desktop.domain.guidance.citation import cite_all
from desktop.domain.policies.phrases import scope_of
from desktop.domain.policies.scope import ScopeAnswer, ScopeMatch
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.guidance.policies import NOT_LISTED, permit_text, scope_note


@click.command("scope", help=_("经营范围里的每一句要办什么许可、备案"))
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@click.pass_obj
def scope_command(office: Office, text: tuple[str, ...]) -> None:
    """Every part of the text with its standard phrase and permits; what is not in the list."""
    found = scope_of("；".join(text), office.catalogue.scope)
    value = {
        "phrases": [_phrase(office, match) for match in found.matches],
        "unknown": found.unknown,
    }
    answer(value, _lines(office, found))


def _phrase(office: Office, match: ScopeMatch) -> dict[str, object]:
    return {
        "text": match.text,
        "standard": match.phrase.text,
        "kind": match.phrase.kind,
        "items": [
            {
                "id": permit.item,
                "name": _name(office, permit.item),
                "reason": permit_text(permit),
                "basis": cite_all(permit.basis, office.catalogue.sources),
            }
            for permit in match.phrase.permits
        ],
        "note": scope_note(match),
    }


def _name(office: Office, item: str) -> str:
    known = office.catalogue.items.get(item)
    return known.name if known else item


def _lines(office: Office, found: ScopeAnswer) -> Iterator[str]:
    for match in found.matches:
        yield f"{match.text} → {match.phrase.text}（{match.phrase.kind}）"
        for permit in match.phrase.permits:
            yield f"  {permit.item} {_name(office, permit.item)}：{permit_text(permit)}"
        if scope_note(match):
            yield f"  {scope_note(match)}"
    for text in found.unknown:
        yield f"{text}：{NOT_LISTED}"
    yield office.catalogue.scope.note
