"""工作人员: a list, and beside it the one to add or change. Nobody is ever deleted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk, Role, on_leave
from desktop.domain.refusal import Refusal
from desktop.services.halls import accounts
from desktop.services.halls.clerks import set_clerk
from desktop.ui.desk import Desk, Topic
from desktop.ui.pages.hall.history import History
from desktop.ui.pages.room import Verbs
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.forms.scroll import scroll_over
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.ui.widgets.rows import Column
from desktop.wording import _
from desktop.wording.labels import label as word

COLUMNS: tuple[Column, ...] = (
    Column(_("工号"), lambda one: one.code, 6),
    Column(_("姓名"), lambda one: one.name),
    Column(_("角色"), lambda one: word(one.role), 6),
    Column(_("窗口"), lambda one: one.window or "—", 3, spare=True),
)


def _state(one: Clerk, today: date) -> str:
    if not one.active:
        return _("× 已停用")
    if on_leave(one, today):
        last = f"{one.leave_last:%m-%d}" if one.leave_last else ""
        return _("◐ 休假至 {day}").format(day=last) if last else _("◐ 休假")
    return _("● 在用")


def _tone(one: Clerk, today: date) -> str:
    return "quiet" if not one.active else "warn" if on_leave(one, today) else "good"


def read_day(text: str) -> date | None:
    """None for nothing. Refuses `day_wrong` (given)."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise Refusal("day_wrong", given=text.strip()) from None


class Clerks(QWidget):
    """`told(tone, text)` when somebody was set."""

    told = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        state = Column(
            _("状态"), lambda one: _state(one, desk.office.today()), 7,
            tone=lambda one: _tone(one, desk.office.today()),
        )  # fmt: skip
        self.history = History(desk)
        self.pane = RowsPane(
            (*COLUMNS, state), all_of(desk.office.store.views.clerks), lambda one: str(one.code),
            _("工作人员"), (_("还没有工作人员"), _("按 F5 新增。")),
        )  # fmt: skip
        self._title = label("", "heading")
        self.code, self.name = Field(_("工号")), Field(_("姓名"))
        self.role = Pick(_("角色"), [(one, word(one)) for one in Role])
        self.active = Switch(_("在用（去掉即停用）"))
        self.window_no = Field(_("默认窗口（可不填）"))
        self.leave_first = Field(_("休假，自"), _("如 2026-11-25"))
        self.leave_last = Field(_("至"), _("不填即没有定"))
        self.password = Field(_("新密码（至少 8 位；不填则不变）"))
        self.pin = Field(_("新锁屏 PIN（至少 4 位数字；不填则不变）"))
        for field in (self.password, self.pin):
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add = KeyButton("add_new", _("新增"))
        self.reset_button = KeyButton("edit_year", _("重置密码"))
        self.history_button = KeyButton("edit_day", _("登录记录"))
        self.button = KeyButton("save_form", _("保存"), primary=True)
        self._build()
        self.new()

    def reload(self) -> None:
        self.pane.reload()

    def enter(self) -> None:
        self.reload()
        self.pane.take_focus()

    def new(self) -> None:
        """An empty form for somebody new."""
        self._show(Clerk(code="", name=""))
        self._title.setText(_("新增工作人员"))
        self.code.line.setReadOnly(False)
        self.code.line.setFocus()

    def verbs(self) -> Verbs:
        if self.stack.currentWidget() is self.history:
            return {}
        return {
            "save_form": self.save,
            "add_new": self.new,
            "edit_year": self.reset,
            "edit_day": self.show_history,
        }

    def save(self) -> None:
        password, pin = self.password.line.text(), self.pin.line.text()

        def verb() -> ClerkSet:
            told = self._written()
            set_clerk(self._desk.office, self._desk.acting, told, password, pin)
            return told

        told = self._desk.perform(verb, {Topic.CLERKS, Topic.LOG})
        if told is not None:
            self.reload()
            self.pane.seek(told.code)
            self.pane.take_focus()
            self.told.emit(Tone.GOOD, _("{name} 已保存。").format(name=told.name))

    def reset(self) -> None:
        """The one-time password stands in the banner until it is put away, and nowhere else."""
        one = self.pane.current
        if one is None or self.code.text != one.code:
            self.told.emit(Tone.INFO, _("请先在左边选一个人。"))
            return
        office, by = self._desk.office, self._desk.acting
        made = self._desk.perform(
            lambda: accounts.reset_password(office, by, one.code), {Topic.LOG}
        )
        if made is not None:
            words = _(
                "{name} 的一次性密码：{secret}　请当面告诉本人，收起后不再显示。下次登录先改成自己的"
                "密码；锁屏 PIN 也已取消。"
            )
            self.told.emit(Tone.WARN, words.format(name=one.name, secret=made))

    def show_history(self) -> None:
        one = self.pane.current
        if one is not None:
            self.history.open(one)
            self.stack.setCurrentWidget(self.history)
            self.history.take_focus()

    def step_back(self) -> bool:
        """From the history to the list."""
        if self.stack.currentWidget() is not self.history:
            return False
        self.stack.setCurrentIndex(0)
        self.pane.take_focus()
        return True

    def _written(self) -> ClerkSet:
        return ClerkSet(
            code=self.code.text,
            name=self.name.text,
            role=self.role.value,
            active=self.active.isChecked(),
            window=self.window_no.text,
            leave_first=read_day(self.leave_first.text),
            leave_last=read_day(self.leave_last.text),
        )

    def _show(self, one: Clerk) -> None:
        self._title.setText(_("修改 {name}").format(name=one.name))
        self.code.set_text(one.code)
        self.code.line.setReadOnly(True)
        self.name.set_text(one.name)
        self.role.set_value(one.role)
        self.active.setChecked(one.active)
        self.window_no.set_text(one.window)
        self.leave_first.set_text(one.leave_first.isoformat() if one.leave_first else "")
        self.leave_last.set_text(one.leave_last.isoformat() if one.leave_last else "")
        self.password.line.clear()
        self.pin.line.clear()

    def _build(self) -> None:
        left, right = frame("panel"), frame("panel")
        inside = column(left, margin=3)
        inside.addWidget(self.pane, 1)
        foot = row()
        foot.addStretch(1)
        for button in (self.history_button, self.reset_button, self.add):
            foot.addWidget(button)
        inside.addLayout(foot)
        form = column(right, margin=4, gap=2)
        form.addWidget(self._title)
        fields = QWidget()
        down = column(fields)
        leave = row(gap=3)
        leave.addWidget(self.leave_first, 1)
        leave.addWidget(self.leave_last, 1)
        for widget in (self.code, self.name, self.role, self.active, self.window_no):
            down.addWidget(widget)
        down.addLayout(leave)
        for widget in (self.password, self.pin):
            down.addWidget(widget)
        down.addStretch(1)
        form.addWidget(scroll_over(fields), 1)
        form.addWidget(self.button)
        right.setFixedWidth(unit(100))
        both = QWidget()
        self.stack = QStackedWidget()
        self.stack.addWidget(both)
        self.stack.addWidget(self.history)
        column(self).addWidget(self.stack)
        across = row(both, gap=2.5)
        across.addWidget(left, 1)
        across.addWidget(right)
        self.pane.looked_at.connect(self._show)
        self.pane.opened.connect(lambda _one: self.name.line.setFocus())
        self.add.clicked.connect(self.new)
        self.reset_button.clicked.connect(self.reset)
        self.history_button.clicked.connect(self.show_history)
        self.button.clicked.connect(self.save)
