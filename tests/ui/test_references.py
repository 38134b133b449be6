"""PySide6 6.12.0 lost a reference to None at every call that returned nothing (Python 3.11).

After some thousands of calls the interpreter ends the process. Eight hours at a counter are
millions of calls.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget

CALLS = 500


def test_calls_that_return_nothing_keep_none_alive(qapp: QApplication) -> None:
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.setEnabled(True)
        qapp.processEvents()
    assert sys.getrefcount(None) > before - CALLS // 10
