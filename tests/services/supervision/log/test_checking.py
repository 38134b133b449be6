"""`verify FILE`: what is as it was says so, what was altered is named."""

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop.documents.ledgers.formats import LEDGERS
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.altered import Fault
from desktop.domain.supervision.log.manifest import SUFFIX
from desktop.domain.supervision.log.views import VIEWS
from desktop.domain.supervision.rows import LogFilter
from desktop.services.cases import acts
from desktop.services.office import Office
from desktop.services.supervision.log import exporting
from desktop.services.supervision.log.checking import Checked, check_file, is_export
from desktop.wording.supervision.log import fault_line
from tests.offices import CLERK, NOW, SUPERVISOR, Clock, whole

TODAY = LogFilter(first=NOW.date(), last=NOW.date())


def exported(office: Office, folder: Path, format: str = "csv", view: str = "all") -> Path:
    acts.finish(office, CLERK, whole(office))
    path = folder / f"log.{format}"
    asked = exporting.Export(wanted=TODAY, format=format, to=path, view=VIEWS[view])
    exporting.export(office, SUPERVISOR, asked)
    return path


def faults(found: Checked) -> list[Fault]:
    return [one.fault for one in found.faults]


@pytest.mark.parametrize(
    ("view", "format"),
    [(id, format) for id, view in VIEWS.items() for format in sorted(LEDGERS.formats(view))],
)
def test_what_was_exported_is_whole_however_much_was_done_since(
    office: Office, tmp_path: Path, format: str, view: str
) -> None:
    path = exported(office, tmp_path, format, view)
    acts.finish(office, CLERK, whole(office))
    found = check_file(office, path)
    assert found.ok, found.faults
    assert found.entry.startswith("A07:")
    assert check_file(office, path.with_name(path.name + SUFFIX)).ok
    assert is_export(office, path)
    assert not is_export(office, tmp_path / "backup.yc")


def test_an_altered_cell_is_named(office: Office, tmp_path: Path) -> None:
    path = exported(office, tmp_path)
    text = path.read_text("utf-8-sig")
    path.write_text(text.replace(",受理,", ",当场办结,", 1), "utf-8-sig")
    found = check_file(office, path)
    assert faults(found) == [Fault.FILE, Fault.ROW]
    assert fault_line(found.faults[1]).endswith("的「行为」，文件写「当场办结」，日志是「受理」")


def test_an_altered_sheet_is_named(office: Office, tmp_path: Path) -> None:
    path = exported(office, tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(3, 7).value = "9999"
    book.save(path)
    rows = [one for one in check_file(office, path).faults if one.fault is Fault.ROW]
    assert [(one.column, one.told) for one in rows] == [("clerk", "9999")]


def test_a_row_taken_out_or_put_in_is_named(office: Office, tmp_path: Path) -> None:
    path = exported(office, tmp_path, "json")
    told = json.loads(path.read_text("utf-8"))
    last = told["rows"].pop()
    path.write_text(json.dumps(told), "utf-8")
    found = check_file(office, path)
    assert [(one.fault, one.where) for one in found.faults[1:]] == [
        (Fault.MISSING_ROW, last["entry"])
    ]
    told["rows"] += [last, {**last, "entry": "A07:999"}]
    path.write_text(json.dumps(told), "utf-8")
    assert faults(check_file(office, path)) == [Fault.FILE, Fault.EXTRA_ROW]


def test_an_altered_manifest_is_named_and_its_figure(office: Office, tmp_path: Path) -> None:
    path = exported(office, tmp_path)
    beside = path.with_name(path.name + SUFFIX)
    told = json.loads(beside.read_text("utf-8"))
    accepted = next(one for one in told["figures"] if one["key"] == "case.accepted")
    accepted["count"] = 7
    beside.write_text(json.dumps(told), "utf-8")
    found = check_file(office, path)
    assert faults(found) == [Fault.MANIFEST, Fault.FIGURE]
    assert fault_line(found.faults[1]) == "统计不同：行为 受理，清单写 7，日志现有 1"
    beside.write_text("{}", "utf-8")
    with pytest.raises(Refusal, match="manifest_broken"):
        check_file(office, path)


def test_file_and_manifest_made_anew_together_are_not_ours(office: Office, tmp_path: Path) -> None:
    """Whoever alters both and counts the sha256 again is betrayed by the journal."""
    import hashlib

    path = exported(office, tmp_path)
    beside = path.with_name(path.name + SUFFIX)
    path.write_text(path.read_text("utf-8-sig").replace("受理", "撤回", 1), "utf-8-sig")
    told = json.loads(beside.read_text("utf-8"))
    told["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    beside.write_text(json.dumps(told), "utf-8")
    assert faults(check_file(office, path))[0] is Fault.UNKNOWN


def test_a_changed_journal_is_named(office: Office, tmp_path: Path) -> None:
    path = exported(office, tmp_path)
    conn = office.store._link.conn  # type: ignore[attr-defined]
    conn.execute("DROP TRIGGER journal_never_updated")
    conn.execute("UPDATE journal SET clerk = '0799' WHERE kind = 'case.accepted'")
    found = check_file(office, path)
    assert faults(found)[0] is Fault.CHAIN
    assert Fault.FIGURE in faults(found)
    conn.execute("UPDATE journal SET hash = zeroblob(32) WHERE seq = 1")
    conn.execute("UPDATE journal SET seq = seq + 100000")
    assert Fault.HEAD in faults(check_file(office, path))


def test_without_a_manifest_the_journal_still_knows_the_file(
    office: Office, tmp_path: Path
) -> None:
    path = exported(office, tmp_path)
    path.with_name(path.name + SUFFIX).unlink()
    assert check_file(office, path).ok
    path.write_text("x", "utf-8")
    assert faults(check_file(office, path)) == [Fault.NO_MANIFEST]
    with pytest.raises(Refusal, match="cannot_read"):
        check_file(office, tmp_path / "none.csv")


def test_a_narrowed_export_is_checked_as_it_was_narrowed(office: Office, tmp_path: Path) -> None:
    acts.finish(office, CLERK, whole(office))
    path = tmp_path / "log.csv"
    wanted = replace(TODAY, clerks=frozenset({CLERK.code}), items=frozenset({"SP01"}))
    written = exporting.export(
        office, SUPERVISOR, exporting.Export(wanted=wanted, format="csv", to=path)
    )
    assert 0 < written.rows < office.store.views.count_log(TODAY)
    assert check_file(office, path).ok


@pytest.mark.parametrize("place", [0, 1])
def test_the_same_file_exported_twice_is_whole_both_times(
    office: Office, tmp_path: Path, clock: Clock, place: int
) -> None:
    acts.finish(office, CLERK, whole(office))
    wanted = replace(TODAY, kinds=frozenset({"case.accepted"}))
    paths = [tmp_path / name for name in ("one.csv", "two.csv")]
    for path in paths:
        asked = exporting.Export(wanted=wanted, format="csv", to=path)
        exporting.export(office, SUPERVISOR, asked)
        clock.on(minutes=5)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    found = check_file(office, paths[place])
    assert found.ok, found.faults


@pytest.mark.parametrize("format", ["csv", "json", "xlsx"])
def test_a_damaged_file_is_named_wherever_a_byte_was_flipped(
    office: Office, tmp_path: Path, format: str
) -> None:
    path = exported(office, tmp_path, format)
    whole_file = path.read_bytes()
    rows = list(office.store.views.book.rows(TODAY))
    for place in range(0, len(whole_file), max(1, len(whole_file) // 150)):
        flipped = bytearray(whole_file)
        flipped[place] ^= 0xFF
        path.write_bytes(bytes(flipped))
        LEDGERS.altered(path, format, rows, VIEWS["all"])
    path.write_bytes(whole_file[: len(whole_file) // 2])
    found = faults(check_file(office, path))
    assert Fault.FILE in found
    assert Fault.DAMAGED in found or format == "csv"


def test_a_station_that_moved_alters_no_export(office: Office, tmp_path: Path) -> None:
    acts.finish(office, CLERK, whole(office))
    (station,) = office.store._link.rows(  # type: ignore[attr-defined]
        "SELECT DISTINCT hall, window FROM stations"
    )
    hall, window = station
    paths = []
    for name, more in (
        ("all", {}), ("hall", {"halls": frozenset({hall})}),
        ("window", {"windows": frozenset({window})}),
    ):  # fmt: skip
        paths.append(tmp_path / f"{name}.csv")
        asked = exporting.Export(
            wanted=replace(TODAY, **more), format="csv", to=paths[-1],  # type: ignore[arg-type]
            view=VIEWS["day"],
        )  # fmt: skip
        assert exporting.export(office, SUPERVISOR, asked).rows
    conn = office.store._link.conn  # type: ignore[attr-defined]
    conn.execute("UPDATE stations SET hall = 'JK02', window = 'Z99'")
    conn.execute("UPDATE cases SET window = 'Z99'")
    for path in paths:
        found = check_file(office, path)
        assert found.ok, found.faults
