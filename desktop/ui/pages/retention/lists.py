"""The four lists, the card that asks, and how far a purge is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from desktop.domain.supervision.retention.rows import KeptRow
from desktop.services.ports import PAGE
from desktop.services.supervision.retention import destroying, terms
from desktop.ui.desk import Desk
from desktop.ui.pages.retention import columns
from desktop.ui.pages.retention.cards import Card, DestroyCard, HoldCard, TermCard
from desktop.ui.pages.retention.columns import Line
from desktop.ui.widgets.buttons import KeyButton, foot
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _

OVER, HELD, DONE, TERMS = range(4)


class Lists(QFrame):
    """`pressed(verb)` of its buttons, `opened(row)`. Lines are chosen with the space bar; without a
    choice the one under the cursor counts.
    """

    pressed = Signal(str)
    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._chosen: set[str] = set()
        self.tabs = Tabs([_("可清除"), _("暂停清除"), _("销毁记录"), _("保存年限")])
        self.panes = self._panes()
        self.destruction, self.hold, self.term = DestroyCard(), HoldCard(), TermCard()
        self.cards: tuple[Card, ...] = (self.destruction, self.hold, self.term)
        self.bar = QProgressBar()
        self.bar.setFormat(_("正在销毁　%v / %m 件"))
        self.stop = KeyButton("stop_purge", _("停在下一件之前"))
        self.buttons = {
            verb: KeyButton(verb, words, primary=verb == "save_form")
            for verb, words in (
                ("person_asks", _("本人查阅")),
                ("hold_case", _("暂停清除")),
                ("print_papers", _("打印清单")),
                ("save_form", _("销毁选中的")),
            )
        }
        self._running, self._foot = QWidget(), QWidget()
        self._build()

    @property
    def pane(self) -> RowsPane:
        return self.panes[self.tabs.place]

    @property
    def chosen(self) -> list[str]:
        """Cases chosen, in the order of the list; else the one under the cursor."""
        lines = [line.key for line in self._lines(0, destroying.ALL) if line.chosen]
        current = self.pane.current if self.tabs.place == OVER else None
        return lines or ([current.key] if current is not None else [])

    @property
    def asking(self) -> Card | None:
        return next((card for card in self.cards if not card.isHidden()), None)

    def reload(self) -> None:
        """What is in front anew; the counts of all."""
        place = self.tabs.place
        for at, pane in enumerate(self.panes):
            pane.setVisible(at == place)
        counted = self._desk.perform(lambda: destroying.count(self._desk.office)) or (0, 0)
        self.tabs.count(OVER, counted[0])
        self.tabs.count(HELD, counted[1])
        self._desk.perform(self.pane.reload)
        self.buttons["save_form"].setVisible(place == OVER)
        self.buttons["print_papers"].setVisible(place == DONE)

    def toggle(self) -> None:
        line = self.pane.current
        if line is not None and self.tabs.place == OVER and self.asking is None:
            self._chosen ^= {line.key}
            self.pane.reload()
            self.pane.view.step()

    def choose_all(self) -> None:
        """All that are listed; once more chooses none."""
        if self.tabs.place == OVER and self.asking is None:
            keys = {line.key for line in self._lines(0, destroying.MOST)}
            self._chosen = set() if keys <= self._chosen else keys
            self.pane.reload()

    def forget_choice(self) -> None:
        self._chosen = set()

    def put_away(self) -> bool:
        """Close the card that is open; True when there was one."""
        shown = any(card.put_away() for card in self.cards)
        self._foot.setVisible(self._running.isHidden())
        return shown

    def make_room(self) -> None:
        """A card is open: the buttons beneath it step back."""
        self._foot.hide()

    def show_running(self, running: bool) -> None:
        self.bar.setRange(0, 0)
        self._running.setVisible(running)
        self._foot.setVisible(not running)
        if running:
            self.stop.setFocus()

    def moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def take_focus(self) -> None:
        self.pane.take_focus()

    def _lines(self, offset: int, limit: int) -> Sequence[Line]:
        rows = destroying.purgeable(self._desk.office, offset=offset, limit=limit)
        return [Line(row, row.case in self._chosen) for row in rows]

    def _held(self, offset: int, limit: int = PAGE) -> Sequence[KeptRow]:
        return destroying.purgeable(self._desk.office, True, (), offset, limit)

    def _panes(self) -> tuple[RowsPane, ...]:
        office = self._desk.office
        return (
            RowsPane(
                columns.over(office.today), self._lines, lambda line: str(line.key), _("可清除"),
                (
                    _("没有到期可清除的办件"),
                    _("保存期自办结之日起算；满了、又没有暂停事由的，列在这里。"),
                ),
            ),
            RowsPane(
                columns.HELD, self._held, lambda one: str(one.case), _("暂停清除"),
                (
                    _("没有到期而暂停清除的"),
                    _("投诉、诉讼中的，快件、保管件没有了结的，到期也不清除。"),
                ),
            ),
            RowsPane(
                columns.DONE, lambda at, most: office.store.views.destructions("", at, most),
                lambda one: str(one.number), _("销毁记录"),
                (_("还没有销毁过"), _("每次销毁一份清单，谁批准、销毁了几件，都在这里。")),
            ),
            RowsPane(
                columns.TERMS, all_of(lambda: terms.item_terms(office)),
                lambda one: str(one.item), _("保存年限"), (_("目录里没有事项"), ""),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        inside = column(self, margin=3)
        inside.addWidget(self.tabs)
        for pane in self.panes:
            inside.addWidget(pane, 1)
            pane.opened.connect(self.opened)
        for card in self.cards:
            inside.addWidget(card)
            card.answered.connect(lambda: self.pressed.emit("save_form"))
        across = row(self._running, gap=3)
        across.addWidget(self.bar, 1)
        across.addWidget(self.stop)
        self.stop.clicked.connect(lambda: self.pressed.emit("stop_purge"))
        self._running.hide()
        inside.addWidget(self._running)
        hint = label(_("保存期满也由人决定；清除不了的，说明为什么。"), "quiet")
        self._foot.setLayout(foot(self.buttons.values(), self.pressed, hint))
        inside.addWidget(self._foot)
        self.tabs.chosen.connect(lambda _place: self._turn())

    def _turn(self) -> None:
        self.put_away()
        self.reload()
        self.take_focus()
