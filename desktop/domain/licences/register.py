"""What may enter the register, and what may end there: pure checks of what is about to be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.identity.verdict import normal
from desktop.domain.licences.entries import EndWhy, LicenceEnded, LicenceHolder, LicenceIssued
from desktop.domain.licences.licence import Licence, licence_id, number_key
from desktop.domain.refusal import Refusal


def issued(told: LicenceIssued, known: Licence | None) -> LicenceIssued:
    """The entry as it goes into the journal, blanks at its ends taken off.

    Refuses `licence_incomplete` without number or holder, `dates_reversed` where validity ends
    before it begins, and `licence_known` where the same stands in the register already.
    """
    told = replace(
        told,
        name=told.name.strip(),
        number=told.number.strip(),
        reason=told.reason.strip(),
        holder=replace(
            told.holder,
            name=told.holder.name.strip(),
            id_number=normal(told.holder.id_number),
        ),
    )
    if not (number_key(told.number) and told.name and told.holder.name):
        raise Refusal("licence_incomplete")
    if told.valid_until is not None and told.valid_until < told.valid_from:
        raise Refusal("dates_reversed", first=told.valid_from, last=told.valid_until)
    if known is not None and known.in_force and _same(told, known):
        raise Refusal("licence_known", name=known.name, number=known.number)
    return told


def ended(licence: Licence, told: LicenceEnded) -> LicenceEnded:
    """Refuses `licence_ended` for what is ended already, `reason_missing` without a reason."""
    if licence.ended is not None:
        raise Refusal("licence_ended", name=licence.name, number=licence.number)
    if not told.reason.strip():
        raise Refusal("reason_missing")
    return told


def replaced(
    told: LicenceIssued, alike: Iterable[Licence], named: Licence | None = None
) -> dict[str, LicenceEnded]:
    """Ids and ends of the licences that a new one takes the place of: `named`, and editions.

    变更, 延续 and 补办 keep the number: of those `alike` in number, what another item issued to the
    same holder is the same licence. A number that is the holder's own (统一社会信用代码) tells
    nothing.
    """
    new = licence_id(told.item, told.number)
    own = number_key(told.number) == number_key(told.holder.id_number)
    found = [one for one in alike if not own and _one_person(told.holder, one.holder)]
    found += [named] if named else []
    end = LicenceEnded(
        why=EndWhy.REPLACED, on=told.issued_on, reason=told.name, case=told.case, successor=new
    )
    return {one.id: end for one in found if one.in_force and one.id != new}


def _same(told: LicenceIssued, known: Licence) -> bool:
    facts = ("name", "valid_from", "valid_until", "issued_on", "case", "holder")
    return all(getattr(told, fact) == getattr(known, fact) for fact in facts)


def _one_person(one: LicenceHolder, other: LicenceHolder) -> bool:
    """By document where both are known by one, else by name."""
    if one.id_number and other.id_number:
        return one.id_number == other.id_number
    return bool(one.name) and one.name == other.name
