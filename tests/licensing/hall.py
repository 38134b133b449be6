"""An office whose settings name the source on the loopback, and what that source may answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.domain.cases.draft import Draft
from desktop.domain.licences.consent import ConsentGiven, ConsentHow
from desktop.domain.licences.entries import LicenceHolder, holder_of
from desktop.domain.licences.fetched import LicenceQuery
from desktop.licensing.http_source import HttpSource
from desktop.services.licences import consent, fetching
from desktop.services.licences.source import with_source
from desktop.services.office import Office
from tests.licensing.server import Asked, Reply, Server, told
from tests.offices import CLERK, PERSON, SUPERVISOR

HOLDER = holder_of(PERSON)
DOWN = told({}, 500)


def connected(office: Office, server: Server) -> Office:
    """The same office, asking at this server."""
    office.licensing = HttpSource
    office.station = with_source(office, SUPERVISOR, server.address, "密钥")
    return office


def record(**more: Any) -> dict[str, Any]:
    """A licence of `PERSON` as the contract has it."""
    return {
        "name": "营业执照", "number": "92110302MA01ABCD5E", "issuer": "某市场监督管理局",
        "holder": {"name": PERSON.name, "id_number": PERSON.id_number}, "status": "有效",
        "valid_from": "2024-01-01", "valid_until": "2034-01-01", **more,
    }  # fmt: skip


def holding(**of: dict[str, Any]) -> Any:
    """A source that holds these licences by category, and no others."""

    def reply(asked: Asked) -> Reply:
        return told(
            {
                "answers": [
                    {"category": one, "licences": [of[one]] if one in of else []}
                    for one in asked.json["categories"]
                ]
            }
        )

    return reply


def agreed(office: Office, *categories: str, holder: LicenceHolder = HOLDER) -> LicenceQuery:
    """The question that a consent was given for."""
    given = ConsentGiven(
        about="visit:v", categories=categories, purpose="办理食品经营许可（新办）",
        how=ConsentHow.ORAL, holder=holder,
    )  # fmt: skip
    id = consent.give(office, CLERK, given)
    return LicenceQuery(categories=categories, holder=holder, purpose=given.purpose, consent=id)


def fetched(office: Office, draft: Draft, *categories: str) -> Draft:
    """The draft after these categories were asked for."""
    query = agreed(office, *categories)
    return fetching.taken(office, draft, query, fetching.fetch(office, CLERK, query))


def code(**more: Any) -> dict[str, Any]:
    """What a 亮证码 of `PERSON` shows."""
    licences = [record(category="E1"), record(category="E3", name="机动车驾驶证", number="1")]
    return {"holder": record()["holder"], "licences": licences, **more}


def unnamed(draft: Draft) -> Draft:
    """The draft of somebody who has not been asked for a document yet."""
    return replace(draft, applicant=replace(PERSON, name="", id_number=""))
