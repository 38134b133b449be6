"""What a label declares of its contents: kind, nature and quantity (快递条例 22)."""

from __future__ import annotations

from desktop.domain.courier.posting import Label, declared
from desktop.wording import _
from desktop.wording.labels import label as word


def declared_text(told: Label) -> str:
    """种类：文件；内件：证照 1 份、申请材料 3 份（原件 2）；性质：政务文书，无禁寄物品."""
    parts = []
    for one in declared(told.contents):
        originals = _("（原件 {n}）").format(n=one.originals) if one.originals else ""
        parts.append(f"{word(one.kind)} {one.copies} " + _("份") + originals)
    inside = "、".join(parts) or f"{told.goods} {told.pieces} " + _("件")
    return _("种类：文件；内件：{inside}；性质：政务文书，无禁寄物品").format(inside=inside)
