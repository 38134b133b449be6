"""What a case saved: a line per rule, the measure's figures before it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.cases.case import Case
from desktop.domain.savings.saving import Part, Saving
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.guidance.savings import MEASURES, figures, less, part_text


@dataclass(frozen=True, slots=True)
class Saved:
    """One rule of one measure; `part` None where nothing was saved."""

    told: Saving
    part: Part | None

    @property
    def first(self) -> bool:
        return not self.told.parts or self.part is self.told.parts[0]

    @property
    def reason(self) -> str:
        return part_text(self.part) if self.part else _("没有减免")

    @property
    def whole(self) -> str:
        """The line written out, with the articles."""
        basis = "；".join(self.part.basis) if self.part else ""
        head = f"{MEASURES[self.told.measure]} {figures(self.told)}"
        return "　".join(part for part in (head, self.reason, basis) if part)


def saved(case: Case | None) -> list[Saved]:
    """In the order of the measures; each at least once."""
    ledger = case.ledger if case else ()
    return [Saved(told, part) for told in ledger for part in (told.parts or (None,))]


def key_of_saved(one: Saved) -> str:
    """A line is found again by its measure and rule."""
    return f"{one.told.measure}:{one.part.rule if one.part else ''}"


COLUMNS: tuple[Column, ...] = (
    Column(_("项目"), lambda one: MEASURES[one.told.measure] if one.first else "", 3),
    Column(_("原来 → 本件"), lambda one: figures(one.told) if one.first else "", 9),
    Column(_("减免"), lambda one: less(one.part.count) if one.part else "0", 3, right=True),
    Column(_("理由"), lambda one: one.reason),
)
