"""Panel: what a verb asks under a parcel before F9 does it; one at a time is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.courier.shipment import Shipment
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import KeyButton
from desktop.wording import _


class Panel(QFrame):
    """Subclasses lay out their fields and `button`, fill them in `open` and answer `act`.

    `detail.Detail` shows the panel that a verb names, puts it away with Esc, and the page
    performs what `act` answers.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.button = KeyButton("save_form", words or _("登记"), primary=True)
        self.hide()

    def open(self, shipment: Shipment, desk: Desk) -> None:
        """Fill in what is known, show, and take the focus."""
        self.show()

    def act(self, shipment: Shipment, desk: Desk) -> Callable[[], object]:
        """What F9 does with the fields as they stand, read before anything is reloaded: nothing for
        a panel that only shows.
        """
        return lambda: None

    def ready(self, shipment: Shipment, troubled: bool) -> bool:
        """Whether there is anything to ask about; `troubled`: the parcel has a trouble."""
        return True

    def done(self, result: object) -> tuple[str, str] | None:
        """Where to go when it is done, as (page, what); None stays with the parcel."""
        return None
