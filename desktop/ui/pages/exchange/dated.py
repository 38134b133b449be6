"""「截至…」: how new at the least is what the main hall publishes, where it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.exchange.membership import Contact
from desktop.services.exchange import membership, syncing
from desktop.ui.desk import Desk
from desktop.ui.widgets.elided import Elided
from desktop.wording.exchange.standing import as_of_text


class Dated(Elided):
    """Says nothing on a station that is in no hub: there everything is its own."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(role="quiet", parent=parent)
        self._desk = desk
        desk.exchanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        office = self._desk.office
        joined = syncing.contact(office) is not Contact.ALONE
        self.setVisible(joined)
        if joined:
            self.setText(as_of_text(membership.standing(office).whole_at, office.now()))
