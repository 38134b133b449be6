"""No file of the log stays that the journal does not know."""

from pathlib import Path

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.heading import LedgerHeading
from desktop.domain.supervision.log.manifest import SUFFIX
from desktop.domain.supervision.rows import LogFilter
from desktop.services.office import Office
from desktop.services.supervision.log import exporting
from tests.offices import NOW, SUPERVISOR

TODAY = LogFilter(first=NOW.date(), last=NOW.date())


def asked(folder: Path) -> exporting.Export:
    return exporting.Export(wanted=TODAY, format="csv", to=folder / "log.csv")


def test_cancelled_after_the_last_row_nothing_stays(office: Office, tmp_path: Path) -> None:
    calls: list[int] = []

    def progress(done: int, total: int) -> bool:
        calls.append(done)
        return len(calls) < 3  # the first row, the last one, and then the file stands

    with pytest.raises(Refusal, match="cancelled"):
        exporting.write(office, SUPERVISOR, office.store.views, asked(tmp_path), progress)
    assert len(calls) == 3
    assert not list(tmp_path.glob("log*"))


def test_what_cannot_be_journalled_does_not_stay(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> None:
        raise Refusal("busy")

    monkeypatch.setattr(exporting, "journal", refused)
    with pytest.raises(Refusal, match="busy"):
        exporting.export(office, SUPERVISOR, asked(tmp_path))
    assert not list(tmp_path.glob("log*"))


def test_an_older_manifest_never_lies_beside_a_newer_file(office: Office, tmp_path: Path) -> None:
    exporting.export(office, SUPERVISOR, asked(tmp_path))
    beside = tmp_path / f"log.csv{SUFFIX}"
    assert beside.exists()
    office.ledgers["csv"](tmp_path / "log.csv", iter(()), 0, _heading(office))
    assert not beside.exists()


def _heading(office: Office) -> LedgerHeading:
    book = office.store.views.book
    return exporting._heading(office, SUPERVISOR, asked(Path()), (), book)
