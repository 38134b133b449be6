"""The papers listed, the printer, the copies and the folder: what stands left of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QSpinBox, QWidget

from desktop.ui.pages.papers.sheets import PAGES
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.choices import Choice, ChoiceList
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, label
from desktop.wording import _
from desktop.wording.labels import label as word

MOST_COPIES = 20


class Side(QFrame):
    """`looked_at(place)` as another paper is chosen."""

    looked_at = Signal(str)
    page_picked = Signal()
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(unit(80))
        self.folder = folder
        self.list = ChoiceList()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.looked_at.connect(self.looked_at)
        self.empty = EmptyState(_("没有要打印的文书"), _("在接待或办件页办理后，文书会列在这里。"))
        self.copies_box = QSpinBox(minimum=1, maximum=MOST_COPIES)
        self.copies_box.lineEdit().setTextMargins(unit(2), 0, 0, 0)
        self.copies_box.setAccessibleName(_("份数"))
        self.pick = Pick(_("打印机"), [])
        self.page_pick = Pick(_("纸张"), [(page, page) for page in PAGES])
        self._none = label(_("本机没有打印机：打印即存为文件。"), "quiet", wrap=True)
        self._where = label("", "quiet", wrap=True)
        self.print_button = KeyButton("print_papers", _("打印"), primary=True)
        self.save_button = KeyButton("save_pdf", _("存为文件"))
        self._change = QPushButton(_("换文件夹"))
        self._build()

    @property
    def printer(self) -> str:
        return str(self.pick.value or "")

    @property
    def page(self) -> str:
        return str(self.page_pick.value)

    @property
    def copies(self) -> int:
        return self.copies_box.value()

    def printers(self, names: Sequence[str]) -> None:
        self.pick.offer([(name, name) for name in names])
        self.pick.setVisible(bool(names))
        self.copies_box.setVisible(bool(names))
        self._copies_label.setVisible(bool(names))
        self._none.setVisible(not names)

    def offer_pages(self, pages: Sequence[str], chosen: str) -> None:
        """Sheets of a printer, or sizes of labels."""
        self.page_pick.offer([(page, word(page)) for page in pages])
        self.page_pick.set_value(chosen)

    def offer(self, choices: Sequence[Choice]) -> None:
        """List these papers; the one looked at stays in sight."""
        before = self.list.current
        self.list.setVisible(bool(choices))
        self.empty.setVisible(not choices)
        self.list.offer(choices, before.id if before else "")

    def set_folder(self, folder: Path) -> None:
        self.folder = folder
        self._where.setText(_("存到 {folder}").format(folder=folder))

    def _build(self) -> None:
        self._copies_label = label(_("份数"), "quiet")
        inside = column(self, margin=3, gap=2)
        inside.addWidget(label(_("文书"), "title"))
        inside.addWidget(self.list, 1)
        inside.addWidget(self.empty, 1)
        copies = (self._copies_label, self.copies_box)
        for widget in (self.page_pick, self.pick, *copies, self._none, self._where):
            inside.addWidget(widget)
        self.page_pick.picked.connect(lambda _page: self.page_picked.emit())
        for button in (self._change, self.save_button, self.print_button):
            inside.addWidget(button)
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self._change.clicked.connect(self._choose_folder)
        self.printers([])
        self.set_folder(self.folder)

    def _choose_folder(self) -> None:
        told = QFileDialog.getExistingDirectory(self, _("存到哪个文件夹"), str(self.folder))
        if told:
            self.set_folder(Path(told))
