"""政策测算单: what an applicant is told of a policy, in the words it was shown in.

A calculation and no decision; it names nobody.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySheet:
    """Pairs are (what was asked, what was answered). `amount` is empty where nothing is computed."""

    policy: str
    name: str
    text: str
    conditions: tuple[tuple[str, str], ...] = ()
    verdict: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    amount_label: str = ""
    amount: str = ""
    working: str = ""
    cap_scope: str = ""
    sources: str = ""
    doubts: str = ""
    ask: str = ""
    apply: str = ""
    caution: str = ""
