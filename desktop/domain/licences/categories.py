"""The categories of e-licence this hall works with: what ships, and what a supervisor set since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.guidance.catalogue import Catalogue, ELicence
from desktop.domain.guidance.terms import Confidence
from desktop.domain.refusal import Refusal

LONGEST = 60
"""Characters of a category's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorySet:
    """A category as a supervisor sets it; `assumed` is shown 推定. `reason` says where from."""

    id: str
    name: str
    covers: tuple[str, ...] = ()
    assumed: bool = True
    issued_by: tuple[str, ...] = ()
    reason: str = ""


def checked(told: CategorySet, catalogue: Catalogue) -> CategorySet:
    """Blanks taken off; refuses `category_incomplete`, `category_id` (letters and digits, and not a
    data share's), `reason_missing`, and `category_known` for a name another category has.
    """
    told = replace(
        told,
        id=told.id.strip().upper(),
        name=told.name.strip(),
        reason=told.reason.strip(),
        covers=tuple(text for one in told.covers if (text := one.strip())),
    )
    if not told.name or len(told.name) > LONGEST:
        raise Refusal("category_incomplete", most=LONGEST)
    if not (told.id.isascii() and told.id.isalnum()) or told.id in catalogue.data_shares:
        raise Refusal("category_id", id=told.id)
    if not told.reason:
        raise Refusal("reason_missing")
    for one in catalogue.e_licences.values():
        if one.id != told.id and one.name == told.name:
            raise Refusal("category_known", id=one.id, name=one.name)
    return told


def overlaid(catalogue: Catalogue, told: Iterable[CategorySet]) -> Catalogue:
    """The catalogue with these categories in place of, or beside, those it has."""
    found = dict(catalogue.e_licences)
    for one in told:
        known = found.get(one.id)
        found[one.id] = ELicence(
            id=one.id,
            name=one.name,
            covers=one.covers,
            given_in_seed=known.given_in_seed if known else False,
            assumed=one.assumed,
            basis=known.basis if known else (),
            confidence=known.confidence if known else Confidence.LOW,
            note=one.reason,
            issued_by=one.issued_by,
        )
    return replace(catalogue, e_licences=found)


def category_of(catalogue: Catalogue, item: str) -> str:
    """The category, or the data share, that licences issued under this item belong to; or none."""
    for kinds in (catalogue.e_licences, catalogue.data_shares):
        for id, one in kinds.items():
            if item == id or item in one.issued_by:
                return id
    return ""


def issuing(catalogue: Catalogue, category: str) -> frozenset[str]:
    """What licences of this category stand under in the register: its items, and itself."""
    known = catalogue.e_licences.get(category) or catalogue.data_shares.get(category)
    return frozenset({category, *(known.issued_by if known else ())})


def spares_in_outage(catalogue: Catalogue, category: str) -> bool:
    """An e-licence, or a data share that is proven and not only planned (拟共享)."""
    share = catalogue.data_shares.get(category)
    return category in catalogue.e_licences or (
        share is not None and share.confidence is Confidence.HIGH
    )


def named(catalogue: Catalogue, text: str) -> str:
    """The category that a register calls by this id, name, or one of the names it covers, with or
    without the remark in brackets behind it: 营业执照（企业、个体工商户、分支机构）.
    """
    wanted = text.strip()
    for one in catalogue.e_licences.values():
        bare = (covered.partition("（")[0] for covered in one.covers)
        if wanted and wanted in (one.id, one.name, *one.covers, *bare):
            return one.id
    return next(
        (one.id for one in catalogue.data_shares.values() if wanted in (one.id, one.name)), ""
    )
