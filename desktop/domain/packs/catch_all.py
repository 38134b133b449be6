"""Names of materials that name nothing (兜底条款; 北京市优化营商环境条例 31, 32).

A guide may not ask for 其他材料 or 有关材料. A name is nothing but a catch-all when only such
words, connecting words and general nouns are left of it.
"""

from __future__ import annotations

import re

MARKERS = ("其他", "其它", "有关", "相关")

CONNECTING = (
    "法律", "行政", "法规", "规章", "规范性", "政策", "国家", "本市", "市", "区", "县", "地方",
    "规定", "明确", "要求", "依法", "应当", "应", "须", "需要", "必须", "必要", "需", "提供",
    "提交", "出具", "递交", "报送", "审批", "审查", "登记", "许可", "主管", "部门", "机关",
    "机构", "单位", "认为", "视情况", "情况", "情形", "如有", "若有", "根据", "按照", "实际",
    "以及", "或者", "和", "及", "与", "或", "等", "的", "所", "由", "各类", "各种", "一切", "全部",
    "补充", "相应", "上述", "以外", "除", "外", "时", "可能", "办理", "事项", "申请人", "本人",
)  # fmt: skip

NOUNS = ("证明材料", "证明文件", "材料", "资料", "文件", "证明", "证件", "文书", "手续", "凭证")

_AND_SO_ON = re.compile("等(材料|文件|证明|证明材料|证明文件|资料|证件|证照|手续|凭证)?$")
"""「身份证明等材料」: the list goes on and does not say how. 三等奖 ends otherwise."""

_PUNCTUATION = re.compile(r"[\s（）()〔〕\[\]【】、，,。．.；;：:／/《》“”\"']+")
_EMPTY_WORDS = re.compile("|".join(sorted((*MARKERS, *CONNECTING, *NOUNS), key=len, reverse=True)))


def only_catch_all(name: str) -> bool:
    """Whether the name names nothing: 其他材料, 法律法规规定的其他材料, 相关证明文件."""
    rest = _PUNCTUATION.sub("", name)
    general = any(marker in rest for marker in MARKERS) or rest in NOUNS or not rest
    return general and not _EMPTY_WORDS.sub("", rest)


def catch_all_words(name: str) -> tuple[str, ...]:
    """The catch-all words inside a name, for a person to look at."""
    words = [marker for marker in MARKERS if marker in name]
    if _AND_SO_ON.search(name):
        words.append("等")
    return tuple(words)
