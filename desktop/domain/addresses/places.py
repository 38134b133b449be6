"""省 · 市 · 区县 as a table that can be asked by name, whole or short.

A county directly under a province (仙桃市) stands as a city without districts. A zone (开发区) is
taken where it is written, and no address needs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

PEOPLES = re.compile(
    "(?:壮族|回族|维吾尔|蒙古族?|藏族|羌族|彝族|苗族|侗族|布依族|土家族|哈尼族|傣族|白族|景颇族|傈僳族|"
    "朝鲜族|哈萨克|柯尔克孜|黎族|瑶族|畲族|满族|水族|仡佬族|土族|撒拉族|东乡族|保安族|裕固族|达斡尔族|"
    "锡伯族?|塔吉克|拉祜族|佤族|纳西族|布朗族|独龙族|怒族|普米族|毛南族|仫佬族|各族)*$"
)
PROVINCE_END = re.compile("(?:省|市|特别行政区|自治区)$")
CITY_END = re.compile("(?:市|地区|盟|自治州)$")
DISTRICT_END = re.compile("(?:新区|自治县|自治旗|林区|特区|区|县|市|旗)$")
MUNICIPAL = re.compile("[区县市旗]$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as an address begins; what is not known is empty."""

    province: str
    city: str = ""
    district: str = ""

    @property
    def text(self) -> str:
        """北京市大兴区: a part that repeats the one before is said once."""
        return "".join(dict.fromkeys(part for part in (self.province, self.city, self.district)))


@dataclass(frozen=True, slots=True)
class Former:
    """A district's former name: where it was, and what it became, several where it was divided."""

    name: str
    city: str
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """`tree`: province → city → districts. `zones`: city → zones. `edition` says whose data it is."""

    tree: Mapping[str, Mapping[str, tuple[str, ...]]]
    zones: Mapping[str, tuple[str, ...]]
    former: tuple[Former, ...] = ()
    former_cities: Mapping[str, str] = field(default_factory=dict)
    edition: str = ""

    def cities(self, province: str = "") -> Iterator[tuple[str, str]]:
        """(province, city), of one province or of all."""
        for name, cities in self.tree.items():
            if province in ("", name):
                yield from ((name, city) for city in cities)

    def districts(self, province: str = "", city: str = "") -> Iterator[Place]:
        """Districts and zones, of one city, one province or all."""
        for name, town in self.cities(province):
            if city in ("", town):
                for one in (*self.tree[name][town], *self.zones.get(town, ())):
                    yield Place(name, town, one)

    def has_districts(self, province: str, city: str) -> bool:
        """Whether an address in this city names a district: 东莞市 and 仙桃市 have none."""
        return any(MUNICIPAL.search(one) for one in self.tree.get(province, {}).get(city, ()))

    def where(self, district: str) -> tuple[Place, ...]:
        """Every district of this name."""
        return tuple(one for one in self.districts() if one.district == district)


def short_province(name: str) -> str:
    """北京, 内蒙古, 广西, 新疆, 香港."""
    return re.sub("(?:壮族|回族|维吾尔)$", "", PROVINCE_END.sub("", name))


def city_words(name: str) -> tuple[str, ...]:
    """How a city is written: 延边朝鲜族自治州, 延边州, 延边."""
    short = short_city(name)
    state = (short + "州",) if name.endswith("自治州") else ()
    return tuple(dict.fromkeys((name, *state, short)))


@cache
def short_city(name: str) -> str:
    """南京, 延边, 阿拉善."""
    return PEOPLES.sub("", CITY_END.sub("", name)) or name


@cache
def stem(district: str) -> str:
    """大兴 of 大兴区: what stays when a county becomes a district."""
    return PEOPLES.sub("", DISTRICT_END.sub("", district)) or district
