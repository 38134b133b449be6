"""办事指南: what an item's guide says, before it is set (北京市政务服务标准化管理办法 6).

Elements that an item has no field for came with its sheet as notes 「要素：内容」 and are read back
from them here; what nobody said stays empty, and the paper says so quietly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.cases.papers import Issuer
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.item import Note, ServiceItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The item with what it leans on, the hall that shows it, and the day it was printed."""

    item: ServiceItem
    catalogue: Catalogue
    place: Issuer
    printed_on: date

    def told(self, *labels: str) -> str:
        """What notes say of these elements: the first that one of them says."""
        for label in labels:
            for note in self.item.notes:
                if note.text.startswith(f"{label}："):
                    return note.text.removeprefix(f"{label}：")
        return ""

    def remarks(self, *labels: str) -> tuple[Note, ...]:
        """The notes that are no elements of these labels."""
        taken = tuple(f"{label}：" for label in labels)
        return tuple(note for note in self.item.notes if not note.text.startswith(taken))
