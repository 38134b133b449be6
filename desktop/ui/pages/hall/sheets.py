"""事项表格: how a national sheet would be read, items written as a workbook, guides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.packs.grid import Problem, column_letter
from desktop.services.packs.book.export import export, export_guides
from desktop.services.packs.sheets.labels import Labels, load_labels
from desktop.services.packs.sheets.read import Looked, look
from desktop.services.ports import Progress
from desktop.ui.desk import Desk
from desktop.ui.pages.room import Verbs
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.elided import Elided
from desktop.ui.widgets.forms.paths import FileAsk
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.guidance.sheets import ABOUT_BOOK, problem_sentence, reason_text

SHEET_FILES = _("表格 (*.xlsx *.csv);;所有文件 (*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One column of a sheet: `field` is what it is read as, empty where it is not taken."""

    sheet: str
    letter: str
    label: str
    field: str
    by_code: bool

    @property
    def told(self) -> str:
        if not self.field:
            return _("不采用")
        return _("按代码表") if self.by_code else _("按标签")


PROBLEMS = (
    Column(_("工作表"), lambda one: one.sheet, 10),
    Column(_("行"), lambda one: str(one.row), 4, right=True),
    Column(_("列"), lambda one: one.column, 4),
    Column(_("内容"), lambda one: " ".join(one.value.split()), 12),
    Column(_("原因"), reason_text),
)
MAPPING = (
    Column(_("工作表"), lambda one: one.sheet, 10),
    Column(_("列"), lambda one: one.letter, 4),
    Column(_("标签"), lambda one: " ".join(one.label.split())),
    Column(_("读作"), lambda one: one.field or "—"),
    Column(_("凭"), lambda one: one.told, 6),
)


def lines_of(found: Looked, labels: Labels) -> list[Line]:
    """Every column of every table; a workbook of our own calls its fields as its labels do."""
    return [
        Line(
            table.sheet,
            column_letter(one.number),
            one.label,
            labels.titles.get(one.name, one.label) if one.name is not None else "",
            (table.sheet, one.number) in found.by_code,
        )
        for table in found.tables
        for one in table.columns
    ]


class SheetsPane(QWidget):
    """`told(tone, text)` when a file was written. Looking at a sheet takes nothing in: it is
    published on the page 事项, which `catalogue_asked` leads to.
    """

    told = Signal(object, str)
    catalogue_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Looked | None = None
        self._mapped: list[Line] = []
        home = Path.home()
        self.look_at = FileAsk(_("国家实施清单（.xlsx、.csv）"), _("看怎样读"), SHEET_FILES)
        self.book_to = FileAsk(_("写成工作簿（.xlsx）"), _("导出全部事项"), "XLSX (*.xlsx)", True)
        self.book_to.field.set_text(str(home / _("事项.xlsx")))
        self.guides_to = FileAsk(_("办事指南放进文件夹"), _("写出全部指南"), "", True)
        self.guides_to.field.set_text(str(home / _("办事指南")))
        self.summary = label("", "heading", wrap=True)
        self.problems = RowsPane(
            PROBLEMS, all_of(self._wrong), str, _("不对的格子"), (_("没有不对的地方"), "")
        )
        nothing = (_("还没有看表格"), _("按 F5 选一个文件：先看怎样读，什么都不写入。"))
        self.mapping = RowsPane(MAPPING, all_of(self._lines), str, _("列怎样读"), nothing)
        self.whole = Elided(role="quiet", lines=3)
        self._build()

    def verbs(self) -> Verbs:
        asked = next((one for one in self._asks if not one.isHidden()), None)
        done = {"save_form": asked.answer} if asked is not None else {}
        return {
            "add_new": partial(self._ask, self.look_at),
            "edit_year": partial(self._ask, self.book_to),
            "edit_day": partial(self._ask, self.guides_to),
            "drop_year": self.catalogue_asked.emit,
            **done,
        }

    def enter(self) -> None:
        self.mapping.reload()
        self.mapping.take_focus()

    def reload(self) -> None:
        """Nothing here follows from what others do: a preview is of its file."""

    def step_back(self) -> bool:
        shown = [one for one in self._asks if one.put_away()]
        return bool(shown)

    def look(self, file: Path) -> None:
        """Read the file in a worker and show its mapping; a broken one is refused in words."""
        office = self._desk.office

        def task(_report: Progress) -> tuple[Looked, Labels]:
            files = office.spreadsheets()
            labels = load_labels(files.labels)
            return look(files, file, labels, office.catalogue), labels

        self._desk.work(task, lambda told: self._show(*told))

    def write_book(self, file: Path) -> None:
        self._write(
            lambda _report: len(export(self._desk.office, file, (), ABOUT_BOOK)),
            _("已写出 {count} 个事项：{file}"),
            file,
        )

    def write_guides(self, folder: Path) -> None:
        self._write(
            lambda _report: len(export_guides(self._desk.office, folder, ())),
            _("已写出 {count} 份办事指南：{file}"),
            folder,
        )

    def _write(self, task: Callable[[Progress], int], told: str, file: Path) -> None:
        def then(count: int) -> None:
            self.step_back()
            self.told.emit(Tone.GOOD, told.format(count=count, file=file))

        self._desk.work(task, then)

    def _ask(self, one: FileAsk) -> None:
        self.step_back()
        one.ask()

    def _show(self, found: Looked, labels: Labels) -> None:
        self._found, self._mapped = found, lines_of(found, labels)
        self.step_back()
        told = _("{file}：事项 {items} 个，材料 {materials} 项；不对的地方 {problems} 处")
        self.summary.setText(
            told.format(
                file=found.file.name,
                items=len(found.pack.items),
                materials=found.materials,
                problems=len(found.problems),
            )
        )
        self.problems.setVisible(bool(found.problems))
        self.whole.setText("")
        self.mapping.reload()
        (self.problems if self.problems.reload() else self.mapping).take_focus()

    def _wrong(self) -> list[Problem]:
        return self._found.problems if self._found else []

    def _lines(self) -> list[Line]:
        return self._mapped

    def _build(self) -> None:
        panel = frame("panel")
        inside = column(panel, margin=3, gap=2)
        inside.addWidget(self.summary)
        inside.addWidget(self.problems, 2)
        inside.addWidget(self.whole)
        inside.addWidget(self.mapping, 3)
        self._asks = (self.look_at, self.book_to, self.guides_to)
        for one in self._asks:
            inside.addWidget(one)
        buttons = row()
        buttons.addStretch(1)
        catalogue = KeyButton("drop_year", _("事项目录、发布"))
        catalogue.clicked.connect(self.catalogue_asked)
        buttons.addWidget(catalogue)
        for verb, words, ask in (
            ("edit_day", _("出办事指南"), self.guides_to),
            ("edit_year", _("导出全部事项"), self.book_to),
            ("add_new", _("看一个表格"), self.look_at),
        ):
            button = KeyButton(verb, words, primary=verb == "add_new")
            button.clicked.connect(partial(self._ask, ask))
            buttons.addWidget(button)
        inside.addLayout(buttons)
        column(self).addWidget(panel)
        self.problems.hide()
        self.problems.looked_at.connect(lambda one: self.whole.setText(problem_sentence(one)))
        self.look_at.chosen.connect(self.look)
        self.book_to.chosen.connect(self.write_book)
        self.guides_to.chosen.connect(self.write_guides)
