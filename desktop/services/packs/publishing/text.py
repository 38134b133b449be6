"""A pack as one text in the product's own form; reading it gives the same pack."""

from __future__ import annotations

import json
from typing import Any

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.packs.entries import Part
from desktop.domain.packs.versions import Edition
from desktop.services.packs.encode import item_form
from desktop.services.packs.parts import content, held


def pack_text(pack: Catalogue) -> str:
    """Items with their editions, and every part."""
    parts = {
        part: {id: json.loads(content(part, value)) for id, value in held(pack, part).items()}
        for part in Part
    }
    form: dict[str, Any] = {
        "items": [
            {**item_form(item), **_edition(pack.editions.get(id, Edition()))}
            for id, item in pack.items.items()
        ],
        "sources": parts[Part.SOURCE],
        "e_licences": list(parts[Part.E_LICENCE].values()),
        "data_share_extra": {"items": list(parts[Part.DATA_SHARE].values())},
        "themes": list(parts[Part.THEME].values()),
        "policy_support": list(parts[Part.POLICY].values()),
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"))


def _edition(edition: Edition) -> dict[str, str]:
    told = {"label": edition.label} if edition.label else {}
    for name, day in (("in_force_from", edition.first), ("in_force_until", edition.last)):
        if day is not None:
            told[name] = day.isoformat()
    return told
