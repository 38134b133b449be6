"""筛选: one list of halls, windows, clerks, items and acts; any number of each is ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.halls.roles import STATION
from desktop.domain.supervision.log.views import By
from desktop.domain.supervision.rows import LogFilter
from desktop.ui.desk import Desk
from desktop.ui.pages.log.columns import VALUES, Value
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.acts import ACTS
from desktop.wording.log import GROUPS, narrowing

_SETS = {
    By.HALL: "halls",
    By.WINDOW: "windows",
    By.CLERK: "clerks",
    By.ITEM: "items",
    By.ACT: "kinds",
    By.LATE: "late",
}


class Narrowing(QWidget):
    """`done()` when the choice is to be used. What is ticked stands first."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen: frozenset[tuple[By, str]] = frozenset()
        self._known: tuple[Value, ...] | None = None
        self.search = Field(_("找：大厅、窗口、经办人、事项、行为，几个字即可"))
        self.told = label("", wrap=True)
        self.pane = RowsPane(
            VALUES, all_of(self._values), lambda one: f"{one.by}:{one.key}", _("筛选"),
            (_("没有这样的大厅、窗口、经办人、事项或行为"), _("换几个字再找。")),
        )  # fmt: skip
        panel = frame("panel")
        outside = column(self)
        outside.addWidget(panel)
        inside = column(panel, margin=3)
        inside.addWidget(self.search)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.told)
        foot = row(gap=1.5)
        hint = _("空格选中或去掉；同一类选几个，是其中任何一个；不同类要同时符合。")
        foot.addWidget(label(hint, "quiet", wrap=True), 1)
        self.none = KeyButton("clear_filter", _("不筛选"))
        self.button = KeyButton("save_form", _("看结果"), primary=True)
        for button in (self.none, self.button):
            foot.addWidget(button)
        inside.addLayout(foot)
        self.search.edited.connect(lambda _text: self.pane.reload())
        self.search.finished.connect(self.pane.take_focus)
        self.pane.opened.connect(lambda _one: self.tick())
        self.none.clicked.connect(self.clear)
        self.button.clicked.connect(self.done)

    def ask(self) -> None:
        """Come to the front: the whole list as it is now, ready to be searched."""
        self._known = None
        self.search.set_text("")
        self.reload()
        self.search.setFocus()

    def reload(self) -> None:
        self.pane.reload()
        self.told.setText(
            narrowing(self.on(date.min, date.min), self.words_of) or _("没有筛选：全部都看。")
        )

    def on(self, first: date, last: date) -> LogFilter:
        """What is ticked, of these days."""
        wanted = LogFilter(first=first, last=last, late=(By.LATE, By.LATE.value) in self._chosen)
        for by, name in _SETS.items():
            if by is not By.LATE:
                keys = frozenset(key for one, key in self._chosen if one is by)
                wanted = replace(wanted, **{name: keys})  # type: ignore[arg-type]
        return wanted

    def take(self, wanted: LogFilter) -> None:
        """Tick what this filter asks for (a saved profile's)."""
        chosen: set[tuple[By, str]] = {
            (by, key)
            for by, name in _SETS.items()
            if by is not By.LATE
            for key in getattr(wanted, name)
        }
        if wanted.late:
            chosen.add((By.LATE, By.LATE.value))
        self._chosen = frozenset(chosen)
        self.reload()

    def tick(self) -> None:
        one = self.pane.current
        if one is not None:
            self._chosen ^= {(one.by, one.key)}
            self.reload()

    def clear(self) -> None:
        self._chosen = frozenset()
        self.reload()

    def words_of(self, by: By, key: str) -> str:
        """What a value is called; itself where nobody knows it."""
        found = (one.words for one in self._offered() if (one.by, one.key) == (by, key))
        return next(found, key)

    def _values(self) -> Sequence[Value]:
        text = self.search.text.casefold()
        found = [
            replace(one, chosen=(one.by, one.key) in self._chosen)
            for one in (*self._offered(), *self._forgotten())
            if text in f"{GROUPS[one.by]}{one.words}{one.key}".casefold()
        ]
        return sorted(found, key=lambda one: not one.chosen)

    def _forgotten(self) -> Iterator[Value]:
        """What is ticked although nobody knows it any more."""
        have = {(one.by, one.key) for one in self._offered()}
        return (Value(by, key, key) for by, key in sorted(self._chosen - have))

    def _offered(self) -> tuple[Value, ...]:
        """Everything there is, read once each time that this comes to the front."""
        if self._known is None:
            self._known = tuple(self._read())
        return self._known

    def _read(self) -> Iterator[Value]:
        office, views = self._desk.office, self._desk.office.store.views
        yield Value(By.LATE, By.LATE.value, _("晚于发生十分钟以上才记录的"))
        for hall, name in views.book.halls():
            yield Value(By.HALL, hall, f"{hall} {name}".strip())
        for window in views.book.windows():
            yield Value(By.WINDOW, window, window)
        yield Value(By.CLERK, STATION.code, STATION.name)
        for one in views.clerks():
            yield Value(By.CLERK, one.code, f"{one.name}（{one.code}）")
        for kind, words in ACTS.items():
            yield Value(By.ACT, kind, words)
        for id, item in office.catalogue.items.items():
            yield Value(By.ITEM, id, f"{id} {item.name}")
