"""Conditions in words: q_biz〔主体业态〕=「餐饮服务」、「单位食堂」 且 非（q_net〔通过网络〕=「是」）.

The question's id decides, what stands in 〔〕 is for the reader. 且 and 或 never stand side by side
without brackets, so nothing has to be remembered about which binds more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.domain.guidance.condition import AllOf, AnyOf, Chosen, Condition, Not

_TOKEN = re.compile(
    r"\s*(?:(?P<id>[A-Za-z0-9_.\-]+)(?:〔[^〕]*〕)?\s*[=＝]"
    r"|(?P<option>「[^」]*」)|(?P<sign>[且或非（）()、，,]))\s*"
)
_JOINED: Mapping[str, type[AllOf] | type[AnyOf]] = {"且": AllOf, "或": AnyOf}


class NotACondition(ValueError):
    """The words are no condition of this language."""


def condition_words(condition: Condition, asked: Mapping[str, str]) -> str:
    """The condition in words; `asked` gives each question's text."""
    match condition:
        case Chosen(question, options):
            text = re.sub(r"[？?〔〕\n]", "", asked.get(question, ""))
            shown = f"〔{text}〕" if text else ""
            return f"{question}{shown}=" + "、".join(f"「{option}」" for option in options)
        case Not(part):
            return f"非（{condition_words(part, asked)}）"
        case AllOf(parts) | AnyOf(parts):
            sign = " 且 " if isinstance(condition, AllOf) else " 或 "
            return sign.join(_bracketed(part, asked) for part in parts)


def _bracketed(part: Condition, asked: Mapping[str, str]) -> str:
    words = condition_words(part, asked)
    return f"（{words}）" if isinstance(part, AllOf | AnyOf) else words


def condition_of(words: str) -> Condition:
    """The condition that the words say; NotACondition for anything else."""
    tokens = _tokens(words)
    condition, rest = _joined(tokens)
    if rest:
        raise NotACondition(words)
    return condition


def _tokens(words: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    while at < len(words):
        found = _TOKEN.match(words, at)
        if found is None:
            raise NotACondition(words)
        told = f"={found['id']}" if found["id"] else found["option"] or found["sign"]
        tokens.append({"(": "（", ")": "）", "，": "、", ",": "、"}.get(told, told))
        at = found.end()
    return tokens


def _joined(tokens: list[str]) -> tuple[Condition, list[str]]:
    first, rest = _term(tokens)
    if not rest or rest[0] not in _JOINED:
        return first, rest
    sign, parts = rest[0], [first]
    while rest and rest[0] == sign:
        part, rest = _term(rest[1:])
        parts.append(part)
    return _JOINED[sign](tuple(parts)), rest


def _term(tokens: list[str]) -> tuple[Condition, list[str]]:
    match tokens:
        case ["非", *rest]:
            part, rest = _term(rest)
            return Not(part), rest
        case ["（", *rest]:
            inner, rest = _joined(rest)
            if rest[:1] != ["）"]:
                raise NotACondition("）")
            return inner, rest[1:]
        case [question, *rest] if question.startswith("="):
            return _chosen(question[1:], rest)
    raise NotACondition(" ".join(tokens))


def _chosen(question: str, tokens: list[str]) -> tuple[Condition, list[str]]:
    options: list[str] = []
    while tokens and tokens[0].startswith("「"):
        options.append(tokens[0][1:-1])
        tokens = tokens[1:]
        if tokens[:1] == ["、"] and tokens[1:2] and tokens[1].startswith("「"):
            tokens = tokens[1:]
    if not options:
        raise NotACondition(question)
    return Chosen(question, tuple(options)), tokens
