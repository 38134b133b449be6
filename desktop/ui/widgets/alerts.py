"""How an alert looks on every list: glyph, word and token of the theme, so never colour alone."""

from __future__ import annotations

from desktop.domain.handling.alert import Alert
from desktop.wording.labels import label as word

ALERTS: dict[Alert, tuple[str, str]] = {
    Alert.OVERDUE: ("×", "bad"),
    Alert.RED: ("◆", "bad"),
    Alert.AMBER: ("▲", "warn"),
    Alert.GREEN: ("●", "good"),
    Alert.PAUSED: ("‖", "info"),
}


def alert_text(told: Alert) -> str:
    """`▲ 将到期`."""
    return f"{ALERTS[told][0]} {word(told)}"
