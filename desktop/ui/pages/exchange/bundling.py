"""Where a bundle goes and for whom; which file comes in: typed, chosen, pasted or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlparse

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.domain.exchange.batches import HallHead
from desktop.services.exchange import bundles
from desktop.ui.desk import ALL, Desk, Topic
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.paths import FolderField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import label, row
from desktop.wording import _

SUFFIX = ".ycb"
KINDS = _("交换包 (*{suffix});;所有文件 (*)").format(suffix=SUFFIX)
EVERYBODY = ""


class WriteBundle(QFrame):
    """`asked(folder, hall)` with F9, an empty hall for all of them. Hidden until `ask`."""

    asked = Signal(Path, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.hall = Pick(_("给哪个大厅"), [(EVERYBODY, _("所有大厅"))])
        self.place = FolderField(_("存到哪个文件夹（如移动硬盘）"), Path.home())
        self.button = KeyButton("save_form", _("写出"), primary=True)
        inside = row(self, margin=3, gap=3)
        inside.addWidget(self.hall)
        inside.addWidget(self.place, 1)
        inside.addWidget(self.button)
        inside.addWidget(label(_("Esc 不办了"), "quiet"))
        self.place.field.finished.connect(self.answer)
        self.button.clicked.connect(self.answer)
        self.hide()

    def ask(self, halls: Sequence[HallHead]) -> None:
        named = [(one.code, f"{one.name}（{one.code}）") for one in halls if one.public_key]
        self.hall.offer([(EVERYBODY, _("所有大厅")), *named])
        self.show()
        self.place.field.line.setFocus()
        self.place.field.line.selectAll()

    def answer(self) -> None:
        self.asked.emit(self.place.folder, self.hall.value or EVERYBODY)

    def put_away(self) -> bool:
        """True when there was something to put away."""
        shown = not self.isHidden()
        self.hide()
        return shown


def file_name(hall: str, device: str, at: datetime) -> str:
    """Sorted by name they lie in the order in which they are to be taken."""
    return f"{hall}-{device}-{at:%Y%m%d-%H%M%S}{SUFFIX}"


def path_of(text: str) -> Path | None:
    """A file named by what was pasted or dropped: a path, in quotes or not, or its address."""
    told = text.strip().strip('"')
    if told.startswith("file:"):
        told = unquote(urlparse(told).path)
    return Path(told).expanduser() if told and "\n" not in told else None


def on_clipboard() -> str:
    """A file's path that lies on the clipboard, empty for anything else."""
    found = path_of(QApplication.clipboard().text())
    return str(found) if found is not None and found.suffix == SUFFIX and found.exists() else ""


def written(desk: Desk, folder: Path, hall: str) -> str:
    """Write one there; what was written in words, or nothing where it was refused."""
    office, clerk = desk.office, desk.acting
    to = folder / file_name(office.station.hall, office.store.journal.device, office.now())
    told = desk.perform(lambda: bundles.write(office, clerk, to, hall), {Topic.LOG})
    if told is None:
        return ""
    words = _("已写出 {n} 条，给 {halls}：{file}")
    return words.format(n=told.entries, halls="、".join(told.recipients), file=to)


def taken(desk: Desk, path: Path) -> tuple[Tone, str] | None:
    """Take it in; what came of it in words, None where it was refused."""
    office, clerk = desk.office, desk.acting
    told = desk.perform(lambda: bundles.take(office, clerk, path), ALL)
    if told is None:
        return None
    if not told.new:
        return Tone.INFO, _("这个交换包以前收过，没有新内容。")
    words = _("已收入：来自设备 {device}，新收 {n} 条；联网后原样转交中心。")
    return Tone.GOOD, words.format(device=told.device, n=told.new)
