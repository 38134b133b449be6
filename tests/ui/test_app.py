"""What Qt is told before it starts."""

from __future__ import annotations

import pytest

from desktop.ui.app import platform_settings

IBUS = {"QT_IM_MODULE": "ibus"}


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, {"QT_QPA_PLATFORM": "offscreen"}),
        ({"QT_QPA_PLATFORM": "offscreen"}, {}),
        ({"QT_QPA_PLATFORM": "minimal:x"}, {}),
        ({"DISPLAY": ":0"}, IBUS),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_IM_MODULE": "fcitx5"}, IBUS),
        ({"DISPLAY": ":0", "QT_IM_MODULE": "maliit"}, {}),
        ({"QT_QPA_PLATFORM": "vnc"}, IBUS),
    ],
)
def test_linux(environment: dict[str, str], told: dict[str, str]) -> None:
    assert platform_settings("linux", environment) == told


def test_elsewhere_nothing_is_told() -> None:
    assert platform_settings("win32", {}) == {}
