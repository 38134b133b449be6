"""A value of the file's form as a cell's text, and back: readable where that is exact, else JSON.

Whatever is written is read back here first; what would come back differently is written as
`json:…`, so that no text, however odd, changes on its way through a spreadsheet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from desktop.services.packs.book.conditions import condition_of, condition_words
from desktop.services.packs.decode import condition_from
from desktop.services.packs.encode import condition_form
from desktop.services.packs.wire import ConditionForm

JSON = "json:"
YES, NO = "是", "否"
WORDS: Mapping[str, Mapping[str, str]] = {
    "confidence": {"high": "高", "medium": "中", "low": "低"},
    "limit": {"statutory": "法定", "commitment": "承诺"},
    "question": {"situation": "情形", "choice": "选择", "yesno": "是否"},
    "verified": {"text": "读过原文", "excerpt": "读过摘录", "memory": "凭记忆", "seed": "种子文章"},
}
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029]|_x[0-9A-Fa-f]{4}_")
Asked = Mapping[str, str]


class WrongCell(ValueError):
    """The text is no value of this column."""


def written(kind: str, value: Any, asked: Asked) -> str:
    """The cell's text; nothing where there is no value."""
    if value is None or (kind == "lines" and value == []) or (kind == "bases" and value == []):
        return ""
    text = _ENCODE[kind](value, asked)
    try:
        exact = not _ODD.search(text) and bool(text) and read(kind, text) == value
    except WrongCell:
        exact = False
    if exact:
        return text
    return JSON + json.dumps(value, ensure_ascii=bool(_ODD.search(text))).replace("_x", "\\u005fx")


def read(kind: str, text: str) -> Any:
    """The value that the text stands for; None for nothing. WrongCell for anything else."""
    if not text:
        return None
    if text.startswith(JSON):
        try:
            return json.loads(text.removeprefix(JSON))
        except (ValueError, RecursionError) as error:
            raise WrongCell(text) from error
    return _DECODE[kind](text)


def _word(kind: str) -> Callable[[Any, Asked], str]:
    return lambda value, asked: WORDS[kind].get(value, value)


def _unword(kind: str) -> Callable[[str], Any]:
    names = {word: value for value, word in WORDS[kind].items()}

    def unword(text: str) -> Any:
        if text.strip() not in names:
            raise WrongCell(text)
        return names[text.strip()]

    return unword


def _bases(value: Any, asked: Asked) -> str:
    return "\n".join(
        f"{one['source']}｜{one['article']}" if one["article"] is not None else one["source"]
        for one in value
    )


def _condition(value: Any, asked: Asked) -> str:
    return condition_words(condition_from(_form(value), ""), asked)


def _form(value: Any) -> ConditionForm:
    return msgspec.convert(value, ConditionForm)


def _lead(value: Any, asked: Asked) -> str:
    return f"{value['value']} {value['unit']}"


_ENCODE: dict[str, Callable[[Any, Asked], str]] = {
    "text": lambda value, asked: str(value),
    "count": lambda value, asked: str(value),
    "yes": lambda value, asked: YES if value else NO,
    "lines": lambda value, asked: "\n".join(value),
    "bases": _bases,
    "condition": _condition,
    "lead": _lead,
    "data": lambda value, asked: "",
    **{kind: _word(kind) for kind in WORDS},
}


def _unbases(text: str) -> list[dict[str, str | None]]:
    parts = [line.partition("｜") for line in text.split("\n") if line.strip()]
    return [{"source": one, "article": article if bar else None} for one, bar, article in parts]


def _uncount(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text.strip()):
        raise WrongCell(text)
    return int(text.strip())


def _unyes(text: str) -> bool:
    if text.strip() not in (YES, NO):
        raise WrongCell(text)
    return text.strip() == YES


def _uncondition(text: str) -> dict[str, Any]:
    try:
        return condition_form(condition_of(text.strip()))
    except (ValueError, RecursionError) as error:
        raise WrongCell(text) from error


def _unlead(text: str) -> dict[str, Any]:
    found = re.fullmatch(r"\s*([0-9]{1,4})\s*个?\s*(工作日|日|月)\s*", text)
    if found is None:
        raise WrongCell(text)
    return {"value": int(found[1]), "unit": found[2]}


def _no_data(text: str) -> Any:
    """Data is written as JSON alone."""
    raise WrongCell(text)


_DECODE: dict[str, Callable[[str], Any]] = {
    "text": lambda text: text,
    "count": _uncount,
    "yes": _unyes,
    "lines": lambda text: text.split("\n"),
    "bases": _unbases,
    "condition": _uncondition,
    "lead": _unlead,
    "data": _no_data,
    **{kind: _unword(kind) for kind in WORDS},
}
