"""Licences from a table: all or nothing, by the labels of its columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from desktop.documents.sheets.delimited import read_delimited
from desktop.domain.licences.entries import EndWhy
from desktop.domain.licences.rows import LicenceFilter
from desktop.domain.refusal import Refusal
from desktop.services.licences import register
from desktop.services.licences.importing import Imported, import_licences
from desktop.services.office import Office
from desktop.wording.refusals import sentence
from tests.licensing.hall import fetched
from tests.offices import CLERK, PERSON, SUPERVISOR, whole
from tests.services.licences.test_fetching import stock

HEAD = "证照编号,证照类型,持有人,证件号码,发证机关,发证日期,有效期起,有效期止,状态,备注"
GOOD = f"92110302MA01ABCD5E,E1,{PERSON.name},{PERSON.id_number},某局,2024-01-01,,长期,有效,x"


def load(office: Office, *lines: str, encoding: str = "utf-8-sig") -> Imported:
    rows = read_delimited("\r\n".join((HEAD, *lines)).encode(encoding), "清单").rows
    return import_licences(office, SUPERVISOR, rows, "清单.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_imported_licence_spares_its_material(office: Office, encoding: str) -> None:
    assert load(office, GOOD, ",,,", encoding=encoding) == Imported(1, 0)
    licence = register.load(office, "E1:92110302MA01ABCD5E")
    assert (licence.name, licence.issuer, licence.valid_until) == ("法人证书", "某局", None)
    assert licence.reason == "清单.csv"
    assert fetched(office, whole(office), "E1").licences == {"E1"}


def test_the_same_table_again_changes_nothing(office: Office) -> None:
    load(office, GOOD)
    before = len(office.store.journal.facts("licence:E1:92110302MA01ABCD5E"))
    assert load(office, GOOD) == Imported(0, 1)
    assert len(office.store.journal.facts("licence:E1:92110302MA01ABCD5E")) == before


def test_a_status_ends_a_licence_and_a_later_table_revives_it(office: Office) -> None:
    load(office, GOOD)
    load(office, GOOD.replace("有效,x", "吊销,x"))
    ended = register.load(office, "E1:92110302MA01ABCD5E").ended
    assert ended is not None
    assert ended.why is EndWhy.STRIPPED
    assert fetched(office, whole(office), "E1").licences == set()
    load(office, GOOD)
    assert register.load(office, "E1:92110302MA01ABCD5E").in_force


def test_what_the_hall_issued_itself_keeps_its_item(office: Office) -> None:
    id = stock(office, until=date(2031, 11, 23))
    load(office, GOOD.replace("长期", "2032-01-01"))
    assert len(office.store.views.licences(LicenceFilter())) == 1
    licence = register.load(office, id)
    assert (licence.item, licence.valid_until) == ("QY05", date(2032, 1, 1))


@pytest.mark.parametrize(
    ("change", "column", "told"),
    [
        (("E1", "护照"), "证照类型", "不是电子证照类别"),
        (("2024-01-01", "2024-13-01"), "发证日期", "不是日期"),
        (("长期", "2023-01-01"), "有效期止", "早于"),
        (("有效,x", "好,x"), "状态", "不是有效"),
        ((PERSON.name, " "), "持有人", "没有填"),
    ],
)
def test_one_wrong_cell_refuses_all(
    office: Office, change: tuple[str, str], column: str, told: str
) -> None:
    wrong = GOOD.replace("92110302MA01ABCD5E", "2").replace(*change)
    with pytest.raises(Refusal) as refused:
        load(office, GOOD, wrong)
    assert (refused.value.data["row"], refused.value.data["column"]) == (3, column)
    assert told in sentence(refused.value)
    assert office.store.views.count_licences(LicenceFilter()) == 0


def test_a_number_twice_or_a_column_missing_refuses_all(office: Office) -> None:
    with pytest.raises(Refusal, match="licence_table"):
        load(office, GOOD, GOOD)
    for raw in (b"", "姓名,电话\n1,2".encode()):
        with pytest.raises(Refusal, match="licence_table"):
            import_licences(office, SUPERVISOR, read_delimited(raw, "x").rows, "x")
    with pytest.raises(Refusal, match="not_allowed"):
        import_licences(office, CLERK, read_delimited(HEAD.encode(), "x").rows, "x")


def test_a_workbook_is_read_like_the_csv(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "清单.xlsx"
    line = GOOD.replace(",E1,", ",营业执照,").split(",")
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate((HEAD.split(","), line)):
            sheet.write_row(row, 0, cells)
    rows = office.spreadsheets().read(path)[0].rows
    assert import_licences(office, SUPERVISOR, rows, path.name) == Imported(1, 0)
    assert register.load(office, "E1:92110302MA01ABCD5E").holder.name == PERSON.name
