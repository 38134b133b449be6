"""Chinese sentences for enum members and refusals; screens, papers and exports share them.

A table per subject. Source texts are Chinese and go through `_`, so that a hall can ship another
wording in `resources/i18n` without touching code.
"""

from __future__ import annotations

import gettext

from resources import ROOT

_ = gettext.translation("yichuang", ROOT / "i18n", fallback=True).gettext

__all__ = ["_"]
