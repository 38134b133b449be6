"""The window's own fixtures, beside a hub."""

from tests.ui.conftest import desk, dressed, hand, scanner, shell, shoot
from tests.ui.pages.conftest import window

__all__ = ["desk", "dressed", "hand", "scanner", "shell", "shoot", "window"]
