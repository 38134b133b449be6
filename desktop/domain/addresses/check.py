"""What is doubtful in an address. Nothing here blocks: a table of places is never complete."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.domain.addresses.places import Place, Places
from desktop.domain.courier.entries import Address
from desktop.domain.identity.verdict import Level, Verdict

MOBILE = re.compile(r"1[3-9][0-9]{9}(?:-[0-9]{1,6})?")
LANDLINE = re.compile(
    r"0[1-9][0-9]{1,2}-?[2-9][0-9]{6,7}(?:-[0-9]{1,6})?|[48]00-?[0-9]{3,4}-?[0-9]{3,4}"
)
STREET = re.compile(
    "路|街|巷|弄|道|胡同|村|镇|乡|社区|小区|花园|大厦|广场|园|屯|组|苑|里|寨|队|场|旗|苏木"
)
HOUSE = re.compile("[0-9一二三四五六七八九十]")


def check(told: Address, places: Places) -> tuple[Verdict, ...]:
    """The doubts about an address as it stands in a form; empty where there is none."""
    place = Place(told.province, told.city, told.district)
    return tuple(check_parts(told.name, told.phone, place, told.street, places))


def check_parts(
    name: str, phone: str, place: Place, detail: str, places: Places
) -> Iterator[Verdict]:
    """Codes, all warnings: `name_missing`, `phone_missing`, `phone_form`, `place_unknown`,
    `city_elsewhere`, `district_elsewhere`, `district_missing`, `street_missing`, `house_missing`.
    """
    if not name.strip():
        yield _warn("name_missing")
    number = re.sub(r"[\s()]", "", phone)
    if not number:
        yield _warn("phone_missing")
    elif not MOBILE.fullmatch(number) and not LANDLINE.fullmatch(number):
        yield _warn("phone_form", phone)
    yield from _where(place, places)
    if not detail.strip():
        yield _warn("street_missing")
    elif not HOUSE.search(detail):
        yield _warn("house_missing", detail)
    elif not STREET.search(detail):
        yield _warn("street_missing", detail)


def _where(place: Place, places: Places) -> Iterator[Verdict]:
    if place.province not in places.tree:
        yield _warn("place_unknown", place.text)
        return
    if place.city and not any(city == place.city for _, city in places.cities(place.province)):
        yield _warn("city_elsewhere", place.city, province=place.province)
        return
    if not place.district:
        if not place.city or places.has_districts(place.province, place.city):
            yield _warn("district_missing", place.text)
        return
    inside = places.districts(place.province, place.city)
    if not any(one.district == place.district for one in inside):
        options = tuple(one.text for one in places.where(place.district))
        yield _warn("district_elsewhere", place.district, district=place.district,
                    city=place.city or place.province, options=options)  # fmt: skip


def _warn(code: str, value: str = "", **data: object) -> Verdict:
    return Verdict(Level.WARN, code, value, data)
