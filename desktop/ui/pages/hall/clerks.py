"""工作人员: a list, and beside it the one to add or change. Nobody is ever deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.halls.entries import ClerkSet
from desktop.domain.halls.roles import Clerk, Role
from desktop.services.halls.clerks import set_clerk
from desktop.ui.desk import Desk, Topic
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
    Column(
        _("状态"),
        lambda one: _("● 在用") if one.active else _("× 已停用"),
        5,
        tone=lambda one: "good" if one.active else "quiet",
    ),
)


class Clerks(QWidget):
    """`told(tone, text)` when somebody was set."""

    told = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.pane = RowsPane(
            COLUMNS, all_of(desk.office.store.views.clerks), lambda one: str(one.code),
            _("工作人员"), (_("还没有工作人员"), _("按 F5 新增。")),
        )  # fmt: skip
        self._title = label("", "heading")
        self.code, self.name = Field(_("工号")), Field(_("姓名"))
        self.role = Pick(_("角色"), [(one, word(one)) for one in Role])
        self.active = Switch(_("在用（去掉即停用）"))
        self.password = Field(_("新密码（至少 8 位；不填则不变）"))
        self.pin = Field(_("新锁屏 PIN（至少 4 位数字；不填则不变）"))
        for field in (self.password, self.pin):
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add = KeyButton("add_new", _("新增"))
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

    def save(self) -> None:
        told = ClerkSet(
            code=self.code.text,
            name=self.name.text,
            role=self.role.value,
            active=self.active.isChecked(),
        )
        password, pin = self.password.line.text(), self.pin.line.text()

        def verb() -> bool:
            set_clerk(self._desk.office, self._desk.acting, told, password, pin)
            return True

        if self._desk.perform(verb, {Topic.CLERKS, Topic.LOG}):
            self.reload()
            self.pane.seek(told.code)
            self.pane.take_focus()
            self.told.emit(Tone.GOOD, _("{name} 已保存。").format(name=told.name))

    def _show(self, one: Clerk) -> None:
        self._title.setText(_("修改 {name}").format(name=one.name))
        self.code.set_text(one.code)
        self.code.line.setReadOnly(True)
        self.name.set_text(one.name)
        self.role.set_value(one.role)
        self.active.setChecked(one.active)
        self.password.line.clear()
        self.pin.line.clear()

    def _build(self) -> None:
        left, right = frame("panel"), frame("panel")
        inside = column(left, margin=3)
        inside.addWidget(self.pane, 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.add)
        inside.addLayout(foot)
        form = column(right, margin=4, gap=2)
        form.addWidget(self._title)
        fields = QWidget()
        down = column(fields)
        for widget in (self.code, self.name, self.role, self.active, self.password, self.pin):
            down.addWidget(widget)
        down.addStretch(1)
        form.addWidget(scroll_over(fields), 1)
        form.addWidget(self.button)
        right.setFixedWidth(unit(100))
        across = row(self, gap=2.5)
        across.addWidget(left, 1)
        across.addWidget(right)
        self.pane.looked_at.connect(self._show)
        self.pane.opened.connect(lambda _one: self.name.line.setFocus())
        self.add.clicked.connect(self.new)
        self.button.clicked.connect(self.save)
