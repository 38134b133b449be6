"""The forms that ship: one file per item and one, `common.json`, for what they share."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.domain.forms.form import Form, conflicts
from desktop.services.forms import wire
from desktop.services.forms.decode import form_from
from desktop.services.packs.broken import broken, from_form
from desktop.services.packs.decode import FormError
from desktop.services.packs.pack import decoded, read_bytes

_FORM = msgspec.json.Decoder(wire.FormForm)


def load_forms(folder: Path) -> dict[str, Form]:
    """The forms of a folder by item; Refusal `pack_broken` with file, path and reason."""
    forms: dict[str, Form] = {}
    for file in sorted(folder.glob("*.json")):
        form = read_form(file, read_bytes(file))
        if form.item in forms:
            raise broken(file, "$.item", "repeated_item", name=form.item)
        forms[form.item] = form
    for clash in conflicts(forms):
        told = {"name": clash.field, "item": clash.item, "other": clash.other}
        raise broken(folder, f"$.{clash.item}", "field_conflict", **told)
    return forms


def read_form(file: Path, raw: bytes) -> Form:
    """The one form that the bytes of `file` hold."""
    form = decoded(file, raw, _FORM)
    try:
        return form_from(form)
    except FormError as error:
        raise from_form(file, error) from error
