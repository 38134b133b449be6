"""Facts of a list of destruction and of answers to a person; all invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.days import BEIJING
from desktop.domain.supervision.retention.entries import PersonOutcome, PersonWish
from desktop.domain.supervision.retention.facts import (
    DestroyedCase,
    DestructionFacts,
    HeldCase,
    HeldThing,
    Look,
    PersonFacts,
)
from tests.documents.samples import ISSUER

AT = datetime(2026, 11, 23, 16, 5, tzinfo=BEIJING)
CASES = tuple(
    DestroyedCase(
        case=f"KFQ-20161121-A07-{n:04d}", item_name=name, ended_on=date(2016, 11, 21), years=10,
        since=date(2026, 11, 22), left=left,
    )
    for n, (name, left) in enumerate(
        (
            ("食品经营许可（新办）", ""), ("食品经营许可（新办）", ""),
            ("公共场所卫生许可（美容美发）", "litigation"), ("劳务派遣经营许可", ""),
        ),
        1,
    )
)  # fmt: skip
DESTRUCTION = PaperFacts(
    kind=PaperKind.DESTRUCTION,
    number="KFQ-20261123-A07-X0001-XH1",
    issued_at=AT.isoformat(),
    issuer=ISSUER,
    copies=2,
    destruction=DestructionFacts(
        reason="保存期满，档案主管同意", approved_at=AT, approver="赵一鸣（0700）",
        second="王小满（0712）", alone="", cases=CASES, entries=184_223,
        backups_until=date(2027, 2, 21),
    ),
)  # fmt: skip
HELD = PersonFacts(
    wish=PersonWish.SEE,
    outcome=PersonOutcome.DONE,
    name="李䶮敏",
    id_number="11010519491231002X",
    proof="查验居民身份证原件",
    cases=(
        HeldCase(
            case="KFQ-20260302-A07-0001", item_name="食品经营许可（新办）",
            received_on=date(2026, 3, 2), role="applicant",
            kept=("name", "id_number", "phone", "address", "delivery", "form", "materials"),
            until=date(2036, 11, 24), open=False,
        ),
        HeldCase(
            case="KFQ-20261120-A07-0012", item_name="公共场所卫生许可（美容美发）",
            received_on=date(2026, 11, 20), role="agent", kept=("name", "id_number", "phone"),
            until=None, open=True,
        ),
    ),
    things=(
        HeldThing(kind="parcel", number="KFQ-20261123-A07-K0001", told="ems EE123456785CN"),
        HeldThing(kind="licence", number="JY11115000012346", told="食品经营许可证"),
        HeldThing(kind="address", number="", told="北京市大兴区荣华中路 10 号"),
        HeldThing(kind="visit", number="5f0c1d2e3a4b", told=""),
    ),
    looks=(
        Look(
            at=AT, clerk="0712", case="KFQ-20260302-A07-0001",
            field="applicant.phone", reason="",
        ),
    ),
)  # fmt: skip
PERSON_SEES = replace(
    DESTRUCTION, kind=PaperKind.PERSON_SEES, number="KFQ-20261123-A07-G0001-CY1", destruction=None,
    person=HELD,
)  # fmt: skip
PERSON_CORRECTS = replace(
    PERSON_SEES,
    kind=PaperKind.PERSON_CORRECTS,
    number="KFQ-20261123-A07-G0002-XG1",
    person=replace(
        HELD, wish=PersonWish.CORRECT, outcome=PersonOutcome.DECLINED,
        said="办件 KFQ-20260302-A07-0001 的地址应为荣华中路 12 号",
        answer="与租赁合同所载地址不一致，请先到市场监管部门变更登记，再凭新的合同办理更正。",
    ),
)  # fmt: skip
PAPERS = {
    "destruction": DESTRUCTION,
    "person_sees": PERSON_SEES,
    "person_corrects": PERSON_CORRECTS,
}
