"""对账: bills → one bill's lines. Files are read and lines compared in a worker."""

from __future__ import annotations

from collections.abc import Callable, Set
from enum import IntEnum
from functools import partial
from pathlib import Path

from desktop.domain.billing.bill import Bill, read_month
from desktop.domain.billing.rows import Row
from desktop.services.billing import keeping
from desktop.services.billing.comparing import Reconciled, imported, read
from desktop.services.billing.terms import load_terms
from desktop.services.ports import Progress
from desktop.services.views import Views
from desktop.ui.desk import Desk, Topic
from desktop.ui.keys.key import Context
from desktop.ui.pages.billing.deeds import claimed, decided
from desktop.ui.pages.billing.detail import Detail
from desktop.ui.pages.billing.lists import Lists
from desktop.ui.pages.room import Room, Verbs
from desktop.ui.widgets.banner import Tone
from desktop.wording import _
from desktop.wording.billing.table import workbook
from desktop.wording.billing.words import yuan
from resources import ROOT

CHANGED = frozenset({Topic.BILLS, Topic.PAPERS, Topic.LOG})


class Level(IntEnum):
    """What is in front, in the order of the stack."""

    LISTS = 0
    DETAIL = 1


class BillingPage(Room):
    """`show_what`: a bill's id, `ems:2026-11`."""

    topics = frozenset({Topic.BILLS, Topic.SHIPMENTS})
    context = Context.BILLING

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.terms = load_terms(ROOT / "courier")
        self.lists, self.detail = Lists(desk), Detail()
        self._rows: list[Row] = []
        self.stack.addWidget(self.lists)
        self.stack.addWidget(self.detail)
        self.lists.opened.connect(self.show_what)
        self.lists.chosen.connect(self.bring)
        self.detail.pressed.connect(self._press)
        self.detail.asking.answered.connect(self._answer)
        self.detail.table.chosen.connect(self._save)

    @property
    def level(self) -> Level:
        return Level(self.stack.currentIndex())

    def verbs(self) -> Verbs:
        if self.level is Level.LISTS:
            return {"import_bill": self.lists.ask, "save_form": self.lists.file.answer}
        tabs = {f"tab_{n + 1}": partial(self.detail.tabs.choose, n) for n in range(8)}
        pressed = ("dispute_line", "credit_line", "accept_line", "print_papers", "save_table")
        return {
            **tabs,
            **{verb: partial(self._press, verb) for verb in (*pressed, "save_form")},
            "import_bill": self._another,
            "tick": self.detail.toggle,
            "choose_all": self.detail.choose_all,
        }

    def enter(self) -> None:
        if self.level is Level.LISTS:
            self.lists.reload()
        (self.lists, self.detail)[self.level].take_focus()

    def reload(self, topics: Set[Topic]) -> None:
        self.lists.reload()
        told = self.detail.told
        if self.level is Level.DETAIL and told is not None and told.account is not None:
            self._load(told.account.id)

    def show_what(self, what: str) -> None:
        if what:
            self._load(what)

    def step_back(self) -> bool:
        if self.level is Level.LISTS:
            put_away = self.lists.put_away()
            if put_away:
                self.lists.take_focus()
            return put_away
        if self.detail.put_away():
            self.detail.take_focus()
            return True
        self.stack.setCurrentIndex(Level.LISTS)
        self.enter()
        return True

    def bring(self, path: Path) -> None:
        """Read the bill in a worker, then keep it and show its lines."""
        month = self.desk.perform(lambda: read_month(self.lists.month.text))
        if month is None or self.desk.working:
            return
        code = str(self.lists.carrier.value or "")
        sheets = self.desk.office.spreadsheets()
        self._work(
            _("正在读账单…"),
            lambda views: read(sheets, views, self.terms, path, month, code),
            self._keep,
        )

    def _another(self) -> None:
        """From one bill straight to the next file."""
        self.detail.put_away()
        self.stack.setCurrentIndex(Level.LISTS)
        self.enter()
        self.lists.ask()

    def _keep(self, bill: Bill) -> None:
        done = keeping.keep(self.desk.office, self.desk.acting, bill)
        self.lists.put_away()
        words = _("账单已导入 {n} 行。").format(n=len(bill.lines))
        if done.same:
            words = _("这份账单已经导入过，没有重复。")
        elif done.replaced:
            words = _("已换成更正的账单；原来的一份留在日志里，未了结的争议还在。")
        self.say(Tone.INFO if done.same else Tone.GOOD, words)
        self.desk.tell(CHANGED)
        self._load(done.id)

    def _load(self, id: str) -> None:
        self._work(_("正在逐单核对…"), lambda views: imported(views, self.terms, id), self._show)

    def _work(self, words: str, task: Callable[[Views], object], then: Callable[..., None]) -> None:
        """The task with views of its own in a worker, `then` here again."""
        store = self.desk.office.store

        def run(_progress: Progress) -> object:
            with store.reader() as views:
                return task(views)

        def done(value: object) -> None:
            self.lists.say_working("")
            then(value)

        self.lists.say_working(words)
        self.desk.work(run, done, otherwise=lambda: self.lists.say_working(""))

    def _show(self, told: Reconciled) -> None:
        self.detail.show_bill(told)
        if self.level is not Level.DETAIL:
            self.stack.setCurrentIndex(Level.DETAIL)
        if self.isVisible() and self.detail.asking.isHidden():
            self.detail.take_focus()

    def _press(self, verb: str) -> None:
        told = self.detail.told
        if told is None:
            return
        if verb == "save_form":
            if not self.detail.table.isHidden():
                self.detail.table.answer()
            elif self.detail.asking.verb:
                self._answer()
            elif told.undecided:
                self.say(Tone.WARN, _("还有 {n} 行差异没有处理。").format(n=len(told.undecided)))
            else:
                self.banner.put_away()
                self.detail.ask("sign_off", _("应付 {n} 元").format(n=yuan(told.facts().payable)))
        elif verb == "save_table":
            self.banner.put_away()
            self.detail.ask_file()
        elif verb == "print_papers":
            self._print(told)
        else:
            self._ask(verb, told)

    def _ask(self, verb: str, told: Reconciled) -> None:
        rows = self.detail.chosen
        if not rows:
            self.say(Tone.INFO, _("请先选一行有差异的账。"))
            return
        about = _("运单 {n}").format(n=rows[0].waybill)
        if len(rows) > 1:
            about = _("{n} 行").format(n=len(rows))
        amount = ""
        if verb == "credit_line":
            found = self.desk.perform(lambda: str(claimed(told, rows[0])))
            if found is None:
                return
            amount = found if len(rows) == 1 else ""
        self.banner.put_away()
        self._rows = rows
        self.detail.ask(verb, about, amount)

    def _answer(self) -> None:
        told, asking = self.detail.told, self.detail.asking
        if told is None or not asking.verb:
            return
        signing = asking.verb == "sign_off"
        done = self.desk.perform(decided(self.desk, told, self._rows, asking))
        if done is None:
            return
        self.detail.put_away()
        self.detail.forget_choice()
        self.banner.put_away()
        self.desk.tell(CHANGED)
        if signing:
            self.wanted.emit("papers", f"billing|{done}")

    def _print(self, told: Reconciled) -> None:
        signed = told.account.signed if told.account else None
        if signed is None:
            self.say(Tone.INFO, _("对账确认（F9）时出确认单；此前可按 F6 存明细。"))
        else:
            self.wanted.emit("papers", f"billing|{signed.paper}")

    def _save(self, path: Path) -> None:
        told = self.detail.told
        if told is None or told.account is None:
            return
        file = path if path.suffix else path.with_suffix(".xlsx")
        sheets, disputes = self.desk.office.spreadsheets(), told.account.disputes
        facts, rows = told.facts(), told.rows

        def done(_sha: object) -> None:
            self.detail.put_away()
            self.say(Tone.GOOD, _("明细已存为 {name}。").format(name=file.name))
            self.detail.take_focus()

        self.desk.work(lambda _progress: sheets.write(file, workbook(facts, rows, disputes)), done)
