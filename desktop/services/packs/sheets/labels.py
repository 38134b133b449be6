"""The labels of the national list and what they stand for: data (`labels.json`), read by label.

A label is compared without what people add to it: blanks, line breaks, numbering, colons, 「（必填）」.
What stands in brackets behind it is kept as its hint: a unit, or the column's code table.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import msgspec

from desktop.services.packs.pack import decoded, read_bytes
from desktop.services.packs.wire import Strict

ITEM, MATERIAL = "item", "material"

_HINT = re.compile(r"[(\[【〔{](?P<hint>[^()\[\]【】〔〕{}]*)[)\]】〕}]")
_NUMBER = re.compile(r"^(?:\(?[0-9]{1,2}\)?[.、:)\s]+|[(]?[一二三四五六七八九十]{1,3}[)]?[、.])")
_CODED = re.compile(r"(?:代码|编码|代号|标识)$")
_SPACE = re.compile(r"\s+")


class LabelsFile(Strict):
    """`labels.json`: labels by field, words by what they mean, and which fields hold words."""

    items: dict[str, list[str]]
    materials: dict[str, list[str]]
    known: list[str]
    legend: dict[str, list[str]]
    uses: dict[str, str]
    material_uses: dict[str, str]
    many: list[str]
    words: dict[str, dict[str, list[str]]]


_FILE = msgspec.json.Decoder(LabelsFile)


@dataclass(frozen=True, slots=True)
class Name:
    """What a label stands for: a field of an item or of a material; `known` only by its name."""

    entity: str
    field: str


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything `labels.json` says, ready for looking up."""

    items: dict[str, str]
    materials: dict[str, str]
    known: frozenset[str]
    legend: dict[str, frozenset[str]]
    uses: dict[Name, str]
    many: frozenset[Name]
    words: dict[str, dict[str, str]]
    titles: dict[Name, str] = field(default_factory=dict)

    def field_of(self, text: str, prefer: str = ITEM) -> Name | None:
        """The field that the label names; where both have one, that of `prefer`."""
        bare = bare_label(text)
        order = ((ITEM, self.items), (MATERIAL, self.materials))
        for entity, names in order if prefer == ITEM else reversed(order):
            if bare in names:
                return Name(entity, names[bare])
        return None

    def coded_field(self, text: str, prefer: str = ITEM) -> Name | None:
        """The field with fixed words whose codes the label announces: 材料必要性代码."""
        bare = bare_label(text)
        name = self.field_of(_CODED.sub("", bare), prefer) if _CODED.search(bare) else None
        return name if name in self.uses else None

    def is_label(self, text: str) -> bool:
        """Whether the text is a label of the list, taken or not."""
        told = self.field_of(text) or self.coded_field(text)
        return told is not None or bare_label(text) in self.known

    def word(self, kind: str, text: str) -> str | None:
        """The fixed word that the text stands for, by label alone."""
        return self.words[kind].get(bare_word(text))


def load_labels(file: Path) -> Labels:
    """The labels that ship, or a hall's own; `pack_broken` for a file of another form."""
    form = decoded(file, read_bytes(file), _FILE)
    uses = {Name(ITEM, name): kind for name, kind in form.uses.items()}
    uses |= {Name(MATERIAL, name): kind for name, kind in form.material_uses.items()}
    titles = {Name(ITEM, name): labels[0] for name, labels in form.items.items()}
    titles |= {Name(MATERIAL, name): labels[0] for name, labels in form.materials.items()}
    return Labels(
        items=_turned(form.items),
        materials=_turned(form.materials),
        known=frozenset(map(bare_label, form.known)),
        legend={part: frozenset(map(bare_label, names)) for part, names in form.legend.items()},
        uses=uses,
        many=frozenset(Name(ITEM, name) for name in form.many),
        words={
            kind: {
                bare_word(one): word for word, others in words.items() for one in (word, *others)
            }
            for kind, words in form.words.items()
        },
        titles=titles,
    )


def _turned(fields: dict[str, list[str]]) -> dict[str, str]:
    return {bare_label(label): name for name, labels in fields.items() for label in labels}


def plain(text: str) -> str:
    """The text in half-width forms, trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


@lru_cache(maxsize=65536)
def bare_label(text: str) -> str:
    """The label without blanks, numbering, hints, marks and colons."""
    told = _SPACE.sub("", _HINT.sub("", _NUMBER.sub("", plain(text))))
    return told.strip(":：*＊★#·.。、-—")


def hints(text: str) -> list[str]:
    """What stands in brackets behind a label."""
    return [found["hint"].strip() for found in _HINT.finditer(plain(text))]


def bare_word(text: str) -> str:
    """A word for comparing: half-width, no blanks, one sign for 或 and one for 和."""
    told = _SPACE.sub("", plain(text)).upper().strip("。.;")
    told = re.sub(r"[、,;|或]", "/", told) if len(told) > 1 else told
    return re.sub(r"[和及与&]", "+", told)
