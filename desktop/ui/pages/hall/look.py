"""外观: theme and size of text, at once; and one's own lock PIN."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.domain.halls.station import Station
from desktop.services.halls.clerks import set_pin
from desktop.services.halls.station import change_look
from desktop.ui.desk import Desk
from desktop.ui.theme.dress import LARGEST, SMALLEST, dress, unit, worn
from desktop.ui.theme.tokens import Theme
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, frame, label
from desktop.wording import _

THEMES = {Theme.LIGHT: _("浅色"), Theme.DARK: _("深色"), Theme.CONTRAST: _("高对比")}


class Look(QWidget):
    """`told(tone, text)` after what does not show by itself."""

    told = Signal(object, str)

    def __init__(
        self, desk: Desk, save: Callable[[Station], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._save = desk, save
        self.theme = Pick(_("配色  Ctrl+T"), list(THEMES.items()))
        sizes = [(px, _("{px} 像素").format(px=px)) for px in range(SMALLEST, LARGEST + 1)]
        self.letters = Pick(_("字号  Ctrl+= 大  Ctrl+- 小"), sizes)
        self.pin = Field(_("换我的锁屏 PIN（至少 4 位数字，Enter 保存）"))
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        panel = frame("panel")
        panel.setMaximumWidth(unit(160))
        inside = column(panel, margin=4, gap=3)
        inside.addWidget(label(_("外观"), "heading"))
        inside.addWidget(self.theme)
        inside.addWidget(self.letters)
        inside.addWidget(label(_("改了就生效，下次打开也这样。"), "quiet"))
        inside.addWidget(label(_("我的锁屏 PIN"), "heading"))
        inside.addWidget(self.pin)
        inside.addStretch(1)
        column(self).addWidget(panel, 1)
        self.theme.picked.connect(lambda _value: self._wear())
        self.letters.picked.connect(lambda _value: self._wear())
        self.pin.finished.connect(self._set_pin)

    def reload(self) -> None:
        """What is worn now; Ctrl+T and Ctrl+= may have changed it."""
        theme, px = worn()
        self.theme.set_value(theme)
        self.letters.set_value(px)

    def enter(self) -> None:
        self.reload()
        self.theme.setFocus()

    def _wear(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self.theme.value, self.letters.value)
        theme, px = worn()
        self._desk.perform(lambda: change_look(self._desk.office, theme, px, self._save))

    def _set_pin(self) -> None:
        office, code, pin = self._desk.office, self._desk.acting.code, self.pin.line.text()

        def verb() -> bool:
            set_pin(office, code, pin)
            return True

        done = self._desk.perform(verb)
        self.pin.line.clear()
        if done:
            self.told.emit(Tone.GOOD, _("锁屏 PIN 已换。按 F12 锁屏时用它解锁。"))
