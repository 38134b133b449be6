"""How much of a personal fact is shown (个人信息保护法 6, 51; GB/T 41833-2022).

Full values live only in the encrypted store. Lists show the first and last character of a name,
public paper the surname alone; a telephone hides six digits at least; a document number keeps its
first three and last four on the applicant's own papers and the last four in logs; an address
stops at the street. Names of organisations and their credit codes are public and not masked.
"""

from __future__ import annotations

import re

STAR = "*"
COMPOUND_SURNAMES = re.compile(
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|"
    "公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|"
    "壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|梁丘|左丘|"
    "东门|西门|第五|单于|纳兰"
)
HOUSE = re.compile(
    r"[0-9０-９A-Za-z一二三四五六七八九十百-]+\s*(?:号|栋|幢|座|单元|室|楼|层|弄|门)|[0-9０-９]"
)
STREET = re.compile(r".*(?:街道|大街|大道|胡同|镇|乡|街|路|巷|道|村)")


def mask_name(name: str) -> str:
    """For lists: 张*, 李*敏, 欧阳**; a Latin name keeps the first letter of each word."""
    text = name.strip()
    if _latin(text) or "·" in text or "•" in text:
        return public_name(text)
    if len(text) < 3 or COMPOUND_SURNAMES.match(text):
        return public_name(text)
    return text[0] + STAR * (len(text) - 2) + text[-1]


def public_name(name: str) -> str:
    """For public paper: the surname alone. A name of one character is hidden whole."""
    text = name.strip()
    if _latin(text) or "·" in text or "•" in text:
        return (
            re.sub(r"[^\s·•]+", lambda word: _head(word.group()), text)
            if text.strip("·• ")
            else STAR
        )
    surname = 2 if len(text) > 2 and COMPOUND_SURNAMES.match(text) else 1
    return _head(text, surname)


def mask_phone(phone: str) -> str:
    """138******21: first three and last two at most, and six digits hidden wherever there are."""
    places = [index for index, c in enumerate(phone) if c.isdigit()]
    spare = max(0, len(places) - 6)
    last = min(2, spare)
    first = min(3, spare - last)
    hidden = set(places[first : len(places) - last])
    return "".join(STAR if index in hidden else c for index, c in enumerate(phone))


def mask_number(number: str) -> str:
    """A document number on the applicant's own paper: 110***********002X.

    Shorter numbers (passports, permits) keep one and three; below eight characters, the last two.
    """
    text = number.strip()
    first, last = (3, 4) if len(text) >= 15 else (1, 3) if len(text) >= 8 else (0, 2)
    return text[:first] + STAR * max(0, len(text) - first - last) + text[max(0, len(text) - last) :]


def mask_number_in_log(number: str) -> str:
    """A document number in logs: its last four characters, of short ones the last two."""
    text = number.strip()
    last = 4 if len(text) >= 8 else min(2, max(0, len(text) - 2))
    return STAR * (len(text) - last) + text[len(text) - last :]


def mask_address(address: str) -> str:
    """An address down to its street; house, unit and room are hidden."""
    text = address.strip()
    if not text:
        return ""
    house = HOUSE.search(text)
    kept = text[: house.start()] if house else ""
    if not kept:
        street = STREET.match(text)
        kept = street.group() if street and not house else text[: min(6, len(text) // 2)]
    return kept.rstrip() + STAR * 3


def _latin(text: str) -> bool:
    return any(c.isascii() and c.isalpha() for c in text)


def _head(text: str, kept: int = 1) -> str:
    if len(text) <= 1:
        return STAR * len(text)
    return text[:kept] + STAR * (len(text) - kept)
