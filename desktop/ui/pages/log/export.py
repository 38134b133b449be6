"""Export: format, folder, and, where personal data is to be shown, why. Runs in a worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from desktop.domain.halls.roles import Clerk, Right
from desktop.domain.supervision.log.profiles import Profile
from desktop.services.ports import Progress
from desktop.services.supervision.log import exporting, profiles
from desktop.services.supervision.log.exporting import Export, Written
from desktop.services.supervision.places import make_room, safe
from desktop.ui.desk import Desk, Topic
from desktop.ui.jobs import Job
from desktop.ui.pages.log.reader import Asked
from desktop.ui.pages.papers.store import usual_folder
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.paths import FolderField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, row
from desktop.wording import _
from desktop.wording.log import VIEWS

FORMATS = {
    "xlsx": _("表格 XLSX"),
    "csv": _("文本 CSV"),
    "pdf": _("打印稿 PDF"),
    "json": _("数据 JSON"),
}


class ExportPanel(QFrame):
    """`told(tone, text)` when it is done or was cancelled; `shown(open)` as it opens and closes."""

    told = Signal(object, str)
    shown = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        wanted: Callable[[], Asked],
        profile: Callable[[str], Profile],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk, self._wanted, self._profile = desk, wanted, profile
        self._job: Job | None = None
        able = [(one, words) for one, words in FORMATS.items() if one in desk.office.ledgers]
        self.format = Pick(_("格式"), able)
        self.place = FolderField(_("存到"), usual_folder())
        self.name = Field(_("方案名"), _("存下来，下次一选就是"))
        self.keep = KeyButton("keep_profile", _("存为方案"))
        self.drop = KeyButton("drop_profile", _("删去方案"))
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
        known = self._desk.office.ledgers.formats(self._wanted().view)
        self.format.offer([(one, words) for one, words in FORMATS.items() if one in known])
        self.personal.setChecked(False)
        self.personal.setVisible(may)
        self.reason.hide()
        self.show()
        self.format.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(not self.isHidden())

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
        wanted, view = self._wanted()
        asked = Export(
            wanted=wanted, format=str(self.format.value), to=self._path(), view=view,
            personal=self.personal.isChecked(), reason=self.reason.text,
        )  # fmt: skip

        made: list[Written] = []

        def begin() -> Callable[[Progress], Written]:
            exporting.check(office, clerk, asked)

            def task(report: Progress) -> Written:
                make_room(asked.to)
                with office.store.reader() as views:
                    made.append(exporting.write(office, clerk, views, asked, report))
                return made[0]

            return task

        task = self._desk.perform(begin)
        if task is not None:
            self._running(True)
            self._job = self._desk.work(
                task, partial(self._written, clerk), self._moved, partial(self._stopped, made)
            )

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def use(self, told: Profile) -> None:
        """Format, folder and name as the profile has them."""
        self.format.set_value(told.format)
        if told.folder:
            self.place.field.set_text(told.folder)
        self.name.set_text(told.name)

    def keep_profile(self) -> None:
        """What is on the screen, with this format and folder, under the name that was typed."""
        if self.isHidden() or self._job is not None:
            return
        office, clerk, told = self._desk.office, self._desk.acting, self._profile(self.name.text)

        def verb() -> bool:
            profiles.keep(office, clerk, told)
            return True

        if self._desk.perform(verb, frozenset({Topic.LOG})):
            name = _("已存为方案「{name}」；命令用 --profile。").format(name=told.name)
            self.told.emit(Tone.GOOD, name)

    def drop_profile(self) -> None:
        if self.isHidden() or self._job is not None:
            return
        office, clerk, name = self._desk.office, self._desk.acting, self.name.text

        def verb() -> bool:
            profiles.drop(office, clerk, name)
            return True

        if self._desk.perform(verb, frozenset({Topic.LOG})):
            self.told.emit(Tone.INFO, _("已删去方案「{name}」。").format(name=name))

    def _written(self, clerk: Clerk, written: Written) -> None:
        try:
            exporting.journalled(self._desk.office, clerk, written)
        finally:
            self._end()
        self.hide()
        self._desk.tell({Topic.LOG})
        told = _("已导出 {rows} 行到 {path}，旁边是清单；校验值 {sha}…。").format(
            rows=written.rows, path=written.export.to, sha=written.sha256[:16]
        )
        if written.told.printed < written.rows:
            told += _("行数多，打印稿只印统计；逐行请导出 XLSX 或 CSV。")
        self.told.emit(Tone.GOOD, told)

    def _stopped(self, made: list[Written]) -> None:
        """Cancelled when the file stood already: it goes again."""
        for written in made:
            exporting.discard(written)
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
        for other in (self.format, self.place, self.personal, self.button, self.keep, self.drop):
            other.setEnabled(not running)

    def _moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _path(self) -> Path:
        (wanted, view), hall = self._wanted(), self._desk.office.station.hall_name
        days = f"{wanted.first}" + (f"至{wanted.last}" if wanted.last != wanted.first else "")
        what = _("日志") if view.id == "all" else _("日志 {view}").format(view=VIEWS[view.id])
        return self.place.folder / f"{safe(f'{what} {hall} {days}')}.{self.format.value}"

    def _build(self) -> None:
        inside = column(self, margin=2, gap=1)
        top = row(gap=3)
        top.addWidget(self.format)
        top.addWidget(self.place, 1)
        inside.addLayout(top)
        kept = row(gap=3)
        kept.addWidget(self.name, 1)
        for button in (self.keep, self.drop):
            kept.addWidget(button)
        inside.addLayout(kept)
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
        self.keep.clicked.connect(self.keep_profile)
        self.drop.clicked.connect(self.drop_profile)
        self._running(False)
