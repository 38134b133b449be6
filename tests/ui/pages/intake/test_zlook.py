import pytest
from PySide6.QtWidgets import QApplication
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from PySide6.QtCore import Qt
from tests.ui.pages.intake.test_keyboard import Keyboard, K

@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
@pytest.mark.parametrize("px", [15, 22])
@pytest.mark.parametrize("size", [(1280,720), (1920,1080)])
@pytest.mark.parametrize("item", ["KJ01", "YX01", "QY02"])
def test_look(theme, px, size, desk, scanner, qtbot, shoot, dressed, office, item):
    from desktop.ui.shell import Shell
    from tests.ui.conftest import CLERK, SUPERVISOR
    dress(dressed, theme, px)
    desk.sign_in(SUPERVISOR)
    shell=Shell(desk, scanner); qtbot.addWidget(shell); shell.resize(*size);
    with qtbot.waitActive(shell):
        shell.show(); shell.activateWindow()
    tag=f"{item}-{theme}-{px}-{size[0]}"
    k=Keyboard(); k.data(item); k.press(K.Key_Return); shoot(shell, f"{tag}-1q")
    while shell.front.middle.materials.questions.asking: k.press(K.Key_Return)
    k.press(K.Key_Space); k.press(K.Key_X); k.digits("4"); k.press(K.Key_K); k.press(K.Key_Plus) ; shoot(shell, f"{tag}-2list")
    k.press(K.Key_F9); shoot(shell, f"{tag}-3")
