"""Numbers in Chinese characters, plain and as on cheques: 三千五百万, 壹仟贰佰万, 一亿二千万."""

from __future__ import annotations

_ONES = {
    **{one: value for value, one in enumerate("零一二三四五六七八九")},
    **{one: value for value, one in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "〇": 0,
    "两": 2,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
DIGITS = frozenset(_ONES | _TENS | _MYRIADS)
"""Every character that such a number may hold."""


def read_numeral(text: str) -> int | None:
    """The number, None where the text is none, or not surely one (三万五 is 35 000 when spoken).

    Places fall from left to right; a digit stands before a place, after 零 or 十, or alone.
    """
    total, myriad, begun = 0, 10**12, 0
    for place, one in enumerate(text):
        if one in _MYRIADS:
            section = _section(text[begun:place], total > 0)
            if not section or _MYRIADS[one] >= myriad:
                return None
            myriad, begun = _MYRIADS[one], place + 1
            total += section * myriad
    if begun == len(text):
        return total or None
    rest = _section(text[begun:], total > 0)
    return None if rest is None else total + rest


def _section(text: str, follows: bool) -> int | None:
    """Up to four places, 一千二百零五; `follows` when a myriad stands before."""
    total, digit, below, loose = 0, None, 10**4, not follows
    for one in text:
        if one in _ONES:
            if digit:
                return None
            digit, loose = _ONES[one], loose or digit == 0
        else:
            place = _TENS[one]
            if place >= below or not (digit or (place == 10 and not total and digit is None)):
                return None
            total, digit, below = total + (digit or 1) * place, None, place
            loose = place == 10
    if digit and not loose:
        return None
    return total + (digit or 0) if text else None
