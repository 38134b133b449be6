"""Facts for the papers of custody, of a parcel that was invented."""

from __future__ import annotations

from datetime import date

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.custody.entries import Counted, Found
from desktop.domain.custody.facts import CustodyFacts
from desktop.domain.custody.misdelivery import Follow, MisdeliveryFollowed
from tests.documents.samples import ISSUER
from tests.domain.custody.told import ASTRAY, CASE

PARCEL = "KFQ-20261123-A07-K0001"
COUNT = PaperFacts(
    kind=PaperKind.COUNT,
    number=f"{PARCEL}-QC1",
    issued_at="2026-11-23T09:40:00+08:00",
    issuer=ISSUER,
    carrier="顺丰速运",
    waybill="SF1234567890123",
    copies=2,
    custody=CustodyFacts(
        shipment=PARCEL, bag="F20261123", intact=False, second="赵一鸣（0700）",
        opened_at="2026-11-23T09:40:00+08:00",
        counted=(
            Counted(case=CASE, key="M1", name="租赁合同", found=Found.MISSING, counted=0, pages=6,
                    original=True),
            Counted(case=CASE, key="M2", name="经营场所平面图", found=Found.OTHER_COUNT, copies=2),
            Counted(case=CASE, key="M3", name="食品安全管理制度", found=Found.AS_TOLD, pages=12,
                    counted_pages=12),
            Counted(case=CASE, key="M4", name="法定代表人身份证明", found=Found.DAMAGED,
                    note="右下角浸水，字迹可辨", original=True, piece="KFQ-20261123-A07-P0001"),
            Counted(case="", key="", name="户口本", found=Found.EXTRA, copies=0, original=True,
                    piece="KFQ-20261123-A07-P0002"),
        ),
    ),
)  # fmt: skip
MISDELIVERY = PaperFacts(
    kind=PaperKind.MISDELIVERY,
    number=f"{PARCEL}-CL1",
    issued_at="2026-11-23T15:10:00+08:00",
    issuer=ISSUER,
    carrier="EMS（邮政）",
    waybill="EE123456785CN",
    copies=2,
    custody=CustodyFacts(
        shipment=PARCEL, misdelivered=ASTRAY, sent_at="2026-11-20T17:00:00+08:00",
        resend="KFQ-20261124-A07-K0002",
        steps=(
            MisdeliveryFollowed(step=Follow.TOLD, on=date(2026, 11, 23), note="电话并寄告知书"),
            MisdeliveryFollowed(
                step=Follow.RESENT, on=date(2026, 11, 24), resend="KFQ-20261124-A07-K0002"
            ),
            MisdeliveryFollowed(step=Follow.RECALLED, on=date(2026, 11, 25), note="原封未拆"),
        ),
    ),
)  # fmt: skip
NOTICE = PaperFacts(
    kind=PaperKind.MISDELIVERY_NOTICE,
    number=f"{PARCEL}-GG1",
    issued_at="2026-11-23T15:10:00+08:00",
    issuer=ISSUER,
    carrier="EMS（邮政）",
    waybill="EE123456785CN",
    copies=2,
    custody=CustodyFacts(shipment=PARCEL, misdelivered=ASTRAY),
)
PAPERS = {"count": COUNT, "misdelivery": MISDELIVERY, "misdelivery_notice": NOTICE}
