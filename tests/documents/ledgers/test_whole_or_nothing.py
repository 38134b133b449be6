"""Cancelled, or stopped by the disk: nothing is left. Rows stream: memory stays flat."""

import errno
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.documents.ledgers.formats import LEDGERS, write_csv, write_xlsx
from desktop.documents.ledgers.part_file import written
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import LogRow
from tests.documents.ledgers.samples import HEADING, rows

FORMATS = sorted(LEDGERS)


@pytest.mark.parametrize("format", FORMATS)
def test_cancelling_leaves_nothing_and_what_was_there_stays(format: str, tmp_path: Path) -> None:
    path = tmp_path / f"log.{format}"
    path.write_text("old", "utf-8")
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < 400

    with pytest.raises(Refusal, match="cancelled"):
        LEDGERS[format](path, rows(1000), 1000, HEADING, progress)
    assert seen == [(0, 1000), (200, 1000), (400, 1000)]
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_text("utf-8") == "old"


@pytest.mark.parametrize("format", FORMATS)
def test_progress_ends_at_the_last_row(format: str, tmp_path: Path) -> None:
    seen: list[int] = []

    def progress(done: int, total: int) -> bool:
        seen.append(done)
        return True

    LEDGERS[format](tmp_path / "log", rows(250), 250, HEADING, progress)
    assert seen == [0, 200, 250]


@pytest.mark.parametrize("format", FORMATS)
def test_a_folder_that_is_not_there_is_a_refusal(format: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot_write") as refused:
        LEDGERS[format](tmp_path / "none" / "log", rows(3), 3, HEADING)
    assert refused.value.data == {"name": "log", "reason": "文件夹不存在"}


@pytest.mark.parametrize("format", FORMATS)
def test_a_name_that_is_a_folder_is_a_refusal_and_leaves_nothing(
    format: str, tmp_path: Path
) -> None:
    (tmp_path / "log").mkdir()
    with pytest.raises(Refusal, match="cannot_write"):
        LEDGERS[format](tmp_path / "log", rows(3), 3, HEADING)
    assert [one.name for one in tmp_path.iterdir()] == ["log"]


@pytest.mark.parametrize("format", FORMATS)
def test_rows_that_break_off_leave_nothing(format: str, tmp_path: Path) -> None:
    def broken() -> Iterator[LogRow]:
        yield from rows(250)
        raise RuntimeError("the reader's connection broke")

    with pytest.raises(RuntimeError, match="broke"):
        LEDGERS[format](tmp_path / "log", broken(), 1000, HEADING)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said_in_words(tmp_path: Path) -> None:
    def fill(part: Path) -> None:
        part.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Refusal, match="cannot_write") as refused:
        written(tmp_path / "log.csv", fill)
    assert refused.value.data["reason"] == "磁盘已满"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_memory_stays_flat(write: object, tmp_path: Path) -> None:
    """A log three times as long takes hardly more memory."""
    assert callable(write)
    write(tmp_path / "first", rows(10), 10, HEADING)  # imports and caches
    peaks = []
    for count in (300, 900):
        tracemalloc.start()
        write(tmp_path / "log", rows(count), count, HEADING)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.6, peaks
