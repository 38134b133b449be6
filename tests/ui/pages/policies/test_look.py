from collections.abc import Callable
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from desktop.domain.halls.roles import Clerk
from desktop.ui.shell import Shell
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.ui.conftest import CLERK
from tests.ui.pages.keyboard import CTRL, press, type_text

@pytest.mark.parametrize(("theme", "px"), [(Theme.LIGHT, 15), (Theme.DARK, 22), (Theme.CONTRAST, 22),(Theme.DARK, 15)])
def test_look(window: Callable[[Clerk], Shell], dressed: QApplication, theme, px) -> None:
    dress(dressed, theme, px)
    shell = window(CLERK)
    def shoot(n):
        dressed.processEvents(); shell.grab().save(f"/tmp/policies/shots/{n}-{theme}-{px}.png")
    shell.go("policies")
    shoot("1start")
    type_text("yffy")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    press(Qt.Key.Key_1)
    type_text("3,000万")
    press(Qt.Key.Key_Return)
    type_text("两千万")
    shoot("2kc03")
    shell.go("policies", "KC01")
    press(Qt.Key.Key_3)
    type_text("三万五")
    shoot("3kc01bad")
    shell.go("policies", "KC06"); shoot("4kc06")
    press(Qt.Key.Key_2, CTRL)
    shoot("5scope0")
    shell.go("policies", "scope:餐饮服务；超市；三类医疗器械销售；营利性民办职业技能培训机构；餐饮管理；火星旅游")
    shoot("6scope")
