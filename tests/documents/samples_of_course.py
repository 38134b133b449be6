"""Facts for the papers after acceptance, of the case whose clocks `sample_ledger` counts; and
`PAPERS`, one sample of every kind.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.cases.tick import Fault, SpotCorrection
from desktop.domain.exchange.handing import HallSheet, HandedCase
from desktop.domain.handling.batches import BatchLine, MaterialsHandedOver
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    Amended,
    Change,
    Terminated,
    TerminationGround,
    Transferred,
)
from desktop.domain.handling.course import Course, Suspension, Technical
from desktop.domain.handling.entries import (
    Clock,
    Conclusion,
    Delivered,
    DeliveryWay,
    OverdueExplained,
    Produced,
    Relation,
)
from tests.documents import sample_ledger as case
from tests.documents import samples_of_themes
from tests.documents.billing.sample import RECONCILIATION
from tests.documents.closing.sheet import DAY_SHEET, SHIFT_SHEET
from tests.documents.courier import samples as letters
from tests.documents.custody import samples_of_custody
from tests.documents.sample_policy import SUPPORT
from tests.documents.samples import INTAKE, ISSUER, PERSON, RECEIPT

DAY = date(2026, 11, 23)
WHO = "王敏（1007）　010-67880012"
KEYS = ("M1", "M2", "M4")
REVIEWED = Course(
    suspensions=(Suspension(case.STARTED),),
    reviews=case.REVIEWED,
    technical=(Technical(case.ASKED, case.GIVEN, "1031"),),
    extended=case.EXTENDED,
)
DECIDED = replace(REVIEWED, decided=case.DECIDED, delivery=case.DECIDED.delivery)


def paper(kind: PaperKind, course: Course = REVIEWED, **more: object) -> PaperFacts:
    return replace(
        RECEIPT,
        kind=kind,
        number=f"{case.NUMBER}-{kind}1",
        case=case.NUMBER,
        received_at="2026-09-14T10:00:00+08:00",
        accepted_on=case.ACCEPTED,
        item_approved=True,
        contact=WHO,
        course=course,
        **more,  # type: ignore[arg-type]
    )


PROCEDURE = paper(PaperKind.PROCEDURE)
EXTENSION = paper(PaperKind.EXTENSION)
GRANT = paper(PaperKind.GRANT, DECIDED)
DENIED = replace(
    case.DECIDED,
    granted=False,
    conditions="",
    article="食品经营许可和备案管理办法 第十二条第一款第（二）项；"
    "《中华人民共和国行政许可法》第三十八条第二款",
    reasons="2026年10月22日现场核查时，冷食加工间与粗加工间未作物理分隔，洗手消毒设施少于二处；"
    "2026年11月6日复查时仍未改正，不具备与所申请经营项目相适应的设备设施和布局。",
)
DENIAL = paper(
    PaperKind.DENIAL,
    replace(
        DECIDED,
        decided=DENIED,
        reviews=tuple(replace(one, conclusion=Conclusion.FAILED) for one in case.REVIEWED),
    ),
    applicant=PERSON,
)
PRODUCED = Produced(
    name="食品经营许可证",
    number="JY11115000000123",
    issued_on=DAY,
    valid_from=DAY,
    valid_until=date(2031, 11, 22),
)
DELIVERED = Delivered(
    way=DeliveryWay.COUNTER,
    delivered_on=DAY,
    papers=("准予行政许可决定书 KFQ-20260914-A07-0003-ZY1", "食品经营许可证"),
    relation=Relation.AGENT,
    returned=("M3", "M4"),
    pages=13,
    receiver="李某敏",
    checked="居民身份证　110***********002X",
)
DELIVERY = paper(PaperKind.DELIVERY, replace(DECIDED, produced=PRODUCED, delivered=(DELIVERED,)))
OVERDUE = paper(
    PaperKind.OVERDUE,
    replace(
        REVIEWED,
        explained=(
            OverdueExplained(
                clock=Clock.PROMISE,
                due=date(2026, 10, 21),
                reason="现场核查须与消防部门同时到场，两部门可用的时间迟于承诺期限。",
                until=date(2026, 11, 27),
            ),
        ),
    ),
)
TERMINATION = paper(
    PaperKind.TERMINATION,
    replace(
        REVIEWED,
        terminated=Terminated(
            ground=TerminationGround.APPLICANT_GONE,
            reason="申请人已于2026年11月18日办理注销登记。",
            terminated_on=DAY,
            returned=KEYS,
        ),
    ),
)
REVOCATION = paper(
    PaperKind.REVOCATION,
    Course(
        revoked=(
            AcceptanceRevoked(
                reason="受理时未发现所附布局图为另一经营场所的图纸，申请材料不符合法定形式。",
                revoked_on=DAY,
                article="食品经营许可和备案管理办法 第十六条",
                accepted_on=case.ACCEPTED,
            ),
        )
    ),
)
REVOCATION = replace(REVOCATION, accepted_on=None)
TRANSFER = paper(
    PaperKind.TRANSFER,
    replace(
        REVIEWED,
        transferred=Transferred(
            reason="申请人仅销售预包装食品，应当办理备案。",
            transferred_on=DAY,
            to_case="KFQ-20261123-A07-0018",
            to_item="SP-002",
            to_item_name="仅销售预包装食品备案",
            carried=KEYS,
        ),
    ),
)
TRANSFER_AWAY = paper(
    PaperKind.TRANSFER,
    replace(
        REVIEWED,
        transferred=Transferred(
            reason="经营场所在大兴区，由大兴区市场监督管理局办理。",
            transferred_on=DAY,
            organ="北京市大兴区市场监督管理局（示例）",
            address="北京市大兴区某街 3 号",
            phone="010-69200000",
            carried=KEYS,
        ),
    ),
)
AMENDMENT = paper(
    PaperKind.AMENDMENT,
    replace(
        REVIEWED,
        amended=(
            Amended(
                reason="收件时把姓名的「䶮」录成了「龙」，证件号码录错一位。",
                amended_on=DAY,
                fields=("applicant.name",),
                changes=(
                    Change(what="applicant.name", before="龙𠮷𬭎", after=PERSON.name),
                    Change(
                        what="applicant.id_number",
                        before="11010519491232002X",
                        after=PERSON.id_number,
                    ),
                    Change(what="applicant.phone", before="", after=PERSON.phone),
                    Change(what="applicant.id_kind", before="passport", after="resident_id"),
                    Change(what="delivery.way", before="pickup", after="courier"),
                    Change(
                        what="delivery.address",
                        before="",
                        after="北京市大兴区荣华中路某号院 3 号楼 1201 室",
                    ),
                ),
            ),
        ),
    ),
    applicant=PERSON,
)
SPOT = paper(
    PaperKind.SPOT,
    Course(),
    spot=(
        SpotCorrection(key="M1", fault=Fault.UNSIGNED),
        SpotCorrection(key="M4", fault=Fault.UNCLEAR),
        SpotCorrection(key="M8", fault=Fault.INCONSISTENT),
    ),
)
SPOT = replace(SPOT, course=None, accepted_on=None)
MATERIALS = PaperFacts(
    kind=PaperKind.MATERIALS,
    number="KFQ-20261123-A07-B0002",
    issued_at="2026-11-23T17:05:00+08:00",
    issuer=ISSUER,
    copies=2,
    batch=MaterialsHandedOver(
        to="经开区行政审批局 食品许可科",
        note="第 2 件附图纸一卷，另行捆扎。",
        lines=(
            BatchLine(
                case=case.NUMBER,
                item_name=RECEIPT.item_name,
                materials=("食品经营许可申请书", "主要设备设施布局图和操作流程等文件"),
                copies=2,
                pages=9,
            ),
            BatchLine(
                case="KFQ-20261120-A07-0011",
                item_name="公共场所卫生许可（新办）",
                materials=("卫生许可申请表", "场所平面图", "卫生检测或者评价报告"),
                copies=4,
                pages=37,
            ),
            BatchLine(
                case="KFQ-20261123-A07-0002",
                item_name="城镇污水排入排水管网许可",
                materials=("排水许可申请表",),
                copies=1,
            ),
        ),
    ),
)
HALL_SHEET = PaperFacts(
    kind=PaperKind.HALL_HANDOVER,
    number="RC1-20261123-R01-H0001",
    issued_at="2026-11-23T17:05:00+08:00",
    issuer=replace(ISSUER, hall="荣昌分厅"),
    copies=2,
    handing=HallSheet(
        to="KFQ",
        to_name="经开区政务服务中心",
        reason="申请人经营场所在主厅辖区",
        cases=(
            HandedCase(
                case="RC1-20261120-R01-0003", item_name=RECEIPT.item_name, stage="accepted",
                materials=("食品经营许可申请书", "主要设备设施布局图和操作流程等文件"),
                originals=("租赁合同（RC1-20261120-R01-P0001）",), due=date(2026, 12, 18), left=19,
            ),
            HandedCase(
                case="RC1-20261121-R01-0001", item_name="公共场所卫生许可（新办）",
                stage="received", materials=("卫生许可申请表",), originals=(), due=None, left=None,
            ),
        ),
    ),
)  # fmt: skip
LEDGER = replace(paper(PaperKind.LEDGER), course=None, sections=case.SECTIONS)
SILENT = replace(
    INTAKE["acceptance"],
    number=f"{case.NUMBER}-SL1",
    case=case.NUMBER,
    received_at="2026-11-12T10:00:00+08:00",
    accepted_on=date(2026, 11, 12),
    silent=True,
    by=None,
    lines=RECEIPT.lines[:6],
    special_procedures=(),
    contact=WHO,
)
PAPERS = {
    **letters.PAPERS,
    **samples_of_themes.PAPERS,
    **INTAKE,
    "silent": SILENT,
    "spot": SPOT,
    "procedure": PROCEDURE,
    "extension": EXTENSION,
    "grant": GRANT,
    "denial": DENIAL,
    "delivery": DELIVERY,
    "overdue": OVERDUE,
    "termination": TERMINATION,
    "revocation": REVOCATION,
    "transfer": TRANSFER,
    "transfer_away": TRANSFER_AWAY,
    "amendment": AMENDMENT,
    "materials": MATERIALS,
    "ledger": LEDGER,
    "support": SUPPORT,
    **samples_of_custody.PAPERS,
    "reconciliation": RECONCILIATION,
    "hall_sheet": HALL_SHEET,
    "day_closing": DAY_SHEET,
    "shift": SHIFT_SHEET,
}
