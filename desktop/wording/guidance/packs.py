"""Words for what a pack holds and changes."""

from __future__ import annotations

from desktop.domain.packs.entries import Part
from desktop.wording import _

PARTS: dict[Part, str] = {
    Part.SOURCE: _("依据"),
    Part.E_LICENCE: _("电子证照"),
    Part.DATA_SHARE: _("数据共享"),
    Part.THEME: _("主题"),
    Part.POLICY: _("政策"),
}
