"""Export: format, folder, and, where personal data is to be shown, why. Runs in a worker."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from desktop.domain.halls.roles import Right
from desktop.domain.supervision.rows import LogFilter
from desktop.services.ports import Progress
from desktop.services.supervision import log
from desktop.services.supervision.log import Export, Written
from desktop.ui.desk import Desk, Topic
from desktop.ui.jobs import Job
from desktop.ui.pages.papers.store import usual_folder
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.paths import FolderField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, row
from desktop.wording import _

FORMATS = {"xlsx": _("表格 XLSX"), "csv": _("文本 CSV"), "pdf": _("打印稿 PDF")}


class ExportPanel(QFrame):
    """`told(tone, text)` when it is done or was cancelled."""

    told = Signal(object, str)

    def __init__(
        self, desk: Desk, wanted: Callable[[], LogFilter], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk, self._wanted = desk, wanted
        self._job: Job | None = None
        able = [(one, words) for one, words in FORMATS.items() if one in desk.office.ledgers]
        self.format = Pick(_("格式"), able)
        self.place = FolderField(_("存到"), usual_folder())
        self.personal = Switch(_("不掩码（须写明理由）"))
        self.reason = Field(_("不掩码的理由"))
        self.bar = QProgressBar()
        self.bar.setFormat(_("%v / %m 行"))
        self.button = KeyButton("save_form", _("开始导出"), primary=True)
        self.stop = KeyButton("cancel_export", _("取消"))
        self._build()
        self.hide()

    def open(self) -> None:
        may = self._desk.may(Right.EXPORT_PERSONAL)
        self.personal.setChecked(False)
        self.personal.setVisible(may)
        self.reason.hide()
        self.show()
        self.format.setFocus()

    def put_away(self) -> bool:
        """False while it is not shown; an export under way goes on until it is cancelled."""
        if self.isHidden() or self._job is not None:
            return False
        self.hide()
        return True

    @property
    def running(self) -> bool:
        return self._job is not None

    def start(self) -> None:
        """Check and head here, rows and file in a worker, journalled when the file stands."""
        if self.isHidden() or self._job is not None:
            return
        office, clerk = self._desk.office, self._desk.acting
        asked = Export(
            wanted=self._wanted(), format=str(self.format.value), to=self._path(),
            personal=self.personal.isChecked(), reason=self.reason.text,
        )  # fmt: skip

        def begin() -> Callable[[Progress], Written]:
            log.check(office, clerk, asked)
            head = log.heading(office, clerk, asked)

            def task(report: Progress) -> Written:
                asked.to.parent.mkdir(parents=True, exist_ok=True)
                with office.store.reader() as views:
                    return log.write(office, views, asked, head, report)

            return task

        task = self._desk.perform(begin)
        if task is not None:
            self._running(True)
            self._job = self._desk.work(task, self._written, self._moved, self._stopped)

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _written(self, written: Written) -> None:
        log.journal(self._desk.office, self._desk.acting, written)
        self._end()
        self.hide()
        self._desk.tell({Topic.LOG})
        told = _("已导出 {rows} 行到 {path}，校验值 {sha}…。").format(
            rows=written.rows, path=written.export.to, sha=written.sha256[:16]
        )
        self.told.emit(Tone.GOOD, told)

    def _stopped(self) -> None:
        cancelled = self._job is not None and self._job.cancelled
        self._end()
        if cancelled:
            self.told.emit(Tone.INFO, _("已取消，没有留下文件。"))

    def _end(self) -> None:
        self._job = None
        self._running(False)

    def _running(self, running: bool) -> None:
        self.bar.setRange(0, 0)
        for widget in (self.bar, self.stop):
            widget.setVisible(running)
        if running:
            self.stop.setFocus()  # before the field that has it is disabled and the focus lost
        for other in (self.format, self.place, self.personal, self.button):
            other.setEnabled(not running)

    def _moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _path(self) -> Path:
        wanted, hall = self._wanted(), self._desk.office.station.hall_name
        days = f"{wanted.first}" + (f"至{wanted.last}" if wanted.last != wanted.first else "")
        name = re.sub(r'[\\/:*?"<>|]', "-", _("日志 {hall} {days}").format(hall=hall, days=days))
        return self.place.folder / f"{name}.{self.format.value}"

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self.format)
        top.addWidget(self.place, 1)
        inside.addLayout(top)
        foot = row(gap=3)
        foot.addWidget(self.personal)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.bar, 1)
        foot.addStretch(1)
        foot.addWidget(self.stop)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.personal.toggled.connect(self.reason.setVisible)
        self.button.clicked.connect(self.start)
        self.stop.clicked.connect(self.cancel)
        self._running(False)
