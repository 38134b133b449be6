"""Refusals about disagreements and the hall a case belongs to."""

from __future__ import annotations

from desktop.wording import _

REFUSALS: dict[str, str] = {
    "no_disagreement": _("没有这一处分歧，可能刚随联网交换变化了。请回到列表再看。"),
    "disagreement_settled": _("这一处分歧已由 {clerk} 处理过，不能再改；有新情况请写进办件更正。"),
    "done_missing": _("请写明已经怎样处理，例如：已告知申请人以先受理的为准，收回另一份文书。"),
}
