"""The window: navigation on top, the page in front, the status strip, banner and door.

The door (sign-in, lock, first run) covers everything while nobody acts. It is a page of its own,
put in by `set_door`; the shell only knows when it opens and closes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from desktop.ui import reminders, sources
from desktop.ui.desk import ALL, Desk, Topic
from desktop.ui.help import HelpPanel
from desktop.ui.keys.counter import WINDOW
from desktop.ui.navigation import Navigation
from desktop.ui.pages.page import Page
from desktop.ui.pages.registry import PAGES, PageEntry
from desktop.ui.palette import CommandPalette
from desktop.ui.scanner import Scanner
from desktop.ui.status import StatusStrip
from desktop.ui.theme.dress import dress, unit, worn
from desktop.ui.theme.tokens import Theme
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.labels import column
from desktop.wording import _

SMALLEST = QSize(1024, 640)


class Shell(QMainWindow):
    """One per process. `go(page, what)` is the way from anywhere to anywhere."""

    def __init__(self, desk: Desk, scanner: Scanner, pages: Sequence[PageEntry] = PAGES) -> None:
        super().__init__()
        self.desk = desk
        self.scanner = scanner
        self._entries = {entry.id: entry for entry in pages}
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, set[Topic]] = {}
        self._outgrown: set[str] = set()
        self._front = ""
        self._reminded: tuple[str, date] | None = None
        self._reminder = ""
        self._door: QWidget | None = None
        self._build()
        self._connect()
        self._signed()

    @property
    def front(self) -> Page | None:
        """The page in front; None while nobody is signed in."""
        return self._pages.get(self._front)

    def page(self, id: str) -> Page:
        """The page of this id, made when it is first asked for."""
        if id in self._outgrown and not self._pages[id].busy():
            self._drop(id)
        if id not in self._pages:
            made = self._entries[id].make(self.desk)
            made.wanted.connect(self.go)
            made.hinted.connect(self.status.set_hints)
            self._pages[id] = made
            self._stale[id] = set(ALL)
            self._stack.addWidget(made)
        return self._pages[id]

    def go(self, id: str, what: str = "") -> None:
        """Bring a page to the front and show `what` on it, if its role may."""
        entry = self._entries.get(id)
        if entry is None or not self._offered(entry):
            return
        if self.front is not None and self._front != id and not self.front.leave():
            return
        page = self.page(id)
        self._front = id
        self.banner.put_away()
        self._stack.setCurrentWidget(page)
        self.navigation.mark(id)
        self._refresh()
        page.enter()
        if what:
            page.show_what(what)
        self.status.set_hints(page.hints())

    def set_door(self, door: QWidget) -> None:
        """What covers the window while nobody acts: sign-in, lock, first run."""
        self._door = door
        self._root.addWidget(door)
        self._signed()

    def lock(self) -> None:
        """F12: cover the window; the draft in hand stays as it is."""
        if self._door is not None:
            self._root.setCurrentWidget(self._door)
            self._door.setFocus()

    def unlock(self) -> None:
        """The door opens again, for whoever is signed in."""
        self._root.setCurrentIndex(0)
        if self.front is not None:
            self.front.enter()
        self._remind()

    @property
    def locked(self) -> bool:
        return self._door is not None and self._root.currentWidget() is self._door

    def say(self, tone: Tone, text: str, *actions: tuple[str, str]) -> None:
        """A banner above whatever page is in front."""
        self.banner.say(tone, text, *actions)

    def wear(self, theme: Theme, px: int) -> None:
        """Another theme or size. Pages were laid out for the old one: each is made anew when it
        next comes to the front, unless somebody is being served on it.
        """
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, theme, px)
            self._outgrown = set(self._pages)

    def _drop(self, id: str) -> None:
        """Forget a page that was laid out for another size."""
        self._outgrown.discard(id)
        page = self._pages.pop(id)
        page.shut()
        self._stack.removeWidget(page)
        page.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.front is not None and not self.front.leave():
            event.ignore()
            return
        for page in self._pages.values():
            page.shut()
        self.desk.wait_for_jobs()
        event.accept()

    def _build(self) -> None:
        self.setWindowTitle(_("一窗"))
        self.setMinimumSize(SMALLEST)
        self.navigation = Navigation()
        self.banner = Banner()
        self.status = StatusStrip(self.desk)
        self._stack = QStackedWidget()
        body = QWidget()
        body.setObjectName("ground")
        inside = column(body, gap=0)
        inside.addWidget(self.navigation)
        middle = column(gap=2)
        middle.setContentsMargins(unit(2.5), unit(2.5), unit(2.5), unit(2))
        middle.addWidget(self.banner)
        middle.addWidget(self._stack, 1)
        inside.addLayout(middle, 1)
        inside.addWidget(self.status)
        self._root = QStackedWidget()
        self._root.addWidget(body)
        self.setCentralWidget(self._root)
        self.help = HelpPanel(self)
        self.palette_panel = CommandPalette(self)

    def _connect(self) -> None:
        self.desk.changed.connect(self._changed)
        self.desk.signed.connect(self._signed)
        self.desk.refused.connect(self._refused)
        self.desk.failed.connect(lambda text: self.say(Tone.BAD, text))
        self.navigation.asked.connect(self.go)
        self.banner.chosen.connect(self._reminded_of)
        self.scanner.scanned.connect(self._scanned)
        self.palette_panel.asked.connect(self._palette)
        self.palette_panel.sources = [
            sources.commands(self.desk, self._titles),
            sources.items(self.desk),
            sources.themes(self.desk),
            sources.cases(self.desk),
        ]
        self._verbs = verbs = {
            "help": lambda: self.help.open_for(self.front),
            "lock": self.lock,
            "palette": self.palette_panel.open_panel,
            "back": self._back,
            "larger": lambda: self.wear(worn()[0], worn()[1] + 1),
            "smaller": lambda: self.wear(worn()[0], worn()[1] - 1),
            "theme": self._next_theme,
        }
        for key in WINDOW:
            shortcut = QShortcut(QKeySequence(key.keys), self)
            shortcut.activated.connect(verbs[key.verb])
        for place in range(1, 11):
            shortcut = QShortcut(QKeySequence(f"Alt+{place % 10}"), self)
            shortcut.activated.connect(lambda at=place: self.navigation.press(at))

    def offered(self) -> list[PageEntry]:
        """The pages that the signed-in clerk's role may use, without the hidden ones."""
        return [e for e in self._entries.values() if self._offered(e) and not e.hidden]

    def _titles(self) -> list[tuple[str, str]]:
        """What Ctrl+K leads to: pages for which the navigation has no room as well."""
        return [(e.id, e.title) for e in self._entries.values() if self._offered(e)]

    def _offered(self, entry: PageEntry) -> bool:
        if self.desk.clerk is None:
            return False
        return entry.right is None or self.desk.may(entry.right)

    def _signed(self) -> None:
        self.status.refresh()
        offered = self.offered()
        places = {id: place for place, id in enumerate(self._entries, 1)}
        self.navigation.offer([(places[entry.id], entry.id, entry.title) for entry in offered])
        if self.desk.clerk is None:
            self.lock()
        elif offered:
            self._root.setCurrentIndex(0)
            may = {entry.id for entry in offered}
            self._stale = {id: set(ALL) for id in self._pages}  # another clerk sees other things
            self.go(self._front if self._front in may else offered[0].id)
            self._remind()

    def _remind(self) -> None:
        """What is due, once a day for each clerk who signs in; unlocking says it to nobody twice."""
        clerk = self.desk.clerk
        if clerk is None or self._reminded == (clerk.code, self.desk.office.today()):
            return
        self._reminded = (clerk.code, self.desk.office.today())
        told = self.desk.perform(lambda: reminders.said(self.desk.office, clerk))
        if told is not None:
            tone, self._reminder, offered = told
            self.say(tone, self._reminder, *offered)

    def _reminded_of(self, action: str) -> None:
        if action == "parcels":
            self.go("courier")
        else:
            self.go("cases", "duties")

    def _forget(self) -> None:
        """A reminder gives way as work begins, and costs no key of its own."""
        if self._reminder and self.banner.text == self._reminder:
            self._reminder = ""
            self.banner.put_away()

    def _changed(self, topics: frozenset[Topic]) -> None:
        self._forget()
        for id in self._pages:
            self._stale[id] |= topics
        # after the slot that changed something has run to its end
        QTimer.singleShot(0, self, self._refresh)
        self.status.refresh()

    def _refresh(self) -> None:
        page = self.front
        if page is None:
            return
        stale = self._stale[self._front] & page.topics
        self._stale[self._front] = set()
        if stale:
            page.reload(stale)

    def _refused(self, code: str, sentence: str, data: dict[str, object]) -> None:
        if self.locked:
            return
        if self.front is None or not self.front.show_refusal(code, sentence, data):
            self.banner.say_refusal(sentence, data)

    def _back(self) -> None:
        self._forget()
        for panel in (self.help, self.palette_panel, self.banner):
            if panel.isVisible():
                panel.put_away()
                return
        if self.front is not None and not self.locked:
            self.front.back()

    def _scanned(self, text: str) -> None:
        if self.locked or self.front is None:
            return
        if not self.front.scanned(text):
            self.say(Tone.INFO, _("扫到：{text}。本页用不上它。").format(text=text[:64]))

    def _palette(self, page: str, what: str) -> None:
        verb = page.removeprefix(sources.COMMAND)
        if verb == page:
            self.go(page, what)
        elif verb in self._verbs:
            self._verbs[verb]()
        else:
            self.go("intake")
            if self.front is not None:
                self.front.act(verb)

    def _next_theme(self) -> None:
        themes = list(Theme)
        theme, px = worn()
        self.wear(themes[(themes.index(theme) + 1) % len(themes)], px)
