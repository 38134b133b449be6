"""Who may import whom: ARCHITECTURE.md's table of the house, one sentence per test.

A package that has not been built yet breaks no rule.
"""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from pytest_archon import archrule
from pytest_archon.collect import collect_imports, walk

ROOT = Path(__file__).parents[1]
QT = ("PySide6", "shiboken6")
STORAGE = ("db", "sqlite3", "sqlcipher3", "sqlite_utils")
PAPER = ("reportlab", "pypdfium2", "xlsxwriter", "pyhanko")
NETWORK = (
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "smtplib",
    "ftplib",
    "httpx",
    "psycopg",
)
MACHINE = ("os", "io", "pathlib", "tempfile", "shutil", "subprocess", "threading", "asyncio")
CHANCE = ("time", "random", "secrets")
HOUSE = ("main", "desktop", "db", "tests")


class Package:
    """One package of the house, and the sentences that hold for every module in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.house = name.split(".", maxsplit=1)[0]
        self.rule = archrule(name).match(*trees(name))
        path = ROOT.joinpath(*name.split("."))
        self.is_built = path.with_suffix(".py").exists() or any(path.rglob("*.py"))

    def imports_only(self, *allowed: str) -> "Package":
        """Of our own packages it knows itself and these; other people's are another sentence."""
        if self.is_built:
            own = trees(self.name, *allowed)
            rule = self.rule.should_not_import(*trees(*HOUSE)).may_import(*own)
            rule.check(self.house, only_direct_imports=True)
        return self

    def never_imports(self, *forbidden: str) -> "Package":
        """Not directly, and not by way of anything else it imports from its own house."""
        if self.is_built:
            self.rule.should_not_import(*trees(*forbidden)).check(self.house)
        return self


def trees(*packages: str) -> tuple[str, ...]:
    """Patterns for these packages and all that is in them."""
    return tuple(pattern for name in packages for pattern in (name, f"{name}.*"))


def test_the_domain_stands_on_the_standard_library_alone() -> None:
    domain = Package("desktop.domain").imports_only()
    if domain.is_built:
        ground = trees(*sys.stdlib_module_names, "desktop.domain")
        rule = domain.rule.should_not_import("*").may_import(*ground)
        rule.check("desktop", only_direct_imports=True)


def test_the_domain_is_pure() -> None:
    Package("desktop.domain").never_imports(*MACHINE, *CHANCE, *NETWORK, "sqlite3")


def test_the_domain_never_asks_for_the_time_nor_opens_a_file() -> None:
    for path in python_files("desktop/domain"):
        for call in calls(path):
            asked = ast.unparse(call.func).split(".")
            is_clock = asked[-1] in {"now", "utcnow", "today"} and asked[-2:-1] != ["self"]
            assert not is_clock, f"{path.relative_to(ROOT)}:{call.lineno}"
            assert asked != ["open"], f"{path.relative_to(ROOT)}:{call.lineno}"


def test_services_know_the_domain_and_ports_not_what_is_outside() -> None:
    services = Package("desktop.services").imports_only("desktop.domain")
    services.never_imports(*QT, *STORAGE, *PAPER, *NETWORK)


@pytest.mark.parametrize("package", ["documents", "couriers", "licensing", "messages", "exchange"])
def test_renderers_carriers_and_hubs_know_ports_and_words_but_not_each_other(package: str) -> None:
    outside = Package(f"desktop.{package}")
    outside.imports_only("desktop.domain", "desktop.services.ports", "desktop.wording")
    outside.never_imports(*QT, *STORAGE)


FRONT = ("desktop.services", "desktop.domain", "desktop.wording", "desktop.settings")


def test_commands_know_services_and_words_and_start_without_qt() -> None:
    Package("desktop.cli").imports_only(*FRONT).never_imports(*QT, *STORAGE, "reportlab")


def test_screens_know_what_commands_know_and_qt() -> None:
    Package("desktop.ui").imports_only(*FRONT).never_imports(*STORAGE, "reportlab")


@pytest.mark.parametrize("package", ["wording", "settings"])
def test_words_and_settings_stand_on_the_domain(package: str) -> None:
    Package(f"desktop.{package}").imports_only("desktop.domain").never_imports(*QT, *STORAGE)


def test_storage_implements_ports_and_knows_no_screen() -> None:
    storage = Package("db").imports_only("desktop.domain", "desktop.services.ports")
    storage.never_imports(*QT, *PAPER)


def test_screens_are_the_only_place_for_qt() -> None:
    for path in python_files("desktop", "db", "main.py", "run"):
        if path.is_relative_to(ROOT / "desktop/ui") or path == ROOT / "main.py":
            continue
        assert not imported(path) & set(QT), path.relative_to(ROOT)


def test_main_alone_joins_storage_and_desktop() -> None:
    for path in python_files("desktop", "main.py", "run"):
        if path != ROOT / "main.py":
            assert "db" not in imported(path), path.relative_to(ROOT)


def test_main_is_imported_by_journeys_alone() -> None:
    for path in python_files("desktop", "db", "tests"):
        if not path.is_relative_to(ROOT / "tests/journeys"):
            assert "main" not in imported(path), path.relative_to(ROOT)


@pytest.mark.parametrize("house", ["desktop", "db"])
def test_nothing_turns_in_a_circle(house: str) -> None:
    if not any(python_files(house)):
        return
    modules = collect_imports(house, walk)
    graph = {name: imports & modules.keys() for name, imports in modules.items()}
    TopologicalSorter(graph).prepare()  # a circle is a CycleError that names its members


def python_files(*places: str) -> Iterator[Path]:
    """The Python files of folders, or files named one by one, that exist so far."""
    for place in places:
        path = ROOT / place
        if path.is_dir():
            yield from sorted(path.rglob("*.py"))
        elif path.exists():
            yield path


def imported(path: Path) -> set[str]:
    """The top-level names a file imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a file."""
    return (n for n in ast.walk(ast.parse(path.read_bytes())) if isinstance(n, ast.Call))
