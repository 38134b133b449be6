"""What every page is: something with a title that knows which topics it shows."""

from __future__ import annotations

from collections.abc import Set
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.keys.table import hints_of


class Page(QWidget):
    """Subclasses set `topics` and `context` and override what they need.

    `wanted(page, what)` asks the shell for another page, e.g. `wanted.emit("cases", number)`;
    there it arrives at `show_what`. `hinted(text)` changes the hints of the status strip while
    the page is in front. A refusal is offered to the page in front first (`show_refusal`);
    where the page has no banner of its own the shell shows it above the page.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    context: ClassVar[Context] = Context.WINDOW
    wanted = Signal(str, str)
    hinted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName("ground")

    def reload(self, topics: Set[Topic]) -> None:
        """Some of `self.topics` changed while this page is in front, or before it came."""

    def enter(self) -> None:
        """The page comes to the front: put the focus where work begins."""

    def leave(self) -> bool:
        """The page goes to the back; False keeps it (say why in a banner)."""
        return True

    def act(self, verb: str) -> None:
        """Do what the key of this verb does, asked for by its name (the command palette)."""

    def shut(self) -> None:
        """The window closes: keep what is in hand. Says nothing, asks nothing."""

    def hints(self) -> str:
        """Keys for the status strip, while the page is in front."""
        return hints_of(self.context)

    def show_what(self, what: str) -> None:
        """Show one thing, named as the page names it (a case's number, an item's id)."""

    def back(self) -> bool:
        """Esc: one level back, never losing data. False when there is no level left."""
        return False

    def scanned(self, text: str) -> bool:
        """A scanner read `text` while the page was in front. True when the page took it."""
        return False

    def show_refusal(self, code: str, sentence: str, data: dict[str, object]) -> bool:
        """Say the refusal in a banner of the page's own; False lets the shell say it."""
        return False

    def busy(self) -> bool:
        """Somebody is being served: the screen does not lock by itself now."""
        return False
