from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.identity.party import Party
from desktop.domain.identity.verdict import Level
from desktop.domain.promises.record_sheet import read_records
from desktop.domain.promises.records import BadRecord, Breach, ListInForce, standing
from desktop.domain.refusal import Refusal

DAY = date(2026, 11, 23)
LIST = ListInForce(as_of=date(2026, 11, 20), rows=1, sha256="")
WHO = Party(name="北京某某（示例）公司", id_number="91110000 6000-37341l")
RECORD = BadRecord(name=WHO.name, number="91110000600037341L", what="虚假承诺", organ="某局")
HEAD = [
    "名称/姓名",
    "证件号码/统一社会信用代码",
    "失信情形",
    "认定机关",
    "认定日期",
    "有效期至",
    "修复日期",
]


def found(*records: BadRecord, who: Party = WHO) -> tuple[Level, str]:
    verdict = standing(who, (), records, LIST, DAY)
    return verdict.level, verdict.code


def test_the_number_decides_whatever_the_writing() -> None:
    assert found(RECORD) == (Level.ERROR, "record_found")
    assert found(replace(RECORD, name="另一个")) == (Level.ERROR, "record_found")


def test_a_name_alone_warns() -> None:
    nameless = replace(RECORD, number="", name="北京某某(示例) 公司")
    assert found(nameless) == (Level.WARN, "record_by_name")
    assert found(replace(RECORD, number="91110105MA01234567")) == (Level.OK, "record_none")


def test_a_masked_number_speaks_for_or_against_a_name() -> None:
    assert found(replace(RECORD, number="9111**********341L")) == (Level.WARN, "record_by_name")
    assert found(replace(RECORD, number="9211**********341L")) == (Level.OK, "record_none")


def test_a_record_counts_to_its_last_day() -> None:
    assert found(replace(RECORD, until=DAY))[0] is Level.ERROR
    assert found(replace(RECORD, until=date(2026, 11, 22)))[0] is Level.OK


def test_without_a_list_the_promise_is_taken_and_a_broken_one_is_not_forgotten() -> None:
    assert standing(WHO, (), (), None, DAY).code == "records_absent"
    broken = Breach(case="N1", reason="不实", found_on=DAY)
    assert standing(WHO, (broken,), (), None, DAY).level is Level.ERROR


def test_a_list_is_read_by_its_labels_below_a_title() -> None:
    rows = [
        ["失信名单"], [], HEAD,
        ["某公司", "9111 0000 6000 3734 1L", "失信", "某局", "2026年1月2日", "", "2026/11/01"],
        ["", "", "", "", "", "", ""],
        ["䶮𠮷", "", "失信", "某局", "", "20270102", ""],
    ]  # fmt: skip
    first, second = read_records(rows, DAY)
    assert first.number == "91110000600037341L"
    assert (first.found_on, first.until) == (date(2026, 1, 2), date(2026, 10, 31))
    assert (second.name, second.number, second.until) == ("䶮𠮷", "", date(2027, 1, 2))


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (1, "", "needed"),
        (2, "91110000600037341A", "number_check"),
        (2, "甲乙丙", "number_form"),
        (3, "字" * 201, "too_long"),
        (4, "某\x07局", "control"),
        (5, "去年", "not_a_day"),
        (5, "2026-02-30", "not_a_day"),
        (5, "2026-12-01", "after_list"),
    ],
)
def test_one_wrong_cell_is_named_by_row_and_column(column: int, value: str, reason: str) -> None:
    row = ["某公司", "91110000600037341L", "失信", "某局", "2026-01-02", "", ""]
    row[column - 1] = value
    with pytest.raises(Refusal) as refused:
        read_records([HEAD, row], DAY)
    told = refused.value.data
    assert (refused.value.code, told["row"], told["column"]) == ("records_wrong", 2, column)
    assert told["reason"] == reason


@pytest.mark.parametrize(
    ("rows", "code"),
    [([], "records_headless"), ([["a", "b"]], "records_headless"), ([HEAD], "records_empty")],
)
def test_a_sheet_that_is_no_list_is_refused(rows: list[list[str]], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        read_records(rows, DAY)
