from desktop.ui.shell import Shell


def test_it_opens(shell: Shell, shoot) -> None:
    shoot(shell, "shell")
    assert shell.front is not None
