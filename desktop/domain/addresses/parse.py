"""A pasted address taken apart: who, telephone, where; in any order, with or without labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.domain.addresses.check import check_parts
from desktop.domain.addresses.locate import locate
from desktop.domain.addresses.names import name_in
from desktop.domain.addresses.places import Place, Places
from desktop.domain.identity.verdict import Level, Verdict

MOBILE = re.compile(
    r"(?<![0-9])(?:\+?0{0,2}86[- ]?)?(1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4})(?:(?:-|转| 转 ?)([0-9]{1,6}))?(?![0-9])"
)
LANDLINE = re.compile(
    r"(?<![0-9])\(?(0[12][0-9]|0[3-9][0-9]{2})\)?[- ]?([2-9][0-9]{6,7})(?:(?:-|转| 转 ?)([0-9]{1,6}))?(?![0-9])"
)
SERVICE = re.compile(r"(?<![0-9])((?:400|800)-?[0-9]{3,4}-?[0-9]{3,4})(?![0-9])")
ID_LIKE = re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])")
POSTCODE = re.compile(r"(?:邮政编码|邮编)[:\s]*[0-9]{6}|(?:^|(?<=\s))[0-9]{6}(?=\s|$)")
LABEL = re.compile(
    r"(?P<name>收件人姓名|收货人姓名|收件人|收货人|联系人|姓名)\s*[:：]|"
    r"(?P<phone>手机号码|手机号|手机|联系电话|收件电话|电话号码|电话|联系方式)\s*[:：]|"
    r"(?P<where>收件地址|收货地址|详细地址|所在地区|邮寄地址|通讯地址|联系地址|住址|地址)\s*[:：]"
)
BREAK = re.compile(r"[\s,;，；。|]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """`options` are offered where the place is not clear; every doubt is a warning."""

    name: str = ""
    phone: str = ""
    place: Place = Place("")
    detail: str = ""
    doubts: tuple[Verdict, ...] = ()
    options: tuple[Place, ...] = ()


def parse(text: str, places: Places) -> Parsed:
    """Take the text apart. A number that looks like an identity number is left out, and said."""
    plain = half_width(text)
    doubts: list[Verdict] = []
    plain, ids = ID_LIKE.subn(" ", plain)
    if ids:
        doubts.append(Verdict(Level.WARN, "identity_left_out", ""))
    phones, plain = _phones(plain)
    if len(phones) > 1:
        doubts.append(Verdict(Level.WARN, "phone_several", phones[0], {"others": phones[1:]}))
    plain = POSTCODE.sub(" ", plain)
    told = _labelled(plain)
    name, where, guessed = name_in(told["name"], told["where"], places)
    located = locate(where, places)
    detail = located.rest.strip(" ,.-")
    if guessed:
        doubts.append(Verdict(Level.WARN, "name_guessed", name))
    phone = phones[0] if phones else ""
    doubts += located.doubts
    known = {one.code for one in located.doubts}
    doubts += [
        one
        for one in check_parts(name, phone, located.place, detail, places)
        if not (known and one.code in {"place_unknown", "district_missing", "district_elsewhere"})
    ]
    return Parsed(
        name=name, phone=phone, place=located.place, detail=detail,
        doubts=tuple(doubts), options=located.options,
    )  # fmt: skip


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as half-width; marks that nobody sees dropped."""
    folded = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    folded = re.sub("[\u200b-\u200f\u202a-\u202e\ufeff]", "", folded.replace("\u3000", " "))
    return re.sub("[–—－‐]", "-", folded)


def _phones(text: str) -> tuple[tuple[str, ...], str]:
    """The telephone numbers in the order found, mobile ones first, and the text without them."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        groups = [part for part in match.groups() if part]
        if match.re is MOBILE:
            digits = re.sub("[- ]", "", groups[0])
            found.append("-".join([digits, *groups[1:]]))
        else:
            found.append("-".join(groups))
        return " "

    for form in (MOBILE, SERVICE, LANDLINE):
        text = form.sub(take, text)
    return tuple(dict.fromkeys(found)), text


def _labelled(text: str) -> dict[str, str]:
    """What stands behind 收件人： and 地址：; all else is taken as the address with the name in it."""
    told = {"name": "", "phone": "", "where": ""}
    marks = list(LABEL.finditer(text))
    loose = [text[: marks[0].start()] if marks else text]
    for here, then in zip(marks, [*marks[1:], None], strict=False):
        value = text[here.end() : then.start() if then else len(text)].strip()
        kind = str(here.lastgroup)
        first, *more = BREAK.split(value, maxsplit=1) if kind != "where" else [value]
        told[kind] = f"{told[kind]} {first}".strip()
        loose += more
    rest = " ".join(part for part in loose if part.strip())
    told["where"] = f"{rest} {told['where']}".strip()
    return told
