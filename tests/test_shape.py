"""The shape of the house: small files, small functions, honest names, nothing of one's own machine."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_LINES = 300
MOST_LINES_OF_MAIN = 60
MOST_LINES_OF_A_FUNCTION = 40
MOST_FILES_OF_A_FOLDER = 14
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "manager", "managers", "misc"}
# folders a person's absolute path begins with, on any of the three systems
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w|\b[A-Z]:\\\\?Users\b")
MADE_HERE = {".git", ".venv", "out", "wheelhouse", "build", "dist", "__pycache__"}


def sources() -> list[Path]:
    """The program's own Python files, tests apart."""
    single = [path for path in (ROOT / "main.py", ROOT / "run") if path.exists()]
    return single + [path for house in ("desktop", "db") for path in (ROOT / house).rglob("*.py")]


def modules() -> list[Path]:
    """Every Python file, with tests."""
    return [*sources(), *(ROOT / "tests").rglob("*.py")]


def name_of(path: Path) -> str:
    """How a file is called in a failure: from the top of the checkout."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_bytes())


def test_files_are_small() -> None:
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert not {name: count for name, count in lines.items() if count > MOST_LINES}
    assert lines.get("main.py", 0) <= MOST_LINES_OF_MAIN


def test_functions_are_small() -> None:
    functions = {
        f"{name_of(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {n: size for n, size in functions.items() if size > MOST_LINES_OF_A_FUNCTION}


def test_folders_are_small() -> None:
    counts = Counter(name_of(path.parent) for path in modules())
    assert not {name: count for name, count in counts.items() if count > MOST_FILES_OF_A_FOLDER}


def test_names_say_what_is_inside() -> None:
    for path in modules():
        for part in path.relative_to(ROOT).with_suffix("").parts:
            assert not set(part.split("_")) & NAMES_THAT_SAY_NOTHING, name_of(path)


def test_no_module_is_named_like_one_of_the_standard_library() -> None:
    for path in modules():
        parts = set(path.relative_to(ROOT).with_suffix("").parts) - {"__init__"}
        assert not parts & sys.stdlib_module_names, name_of(path)


def test_every_package_says_what_may_live_there() -> None:
    for folder in {path.parent for path in sources()} - {ROOT}:
        opening = folder / "__init__.py"
        assert opening.exists(), f"{name_of(folder)} is no package"
        assert ast.get_docstring(parsed(opening)), f"{name_of(opening)} says nothing"


def test_only_commands_and_the_set_up_print() -> None:
    speakers = ("run", "desktop/cli.py", "desktop/cli/")
    for path in sources():
        if name_of(path).startswith(speakers):
            continue
        for node in ast.walk(parsed(path)):
            says = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            assert not (says and ast.unparse(node).startswith("print(")), name_of(path)


def test_no_file_knows_a_machine() -> None:
    for path in shipped(ROOT):
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # fonts and pictures
        assert not MACHINE_PATH.findall(text), name_of(path)


def shipped(folder: Path) -> Iterator[Path]:
    """The files of the checkout, without what tools and runs leave in it; needs no git."""
    for path in folder.iterdir():
        if path.name in MADE_HERE or path.name.endswith("_cache") or path.name == ".hypothesis":
            continue
        if path.is_dir():
            yield from shipped(path)
        elif path.suffix not in {".ttf", ".png", ".pyc"}:
            yield path
