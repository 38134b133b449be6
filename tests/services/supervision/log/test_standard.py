"""GB/T 39046: names, codes and moments as the standard writes them."""

import json
import re
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.cases.papers import PaperKind
from desktop.domain.courier.carriers import Direction
from desktop.domain.halls.roles import Clerk, Role
from desktop.domain.handling.changes import AcceptanceRevoked
from desktop.domain.refusal import Refusal
from desktop.domain.supervision.log.standard import FIELDS, TITLES
from desktop.domain.supervision.log.views import STANDARD, VIEWS
from desktop.domain.supervision.rows import LogFilter
from desktop.services.cases import acts
from desktop.services.courier import shipments
from desktop.services.handling import turns
from desktop.services.office import Office
from desktop.services.supervision.log import exporting
from tests.offices import CLERK, NOW, PERSON, SUPERVISOR, Clock, whole

TODAY = LogFilter(first=NOW.date(), last=NOW.date())


def export(office: Office, to: Path, personal: bool = False) -> exporting.Written:
    asked = exporting.Export(
        wanted=TODAY, format=to.suffix[1:], to=to, view=VIEWS[STANDARD], personal=personal,
        reason="报送市级平台" if personal else "",
    )  # fmt: skip
    return exporting.export(office, SUPERVISOR, asked)


@pytest.fixture
def number(office: Office) -> str:
    case = acts.finish(office, CLERK, whole(office)).case.number
    told = shipments.suggest(office, case, Direction.OUTBOUND)
    shipments.create(office, CLERK, told)
    return case


def test_a_sheet_per_table_with_the_standards_names(
    office: Office, number: str, tmp_path: Path
) -> None:
    assert export(office, tmp_path / "cases.xlsx").rows == 1
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    assert book.sheetnames == [*TITLES.values(), "说明"]
    told = {}
    for table, title in TITLES.items():
        head, *rows = book[title].iter_rows(values_only=True)
        assert head == FIELDS[table]
        told[table] = [dict(zip(head, row, strict=True)) for row in rows]
    apply = told["表5"][0]
    assert apply["办件编号"] == number
    assert (apply["事项类型代码"], apply["办理形式代码"]) == ("01", "1")
    assert (apply["申请者名称"], apply["申请者证件类型代码"]) == ("李*敏", "111")
    assert apply["申请者证件号码"].endswith("002X")
    assert PERSON.id_number not in str(told)
    assert apply["申请时间"] == "20261123T104100"
    accepted = told["表6"][0]
    assert (accepted["受理时间"], accepted["受理人员"]) == ("20261123T104100", CLERK.code)
    assert re.fullmatch("[0-9]{8}", str(accepted["承诺办结时间"]))
    assert number in str(accepted["受理文书编号"])
    assert told["表8"] == []
    assert told["表15"][0]["办件编号"] == number
    assert len(told["表5"]) == len(office.item("SP01").materials) or len(told["表5"]) > 1


def test_json_has_the_tables_of_each_case(office: Office, number: str, tmp_path: Path) -> None:
    export(office, tmp_path / "cases.json", personal=True)
    told = json.loads((tmp_path / "cases.json").read_text("utf-8"))
    assert told["heading"]["standard"] == "GB/T 39046-2020"
    (case,) = told["cases"]
    assert list(case) == list(TITLES.values())
    assert case["表5 办事申请信息"][0]["申请者名称"] == PERSON.name
    assert case["表5 办事申请信息"][0]["联系人手机号码"] == PERSON.phone


@pytest.mark.parametrize("format", ["csv", "pdf"])
def test_one_table_cannot_hold_five(office: Office, tmp_path: Path, format: str) -> None:
    with pytest.raises(Refusal, match="unknown_format"):
        export(office, tmp_path / f"cases.{format}")
    assert not list(tmp_path.glob("cases*"))


def test_an_acceptance_that_was_revoked_is_not_told(
    office: Office, tmp_path: Path, clock: Clock
) -> None:
    """The one that stands is, with its own 受理通知书."""
    case = acts.finish(office, CLERK, whole(office)).case.number
    chief = Clerk(code=SUPERVISOR.code, name=SUPERVISOR.name, role=Role.CHIEF)
    undone = AcceptanceRevoked(reason="材料为他处图纸", revoked_on=office.today())
    clock.on(hours=1)
    turns.revoke(office, chief, case, undone)
    export(office, tmp_path / "revoked.json")
    (told,) = json.loads((tmp_path / "revoked.json").read_text("utf-8"))["cases"]
    assert not any(line["受理文书编号"] for line in told["表6 受理信息"])
    clock.on(hours=1)
    acts.conclude(office, CLERK, case)
    papers = [one for one in office.store.views.papers(case) if one.kind is PaperKind.ACCEPTANCE]
    export(office, tmp_path / "again.json")
    (told,) = json.loads((tmp_path / "again.json").read_text("utf-8"))["cases"]
    (line,) = told["表6 受理信息"]
    assert line["受理时间"] == "20261123T124100"
    assert line["受理文书编号"] == papers[-1].number != papers[0].number
