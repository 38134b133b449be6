"""Where an address begins: every way to read its head as province, city and district, the longest
taken. A name may be short (内蒙古, 广西), a level may be left out, and what is unique is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.domain.addresses.places import (
    Place,
    Places,
    city_words,
    short_city,
    short_province,
    stem,
)
from desktop.domain.identity.verdict import Level, Verdict

FILLER = re.compile(
    r"(?:中华人民共和国|中国|省直辖县级行政(?:区划|单位)|自治区直辖县级行政(?:区划|单位)|省直辖县|市辖区|[\s,·/-])+"
)
ROAD = re.compile(
    "[东南西北中上下新老]{0,2}[一二三四五六七八九十]?(?:路|街|大街|大道|道|巷|弄|胡同|村|镇|乡|里|桥|广场|大厦)"
)
OTHER_END = re.compile("自治县|区|县(?!城)|市(?!场|民)")
NAMED = re.compile("([\u4e00-\u9fff]{1,10}?(?:自治县|自治旗|区|县|市|旗))")


@dataclass(frozen=True, slots=True)
class Located:
    """`place` as far as it is known; `rest` what follows; `options` where there are several."""

    place: Place
    rest: str
    doubts: tuple[Verdict, ...] = ()
    options: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    """One reading: `at` characters are consumed; `short` where its last level was a short name,
    `bare` where that was a city's with no province before it.
    """

    place: Place
    at: int = 0
    short: bool = False
    bare: bool = False
    was: str = ""


def locate(text: str, places: Places) -> Located:
    """Read the head of an address. No place at all leaves the whole text in `rest`."""
    text = text[_skip(text, 0) :]
    ways = [way for way in _ways(text, places) if way.at and not _in_a_road(text, way, places)]
    if not ways:
        return Located(Place(""), text)
    best = _best(ways)
    options = _named_longest(tuple(dict.fromkeys(way.place for way in best)))
    best = [way for way in best if way.place in options]
    if len(options) > 1:
        return _ambiguous(text, best, options)
    return _told(text, best[0], places)


def _best(ways: list[_Way]) -> list[_Way]:
    """The longest readings, of these the fullest, and of these those that assume the least."""
    first = max((way.at, _levels(way.place), not way.was, not way.bare) for way in ways)
    return [way for way in ways if (way.at, _levels(way.place), not way.was, not way.bare) == first]


def _named_longest(options: tuple[Place, ...]) -> tuple[Place, ...]:
    """苏州工业园区 is meant, not a 工业园区 of 苏州: of one city's readings the longest name."""
    if len({(one.province, one.city) for one in options}) > 1 or not all(
        one.district.endswith("区") for one in options
    ):
        return options
    ends = [
        one
        for one in options
        if any(one.district.endswith(o.district) for o in options if o is not one)
    ]
    return tuple(ends[:1]) if ends else options


def _told(text: str, way: _Way, places: Places) -> Located:
    rest, place = text[_skip(text, way.at) :], way.place
    doubts: list[Verdict] = []
    if way.was:
        now = places.former_cities.get(way.was, place.district)
        data = {"was": way.was, "now": now}
        doubts.append(Verdict(Level.WARN, "place_renamed", place.text, data))
    if way.bare:
        doubts.append(Verdict(Level.WARN, "place_guessed", place.text, {"name": text[: way.at]}))
    if not place.district:
        place, rest, more = _foreign_district(place, rest, places)
        doubts += more
    return Located(place, rest, tuple(doubts))


def _ambiguous(text: str, ways: list[_Way], options: tuple[Place, ...]) -> Located:
    """Several places of the same name: what they share stays, the rest is for a person to choose."""
    shared = Place(
        *(
            values.pop() if len(values) == 1 else ""
            for values in (
                {one.province for one in options},
                {one.city for one in options},
                {one.district for one in options},
            )
        )
    )
    was = next((way.was for way in ways if way.was), "")
    at = ways[0].at
    name = was or text[:at]
    code = "place_divided" if was else "place_ambiguous"
    data = {"name": name, "options": tuple(one.text for one in options)}
    return Located(
        shared, text[_skip(text, at) :], (Verdict(Level.WARN, code, name, data),), options
    )


def _foreign_district(place: Place, rest: str, places: Places) -> tuple[Place, str, list[Verdict]]:
    """A district is written that lies elsewhere: it stays as written, and is said."""
    found = NAMED.match(rest)
    if found is None:
        return place, rest, []
    name = found.group(1)
    elsewhere = places.where(name)
    if not elsewhere or ROAD.match(rest[len(name) :]) or place.district:
        return place, rest, []
    data = {"district": name, "city": place.city or place.province,
            "options": tuple(one.text for one in elsewhere)}  # fmt: skip
    doubt = Verdict(Level.WARN, "district_elsewhere", name, data)
    return replace(place, district=name), rest[len(name) :], [doubt]


def _ways(text: str, places: Places) -> Iterator[_Way]:
    for head in _provinces(text, places):
        for town in _cities(text, head, places):
            yield town
            yield from _districts(text, town, places)


def _provinces(text: str, places: Places) -> Iterator[_Way]:
    yield _Way(Place(""))
    for name in places.tree:
        for word in dict.fromkeys((name, short_province(name))):
            if text.startswith(word):
                at = _skip(text, len(word))
                yield _Way(Place(name), at, short=word != name)


def _cities(text: str, head: _Way, places: Places) -> Iterator[_Way]:
    """The city after the province, or none; a 直辖市 is its own city, named once or twice."""
    if head.place.province:
        yield head
    else:
        yield _Way(Place(""))
    for province, city in places.cities(head.place.province):
        for word in city_words(city):
            if text.startswith(word, head.at):
                at = _skip(text, head.at + len(word))
                short = word == short_city(city) != city
                yield _Way(Place(province, city), at, short, bare=short and not head.at)
        if city == head.place.province:
            yield replace(head, place=Place(province, city))
    for old, now in places.former_cities.items():
        if text.startswith(old, head.at):
            for province, city in places.cities(head.place.province):
                if city == now:
                    at = _skip(text, head.at + len(old))
                    yield _Way(Place(province, city), at, was=old)


def _districts(text: str, town: _Way, places: Places) -> Iterator[_Way]:
    """Whole names anywhere; short ones and what a name became only where the city is known."""
    known = town.place
    for one in places.districts(known.province, known.city):
        if text.startswith(one.district, town.at):
            yield _Way(one, _skip(text, town.at + len(one.district)), was=town.was)
        elif (
            known.province
            and len(word := stem(one.district)) > 1
            and text.startswith(word, town.at)
        ):
            yield from _shortened(text, town, one, word)
    for old in places.former:
        if known.city in ("", old.city) and text.startswith(old.name, town.at):
            at = _skip(text, town.at + len(old.name))
            for province, city in places.cities(known.province):
                if city == old.city:
                    yield from (
                        _Way(Place(province, city, now), at, was=old.name) for now in old.now
                    )


def _shortened(text: str, town: _Way, one: Place, word: str) -> Iterator[_Way]:
    """密云县 for 密云区 is a former name; 大兴 for 大兴区 a short one."""
    end = town.at + len(word)
    found = None if ROAD.match(text[end:]) else OTHER_END.match(text, end)
    other = found.group() if found else ""
    if other:
        was = word + other
        yield _Way(one, _skip(text, end + len(other)), was=was)
    else:
        yield _Way(one, _skip(text, end), short=True)


def _in_a_road(text: str, way: _Way, places: Places) -> bool:
    """北京路 is in no Beijing, and 朝阳 alone is as likely the district as the city."""
    if not way.short:
        return False
    if ROAD.match(text[way.at :]):
        return True
    return way.bare and any(
        stem(one.district) == short_city(way.place.city) for one in places.districts()
    )


def _levels(place: Place) -> int:
    return sum(bool(part) for part in (place.province, place.city, place.district))


def _skip(text: str, at: int) -> int:
    found = FILLER.match(text, at)
    return found.end() if found else at
