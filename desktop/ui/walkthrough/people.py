"""Invented people and firms of the sample day. Numbers carry valid check digits, no real person."""

from __future__ import annotations

from desktop.domain.identity.person_id import check_character

RARE_NAME = "䶮𠮷𬭎"
"""Characters that many systems lose; here they must reach the paper."""

STATION: tuple[str, ...] = (
    "经开区政务服务中心",
    "KFQ",
    "北京经济技术开发区管理委员会",
    "7",
    "A07",
    "010-55550000",
    "010-55551234",
    "北京经济技术开发区荣华中路 10 号",
    "工作日 9:00–17:00",
)
"""Answers of the first run, in the order of its fields."""

SUPERVISOR: tuple[str, ...] = ("0700", "赵一鸣", "yizhuang-2026", "yizhuang-2026", "2580")
FIRM = ("亦庄某某餐饮有限公司", "91110000600037341L")
"""A credit code that GB 32100 itself prints as an example."""


def person_number(region: str, birth: str, sequence: str) -> str:
    """An identity number with a valid check character, for an invented person."""
    first = region + birth + sequence
    return first + check_character(first + "0")
