"""开拆清点: each line of the slip is looked at; what differs is said by one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.custody.count import judged
from desktop.domain.custody.entries import Counted, Found
from desktop.services.custody import arrivals
from desktop.services.custody.rule import rule
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.custody.columns import FOUND, amount, found_text, short
from desktop.ui.pages.custody.second import Second
from desktop.ui.pages.room import Verbs
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, label, row, wear
from desktop.ui.widgets.rows import Column
from desktop.wording import _

CHANGED = frozenset({Topic.SHIPMENTS, Topic.CASES, Topic.PAPERS, Topic.LOG})


@dataclass(frozen=True, slots=True)
class Line:
    place: int
    told: Counted
    looked: bool = False


class Opening(QFrame):
    """`counted(number, paper, pieces)`: the paper's number may be empty, pieces joined by `+`."""

    counted = Signal(str, str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._number = ""
        self._lines: list[Line] = []
        self._title, self._left = label("", "title"), label("", "warn")
        self.bag = Field(_("封签号"), _("包裹上没有就空着"))
        self.broken = Switch(_("封签或外包装破损"))
        self.second = Second()
        self.ask = Ask(_("多出的是什么"), _("加上"))
        self.note = Ask(_("损坏的情况"), _("记下"))
        self.pane = RowsPane(
            COLUMNS, all_of(self._rows), lambda one: str(one.place), _("寄件清单"),
            (_("清单上没有内件"), _("按 F7 把包裹里的逐项加上。")),
        )  # fmt: skip
        self.button = KeyButton("save_form", _("清点完毕"), primary=True)
        self.extra = KeyButton("add_case", _("多出一项"))
        self._build()

    def open(self, number: str) -> tuple[Counted, ...]:
        """The slip, nothing looked at yet."""
        told = arrivals.slip(self._desk.office, number)
        self._number = number
        self._lines = [Line(place, line) for place, line in enumerate(told)]
        self._title.setText(_("开拆清点　{n}").format(n=short(number)))
        self.bag.set_text("")
        self.broken.setChecked(False)
        hall = rule(self._desk.office)
        self.second.open(hall.two_to_open, hall.alone_allowed)
        self.ask.hide()
        self.note.hide()
        self._again()
        self.take_focus()
        return told

    def take_focus(self) -> None:
        self.pane.take_focus()

    def verbs(self) -> Verbs:
        return {
            "count_more": partial(self.change, 1),
            "count_fewer": partial(self.change, -1),
            "count_missing": self.missing,
            "count_damaged": self.damaged,
            "tick": self.tick,
            "add_case": self.add,
            "save_form": self.finish,
        }

    def tick(self) -> None:
        """相符, and on to the next line."""
        line = self._current()
        if line is not None:
            told = replace(
                line.told, counted=line.told.copies or line.told.counted,
                counted_pages=line.told.pages, found=Found.AS_TOLD, note="",
            )  # fmt: skip
            self._put(line, told)
            self.pane.view.step()

    def missing(self) -> None:
        line = self._current()
        if line is not None and line.told.copies == 0:
            self._lines.remove(line)
            self._lines = [replace(one, place=n) for n, one in enumerate(self._lines)]
            self._again()
        elif line is not None:
            self._put(line, replace(line.told, counted=0, counted_pages=0))
            self.pane.view.step()

    def change(self, by: int) -> None:
        line = self._current()
        if line is not None:
            told = line.told
            counted = max(0, told.counted + by)
            self._put(line, replace(told, counted=counted, found=Found.AS_TOLD))

    def damaged(self) -> None:
        if self._current() is not None:
            self.note.ask()

    def add(self) -> None:
        self.ask.ask()

    def put_away(self) -> bool:
        return self.ask.put_away() or self.note.put_away()

    def finish(self) -> None:
        """F9: answer the open question, else journal the count."""
        for ask in (self.ask, self.note):
            if not ask.isHidden():
                ask.button.click()
                return
        left = self._left_over()
        if left:
            self.pane.seek(str(left[0].place))
            self.take_focus()
            return
        office, clerk, number = self._desk.office, self._desk.acting, self._number
        lines = tuple(one.told for one in self._lines)
        done = self._desk.perform(
            lambda: arrivals.open(
                office, clerk, number, lines, bag=self.bag.text,
                intact=not self.broken.isChecked(), signature=self.second.signature,
            ),
            CHANGED,
        )  # fmt: skip
        if done is not None:
            self.counted.emit(number, done.paper, "+".join(done.pieces))

    def _add(self, name: str) -> None:
        if not name.strip():
            return
        case = next((one.told.case for one in self._lines if one.told.case), "")
        told = Counted(case=case, key="", name=name.strip(), found=Found.EXTRA, copies=0)
        told = replace(told, original=True)
        self._lines.append(Line(len(self._lines), told, looked=True))
        self.ask.put_away()
        self._again()

    def _damaged(self, note: str) -> None:
        line = self._current()
        if line is None or not note.strip():
            return
        self._put(line, replace(line.told, found=Found.DAMAGED, note=note.strip()))
        self.note.put_away()

    def _current(self) -> Line | None:
        line: Line | None = self.pane.current
        return line

    def _put(self, line: Line, told: Counted) -> None:
        self._lines[line.place] = Line(line.place, judged(told), looked=True)
        self._again()

    def _again(self) -> None:
        self.pane.reload()
        left = len(self._left_over())
        self._left.setText(_("还有 {n} 项没点").format(n=left) if left else _("✓ 全部点过"))
        wear(self._left, "warn" if left else "good")
        self.button.set_ready(not left, _("还有没点的项"))

    def _left_over(self) -> list[Line]:
        return [one for one in self._lines if not one.looked]

    def _rows(self) -> Sequence[Line]:
        return self._lines

    def _build(self) -> None:
        inside = column(self, margin=3)
        top = row(gap=3)
        top.addWidget(self._title, 1)
        top.addWidget(self._left)
        inside.addLayout(top)
        fields = row(gap=3)
        fields.addWidget(self.bag, 1)
        fields.addWidget(self.broken)
        inside.addLayout(fields)
        inside.addWidget(self.ask)
        inside.addWidget(self.note)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.second)
        foot = row(gap=3)
        foot.addWidget(label(_("空格 相符　N 缺少　X 破损　+ - 份数"), "quiet"), 1)
        foot.addWidget(self.extra)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.ask.answered.connect(self._add)
        self.note.answered.connect(self._damaged)
        for ask in (self.ask, self.note):
            ask.let_be.connect(self.take_focus)
        self.extra.clicked.connect(self.add)
        self.button.clicked.connect(self.finish)


COLUMNS: tuple[Column, ...] = (
    Column(_("结论"), lambda one: found_text(one.told, one.looked), 6,
           tone=lambda one: FOUND[one.told.found][1] if one.looked else "warn"),
    Column(_("名称"), lambda one: one.told.name + (_("（原件）") if one.told.original else "")),
    Column(_("清单"), lambda one: amount(one.told.copies, one.told.pages), 6),
    Column(_("实收"), lambda one: amount(one.told.counted, one.told.counted_pages)
           if one.looked else "", 6),
    Column(_("说明"), lambda one: one.told.note, 10, spare=True),
)  # fmt: skip
