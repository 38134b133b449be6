"""联网: 发件箱, 大厅与设备; of a station in no hub, the way into one."""

from __future__ import annotations

from collections.abc import Set
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.exchange.membership import Contact
from desktop.services.exchange import membership, syncing
from desktop.ui.desk import ALL, Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.entry.code_paper import print_code
from desktop.ui.pages.entry.recovery import SEALED, Recovery
from desktop.ui.pages.exchange import bundling
from desktop.ui.pages.exchange.bundling import KINDS, WriteBundle, on_clipboard, path_of
from desktop.ui.pages.exchange.halls import Halls
from desktop.ui.pages.exchange.invitation import Invitation, Invite
from desktop.ui.pages.exchange.joining import Joining
from desktop.ui.pages.exchange.outbox import Outbox
from desktop.ui.pages.exchange.talks import Talks
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.paths import FileAsk
from desktop.ui.widgets.forms.tabs import Tabs
from desktop.ui.widgets.labels import column
from desktop.wording import _
from desktop.wording.exchange.standing import why_text

OUTBOX, HALLS = range(2)
LOGGED = frozenset({Topic.LOG})


class ExchangePage(Room):
    """`show_what`: `halls` for the other tab."""

    topics = ALL
    context = Context.EXCHANGE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = Banner(lasting=True)
        self.tabs = Tabs([_("发件箱"), _("大厅与设备")])
        self.outbox, self.halls, self.joining = Outbox(desk), Halls(desk), Joining(desk)
        self.writing, self.invite = WriteBundle(), Invite()
        self.taking = FileAsk(_("交换包文件，也可以拖进窗口"), _("收入"), KINDS)
        self.reason = Ask("", _("停用"))
        self.panes = QStackedWidget()
        self.card: Invitation | Recovery | None = None
        self.talks = Talks(desk, self)
        self._build()

    @property
    def asking(self) -> tuple[WriteBundle | Invite | FileAsk | Ask, ...]:
        """Questions that stand open."""
        asks = (self.writing, self.taking, self.invite, self.reason)
        return tuple(one for one in asks if not one.isHidden())

    def verbs(self) -> Verbs:
        if isinstance(self.card, Recovery):
            return {"save_form": self.card.go_on, "print_papers": self.card.print_out}
        if self.card is not None:
            card = self.card
            go: Verbs = {"print_papers": card.print_out, "copy_code": card.copy}
            return {**go, "save_form": self._put_card_away}
        if self.stack.currentWidget() is self.joining:
            return {"save_form": self.joining.join}
        return {
            **{f"tab_{n + 1}": partial(self.tabs.choose, n) for n in (OUTBOX, HALLS)},
            "set_alone": self.halls.set_alone,
            "sync_now": self.sync_now,
            "write_bundle": self.ask_write,
            "take_bundle": self.ask_take,
            "issue_code": self.ask_invite,
            "revoke_device": self.ask_revoke,
            "save_form": self._answer,
        }

    def enter(self) -> None:
        self.reload(ALL)
        if self.card is not None:
            self.card.enter()
        elif self.stack.currentWidget() is self.joining:
            self.joining.take_focus()
        elif not self.asking:
            (self.outbox if self.tabs.place == OUTBOX else self.halls).take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        office = self.desk.office
        contact = syncing.contact(office)
        if self.card is not None:
            return
        if contact is Contact.ALONE:
            self.joining.reload()
            self.stack.setCurrentWidget(self.joining)
        else:
            self.stack.setCurrentIndex(0)
            self.outbox.reload()
            self.halls.reload()
        if contact is Contact.STOPPED:
            again = ("sync_now", _("F5 已处理，再试"))
            self.state.say(Tone.WARN, why_text(membership.standing(office)), again)
        else:
            self.state.put_away()

    def hints(self) -> str:
        """Of the lists alone: the forms and cards carry their keys themselves."""
        return super().hints() if self.stack.currentIndex() == 0 else ""

    def show_what(self, what: str) -> None:
        self.tabs.choose(HALLS if what == "halls" else OUTBOX)

    def leave(self) -> bool:
        """While the hub is being asked, and while a new recovery code is not sealed, it stays."""
        if self.talks.busy:
            self.say(Tone.INFO, _("正在和中心说话，马上就好。"))
            return False
        if isinstance(self.card, Recovery):
            self.say(Tone.WARN, _("请先把新的恢复码抄写或打印封存。"))
            return False
        self._put_card_away()
        return True

    def step_back(self) -> bool:
        if isinstance(self.card, Invitation):
            self._put_card_away()
            return True
        put_away = [one.put_away() for one in self.asking]
        if put_away:
            self.enter()
        return bool(put_away)

    def sync_now(self) -> None:
        """F5: at once, whatever was tried before."""
        office = self.desk.office
        self.desk.perform(lambda: membership.try_again(office))
        self.desk.exchange_wanted.emit()
        self.reload(ALL)

    def ask_write(self) -> None:
        self._only(OUTBOX)
        self.writing.ask(membership.directory(self.desk.office).halls)

    def ask_take(self) -> None:
        self._only(OUTBOX)
        self.taking.field.set_text(on_clipboard())
        self.taking.ask()

    def ask_invite(self) -> None:
        self._only(HALLS)
        told = self.halls.hall
        own = self.desk.office.station
        self.invite.ask(
            told.hall.code if told else own.hall, told.hall.name if told else own.hall_name
        )

    def ask_revoke(self) -> None:
        self._only(HALLS)
        device = self.halls.device
        if device is None or device.revoked:
            self.say(Tone.INFO, _("先选一台在用的设备。"))
            return
        self.reason.ask(_("为什么停用设备 {device}（丢失、报废……）").format(device=device.code))

    def write(self, folder: Path, hall: str) -> None:
        told = bundling.written(self.desk, folder, hall)
        if told:
            self.writing.put_away()
            self.say(Tone.GOOD, told)

    def take(self, path: Path) -> None:
        """All of it or nothing; what became of it in words."""
        told = bundling.taken(self.desk, path)
        if told is not None:
            self.taking.put_away()
            self.say(*told)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.stack.currentIndex() == 0:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _joined(self, recovery: str) -> None:
        self.joining.clear()
        if recovery:
            self.desk.office.store.local.remember(SEALED, "")
            hall = self.desk.office.station.hall_name
            self._show(Recovery(recovery, lambda told: print_code(told, hall)))
            self.say(Tone.WARN, _("本机用上了本厅的密钥，原来的恢复码作废，换成下面这个。"))
        else:
            self.say(Tone.GOOD, _("已加入联网中心，正在取得各厅的记录。"))
        self.desk.tell(ALL)
        self.desk.exchange_wanted.emit()
        self.enter()

    def _not_so(self) -> None:
        if self.stack.currentWidget() is self.joining:
            self.joining.set_busy(False)
            self.joining.code.line.setFocus()

    def _invited(self, code: str, name: str) -> None:
        self.invite.put_away()
        self._show(Invitation(self.desk, code, name))
        self.desk.tell(LOGGED)

    def _revoke(self, reason: str) -> None:
        device = self.halls.device
        if device is not None:
            self.talks.revoke(device.code, reason)

    def _revoked(self, device: str) -> None:
        self.reason.put_away()
        self.say(Tone.GOOD, _("设备 {device} 已停用，它写下的记录都在。").format(device=device))
        self.desk.tell(LOGGED)
        self.sync_now()

    def _answer(self) -> None:
        """F9 answers the question that stands open."""
        for one in self.asking:
            if isinstance(one, Ask):
                self._revoke(one.field.text)
            else:
                one.answer()

    def _only(self, place: int) -> None:
        """One question at a time, over its own tab."""
        for one in self.asking:
            one.put_away()
        if self.tabs.place != place:
            self.tabs.choose(place)
        self.banner.put_away()

    def _show(self, card: Invitation | Recovery) -> None:
        self.banner.put_away()
        self.card = card
        card.done.connect(self._put_card_away)
        self.stack.addWidget(card)
        self.stack.setCurrentWidget(card)
        card.enter()

    def _put_card_away(self) -> None:
        """What stood on it is gone from the screen and from memory."""
        card, self.card = self.card, None
        if card is None:
            return
        if isinstance(card, Recovery):
            self.desk.office.store.local.remember(SEALED, "1")
        self.banner.put_away()
        self.stack.removeWidget(card)
        card.deleteLater()
        self.enter()

    def _chosen(self, place: int) -> None:
        self.panes.setCurrentIndex(place)
        self.enter()

    def _build(self) -> None:
        inside = QWidget()
        down = column(inside)
        for widget in (self.state, self.tabs, self.writing, self.taking, self.invite, self.reason):
            down.addWidget(widget)
        down.addWidget(self.panes, 1)
        self.panes.addWidget(self.outbox)
        self.panes.addWidget(self.halls)
        self.stack.addWidget(inside)
        self.stack.addWidget(self.joining)
        self.setAcceptDrops(True)
        self.tabs.chosen.connect(self._chosen)
        self.state.chosen.connect(lambda _action: self.sync_now())
        for pane in (self.outbox, self.halls):
            pane.pressed.connect(lambda verb: self.verbs()[verb]())
        self.outbox.opened.connect(self._open_case)
        self.joining.asked.connect(self.talks.join)
        self.joining.missing.connect(lambda told: self.say(Tone.INFO, told))
        self.writing.asked.connect(self.write)
        self.taking.chosen.connect(lambda path: self.take(path_of(str(path)) or path))
        self.invite.asked.connect(self.talks.invite)
        self.reason.answered.connect(self._revoke)
        self.talks.joined.connect(self._joined)
        self.talks.invited.connect(self._invited)
        self.talks.revoked.connect(self._revoked)
        self.talks.refused.connect(self._not_so)
        self.desk.exchanged.connect(self._exchanged)

    def _open_case(self, case: str) -> None:
        if case:
            self.wanted.emit("cases", case)

    def _exchanged(self) -> None:
        if self.isVisible():
            self.reload(ALL)
