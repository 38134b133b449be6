"""待核: what was found, and what the clerk does about it; never to ask for paper the law spares."""

from __future__ import annotations

from desktop.domain.licences.checks import Finding, OpenCheck
from desktop.wording import _
from desktop.wording.labels import label

_ADVICE = {
    None: _("尚未再查：按 F9 再查一遍。"),
    Finding.SILENT: _("来源仍未答复，稍后再查；不向申请人要纸质材料。"),
    Finding.NOT_FOUND: _(
        "请联系发证机关核实；仍查不到的，由申请人书面承诺（告知承诺），不要求补交纸质证照。"
    ),
    Finding.NOT_GOOD: _("请联系发证机关核实现状，并告知申请人换证或续期；办件继续按期限办理。"),
}


def finding_text(one: OpenCheck) -> str:
    """`查无此证`, `不在有效期内（已过期）`, `仍未答复（超时）`; 未再查 where nobody tried."""
    if one.finding is None:
        return _("未再查")
    more = one.standing if one.finding is Finding.NOT_GOOD else one.why
    return label(one.finding) + (f"（{label(more)}）" if more else "")


def advice(one: OpenCheck) -> str:
    """What to do next."""
    return _ADVICE[one.finding]
