"""The set-up script: it says what is missing, does what it may, and gets out of the way."""

import os
import re
import shutil
import signal
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
LIBRARY = "libno-such-thing.so.9"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder with a blank, its .venv set up by hand around this very Python."""
    place = tmp_path / "一 窗"
    (place / ".venv/bin").mkdir(parents=True)
    for name in ("run", *LOCKS):
        shutil.copy(ROOT / name, place / name)
    (place / ".venv/bin/python").symlink_to(sys.executable)
    (place / ".venv/pyvenv.cfg").write_text("home = here\n", "utf-8")
    return place


@pytest.fixture
def script(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module of that checkout, on a machine that has everything."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("run_script", str(checkout / "run"))
    spec = spec_from_loader(loader.name, loader)
    assert spec
    module = module_from_spec(spec)
    loader.exec_module(module)
    monkeypatch.setattr(module, "present", lambda name: name != LIBRARY)
    return module


def set_up(script: ModuleType) -> None:
    """Write down that everything is there, the way a finished set-up does."""
    facts = {script.installed("runtime"), script.installed("dev")}
    facts |= {script.found(group) for group in script.NEEDS}
    script.FACTS.write_text("\n".join(facts), "utf-8")


def run(checkout: Path, *args: str, **env: str) -> "subprocess.CompletedProcess[str]":
    """The script as a person calls it."""
    command = [sys.executable, str(checkout / "run"), *args]
    whole = {**os.environ, **env}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, cwd="/", env=whole
    )


def test_a_command_passes_through_unchanged(checkout: Path, script: ModuleType) -> None:
    set_up(script)
    echo = "import sys\nprint(sys.argv[1:])\nprint('aside', file=sys.stderr)\nsys.exit(41)\n"
    (checkout / "main.py").write_text(echo, "utf-8")
    result = run(checkout, "log", "--out", "a b 文件.csv", "-x", "")
    assert result.returncode == 41
    assert result.stdout == "['log', '--out', 'a b 文件.csv', '-x', '']\n"
    assert result.stderr == "aside\n"


def test_other_peoples_packages_stay_out(checkout: Path, script: ModuleType) -> None:
    set_up(script)
    (checkout / "main.py").write_text("import sys; print('elsewhere' in str(sys.path))", "utf-8")
    assert run(checkout, "x", PYTHONPATH="/elsewhere").stdout == "False\n"


def test_a_signal_reaches_the_program_itself(checkout: Path, script: ModuleType) -> None:
    set_up(script)
    waits = "import signal; print('up', flush=True); signal.pause()"
    (checkout / "main.py").write_text(waits, "utf-8")
    command = [sys.executable, str(checkout / "run"), "x"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"up\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == -signal.SIGTERM


def test_set_up_once_then_nothing_is_done(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    installs: list[str] = []
    monkeypatch.setattr(script, "install", lambda kind, lock: installs.append(kind))
    script.prepare("runtime", ["offscreen"])
    script.prepare("runtime", ["offscreen"])
    assert installs == ["runtime"]
    script.prepare("dev", ["offscreen", "papers"])
    script.prepare("runtime", ["offscreen"])
    assert installs == ["runtime", "dev"]


@pytest.mark.parametrize("change", ["lock", "python", "facts"])
def test_a_change_sets_up_again(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    set_up(script)
    if change == "lock":
        script.LOCKS["runtime"].write_text("other==1\n", "utf-8")
    elif change == "python":
        (script.VENV / "pyvenv.cfg").write_text("home = elsewhere\n", "utf-8")
    else:
        script.FACTS.unlink()  # what a killed set-up leaves
    installs: list[str] = []
    monkeypatch.setattr(script, "install", lambda kind, lock: installs.append(kind))
    script.prepare("runtime", [])
    assert installs == ["runtime"]


def test_half_an_environment_is_built_anew(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = script.VENV / "half-written"
    left.touch()
    commands: list[list[str]] = []
    monkeypatch.setattr(script, "call", lambda command, lock: commands.append(command))
    monkeypatch.setattr(script, "which", lambda program: None)
    script.install("runtime", 0)
    assert not left.exists()
    assert commands[0][1:3] == ["-m", "venv"]
    assert {"pip", "--require-hashes"} <= set(commands[1])
    assert "--no-index" not in commands[1]


def test_test_tools_are_added_to_a_sound_environment(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.FACTS.write_text(script.installed("runtime"), "utf-8")
    (script.ROOT / "wheelhouse").mkdir()
    commands: list[list[str]] = []
    monkeypatch.setattr(script, "call", lambda command, lock: commands.append(command))
    monkeypatch.setattr(script, "which", lambda program: "/bin/uv")
    script.install("dev", 0)
    (command,) = commands
    assert command[:3] == ["/bin/uv", "pip", "install"]
    assert {"--no-index", str(script.ROOT / "wheelhouse"), "--require-hashes"} <= set(command)
    assert not script.FACTS.exists()  # until prepare() writes them, when all is done


def test_a_plain_user_is_told_the_exact_line(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(script.NEEDS, "offscreen", {LIBRARY: "libno-such-thing9"})
    monkeypatch.setattr(script.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(script, "which", lambda program: f"/usr/bin/{program}")
    with pytest.raises(SystemExit) as end:
        script.main(["items", "list"])
    assert end.value.code == 3
    said = capsys.readouterr()
    assert "sudo apt-get install -y libno-such-thing9" in said.err
    assert said.out == ""


def test_root_installs_what_is_missing(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    machine: set[str] = set()
    monkeypatch.setitem(script.NEEDS, "offscreen", {LIBRARY: "libno-such-thing9"})
    monkeypatch.setattr(script.os, "geteuid", lambda: 0)
    monkeypatch.setattr(script, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(script, "present", lambda name: name in machine)
    monkeypatch.setattr(script, "apt_get", lambda packages: machine.add(LIBRARY))
    script.provide(["offscreen"])
    assert machine == {LIBRARY}


@pytest.mark.parametrize("euid", [0, 1000])
def test_a_machine_without_apt_hears_the_library_names(
    script: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    euid: int,
) -> None:
    monkeypatch.setitem(script.NEEDS, "offscreen", {LIBRARY: "libno-such-thing9"})
    monkeypatch.setattr(script.os, "geteuid", lambda: euid)
    monkeypatch.setattr(script, "which", lambda program: None)
    with pytest.raises(SystemExit) as end:
        script.provide(["offscreen"])
    assert end.value.code == 3
    assert LIBRARY in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "display", "groups"),
    [
        ([], "", ["offscreen"]),
        ([], ":0", ["offscreen", "window"]),
        (["items"], ":0", ["offscreen"]),
        (["test"], ":0", ["offscreen", "papers"]),
    ],
)
def test_what_is_asked_decides_what_is_needed(
    script: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    args: list[str],
    display: str,
    groups: list[str],
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr(script, "prepare", lambda kind, groups: asked.append(groups))
    monkeypatch.setattr(script, "hand_over", lambda args: 0)
    monkeypatch.setattr(script, "test", lambda args: 0)
    script.main(args)
    assert asked == [groups]


def test_an_old_python_is_refused_in_one_sentence(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "OLDEST", (sys.version_info[0], sys.version_info[1] + 1))
    monkeypatch.setattr(script, "which", lambda program: None)
    with pytest.raises(SystemExit) as end:
        script.main([])
    assert end.value.code == 3
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_second_of_two_runs_waits_for_the_first(script: ModuleType, checkout: Path) -> None:
    set_up(script)
    script.FACTS.unlink()
    (checkout / "main.py").write_text("print('ran')", "utf-8")
    with script.alone():
        command = [sys.executable, str(checkout / "run"), "x"]
        second = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert second.stderr
        assert b"waiting" in second.stderr.readline()
        assert second.poll() is None
        set_up(script)  # the first finishes, and leaves nothing to do
    out, err = second.communicate(timeout=10)
    assert (out, err) == (b"ran\n", b"")


def test_locks_agree_and_name_no_place() -> None:
    pins = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / n).read_text("utf-8"), re.MULTILINE))
        for n in LOCKS
    ]
    assert pins[0].items() <= pins[1].items()
    for name in LOCKS:
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"index-url|find-links|file:|https?:", text), name
        for requirement in re.split(r"\n(?=\w)", text.strip()):
            assert "--hash=sha256:" in requirement, requirement
