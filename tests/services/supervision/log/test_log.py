import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.entries import Address
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.identity.party import Agent, Party, Presence
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.rows import LogFilter
from desktop.services.cases import acts, intake
from desktop.services.courier import shipments
from desktop.services.office import Office
from desktop.services.supervision.log import exporting, reading
from tests.offices import CLERK, NOW, SUPERVISOR, Clock, whole

TODAY = LogFilter(first=NOW.date(), last=NOW.date())
CHIEF = Clerk(code="0701", name="周首席", role=Role.CHIEF)
SECRETS = {
    "name": "欧阳晓敏", "id": "11010519491231002X", "phone": "13812345678",
    "street": "荣华中路九十九号", "agent": "司徒代办", "note": "腿脚不便请上门",
}  # fmt: skip


@pytest.fixture
def busy(office: Office) -> Office:
    """A case and a parcel that carry everything personal there is."""
    person = Party(
        name=SECRETS["name"], id_number=SECRETS["id"], phone=SECRETS["phone"],
        address=SECRETS["street"],
    )  # fmt: skip
    agent = Agent(name=SECRETS["agent"], id_number=SECRETS["id"], phone=SECRETS["phone"])
    draft = whole(
        office, applicant=person, agent=agent, presence=Presence.AGENT, note=SECRETS["note"]
    )
    number = acts.finish(office, CLERK, draft).case.number
    told = shipments.suggest(office, number, Direction.OUTBOUND)
    receiver = Address(name=SECRETS["name"], phone=SECRETS["phone"], street=SECRETS["street"])
    parcel = shipments.create(office, CLERK, replace(told, receiver=receiver)).shipment.number
    shipments.move(office, CLERK, parcel, ShipmentStage.PICKED_UP, note=SECRETS["note"])
    intake.end(office, CLERK, draft.visit, "served", (number,))
    return office


def asked(to: Path, format: str = "csv", **more: Any) -> exporting.Export:
    return exporting.Export(wanted=TODAY, format=format, to=to / f"log.{format}", **more)


def test_a_row_per_act_with_names_masked(busy: Office) -> None:
    found = list(reading.rows(busy.store.views, TODAY))
    assert len(found) == busy.store.views.count_log(TODAY) == busy.store.journal.heads()[0].seq
    accepted = next(row for row in found if row.kind == "case.accepted")
    assert (accepted.applicant, accepted.applicant_id) == ("欧阳**", "*" * 14 + "002X")
    unmasked = reading.rows(busy.store.views, TODAY, personal=True)
    full = next(row for row in unmasked if row.kind == "case.accepted")
    assert (full.applicant, full.applicant_id) == (SECRETS["name"], SECRETS["id"])


def test_rows_without_an_applicant_stay_empty(office: Office) -> None:
    for row in reading.rows(office.store.views, TODAY):
        assert (row.applicant, row.applicant_id) == ("", "")


@pytest.mark.parametrize("format", ["csv", "json", "xlsx"])
def test_nothing_personal_is_in_a_masked_file(busy: Office, tmp_path: Path, format: str) -> None:
    exporting.export(busy, SUPERVISOR, asked(tmp_path, format))
    text = read(tmp_path / f"log.{format}")
    assert "受理" in text
    for what, secret in SECRETS.items():
        assert secret not in text, what


@pytest.mark.parametrize("format", ["csv", "json", "xlsx", "pdf"])
def test_an_export_is_journalled_with_the_files_sha256(
    busy: Office, tmp_path: Path, format: str
) -> None:
    total = busy.store.views.count_log(TODAY)
    written = exporting.export(busy, CHIEF, asked(tmp_path, format))
    digest = hashlib.sha256((tmp_path / f"log.{format}").read_bytes()).hexdigest()
    assert (written.sha256, written.rows) == (digest, total)
    row = list(reading.rows(busy.store.views, TODAY))[-1]
    assert (row.kind, row.clerk, row.payload.sha256, row.payload.rows) == (
        "log.exported", CHIEF.code, digest, total,
    )  # fmt: skip
    assert (row.payload.format, row.payload.personal) == (format, False)


def test_unmasked_wants_a_supervisor_and_a_reason(busy: Office, tmp_path: Path) -> None:
    before = busy.store.journal.heads()
    for clerk, reason, code in (
        (CHIEF, "督查要求", "not_allowed"),
        (SUPERVISOR, " ", "reason_needed"),
    ):
        with pytest.raises(Refusal, match=code):
            exporting.export(busy, clerk, asked(tmp_path, personal=True, reason=reason))
    assert busy.store.journal.heads() == before
    assert list(tmp_path.glob("log.*")) == []
    exporting.export(busy, SUPERVISOR, asked(tmp_path, personal=True, reason="督查要求"))
    assert SECRETS["name"] in read(tmp_path / "log.csv")
    told = list(reading.rows(busy.store.views, TODAY))[-1].payload
    assert (told.personal, told.reason) == (True, "督查要求")


def test_what_is_not_exported(busy: Office, tmp_path: Path) -> None:
    reversed_days = replace(TODAY, last=date(2026, 11, 22))
    for clerk, export, code in (
        (CLERK, asked(tmp_path), "not_allowed"),
        (SUPERVISOR, replace(asked(tmp_path), wanted=reversed_days), "dates_reversed"),
        (SUPERVISOR, asked(tmp_path, "docx"), "unknown_format"),
    ):
        with pytest.raises(Refusal, match=code):
            exporting.export(busy, clerk, export)


def test_a_cancelled_export_leaves_no_file_and_no_entry(busy: Office, tmp_path: Path) -> None:
    before = busy.store.journal.heads()
    with pytest.raises(Refusal, match="cancelled"):
        exporting.export(busy, SUPERVISOR, asked(tmp_path), lambda done, total: False)
    assert busy.store.journal.heads() == before
    assert [path for path in tmp_path.iterdir() if path.name.startswith("log.")] == []


def test_a_late_entry_stands_on_the_day_it_happened(office: Office, clock: Clock) -> None:
    then = clock.at
    clock.on(days=1)
    number = acts.finish(office, CLERK, whole(office, happened_at=then)).case.number
    late = [row for row in reading.rows(office.store.views, TODAY) if row.late]
    assert {row.kind for row in late} == {"case.received", "case.accepted"}
    assert {row.case for row in late} == {number}


def read(path: Path) -> str:
    """Everything in the file that could be read by who opens it."""
    return "\n".join(part.decode("utf-8-sig") for part in parts(path.read_bytes()))


def parts(content: bytes) -> Iterator[bytes]:
    if not content.startswith(b"PK"):
        yield content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            yield packed.read(name)
