import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.ui.pages.intake.test_keyboard import K, Keyboard


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("px", [15, 22])
@pytest.mark.parametrize("size", [(1280,720),(1920,1080)])
def test_look(theme, px, size, desk, scanner, qtbot, shoot, dressed, office):
    from desktop.ui.shell import Shell
    from tests.ui.conftest import SUPERVISOR
    dress(dressed, theme, px)
    desk.sign_in(SUPERVISOR)
    shell=Shell(desk, scanner); qtbot.addWidget(shell); shell.resize(*size); shell.show(); shell.activateWindow()
    qtbot.waitExposed(shell)
    tag=f"{theme}-{px}-{size[0]}"
    shoot(shell, f"{tag}-0")
    k=Keyboard(); k.data("spjy"); k.press(K.Key_Return); shoot(shell, f"{tag}-1q")
    k.digits("2"); k.digits("34"); shoot(shell, f"{tag}-1m"); k.press(K.Key_Return, K.Key_Return, K.Key_Return); k.digits("2")
    k.press(K.Key_Space, K.Key_Space); k.digits("x"); shoot(shell, f"{tag}-2x"); k.digits("2"); k.press(K.Key_N); shoot(shell, f"{tag}-2list")
    k.press(K.Key_Return); shoot(shell, f"{tag}-3who"); k.digits("1")
    QApplication.focusWidget().setText("欧阳䶮𠮷𬭎"); QApplication.focusWidget().textEdited.emit("欧阳䶮𠮷𬭎")
    k.press(K.Key_Return, K.Key_Return); k.data("110105194912310021")
    shoot(shell, f"{tag}-3w2")
    k.press(K.Key_F9); shoot(shell, f"{tag}-4missing")
    k.press(K.Key_F3); shoot(shell, f"{tag}-5notice")
    k.press(K.Key_Escape); k.press(K.Key_F7); k.digits("2"); shoot(shell, f"{tag}-6refuse")
    k.press(K.Key_Escape); k.press(K.Key_F5); shoot(shell, f"{tag}-7deliver")
    k.press(K.Key_F1); shoot(shell, f"{tag}-8help")
    k.press(K.Key_F1)
