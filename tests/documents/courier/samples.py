"""Facts of the three letters about one parcel that did not arrive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content
from desktop.domain.courier.steps import ShipmentStage
from desktop.domain.courier.troubles.facts import Letter, TroubleFacts
from desktop.domain.courier.troubles.kinds import Remedy, Trouble
from desktop.domain.days import BEIJING
from tests.documents.samples import ISSUER

NUMBER = "KFQ-20261109-A07-K0003"
CASE = "KFQ-20261102-A07-0004"
FACTS = TroubleFacts(
    remedy=Remedy.COMPLAIN,
    trouble=Trouble.STILL,
    shipment=NUMBER,
    waybill="EA966331020CN",
    carrier="EMS（邮政）",
    to="EMS（邮政）",
    direction=Direction.OUTBOUND,
    since=date(2026, 11, 12),
    due=date(2026, 11, 30),
    days=7,
    article="快递暂行条例 第二十八条",
    posted_on=date(2026, 11, 9),
    receiver="李*敏",
    city="石家庄",
    stage=ShipmentStage.IN_TRANSIT,
    passed=(
        (datetime(2026, 11, 9, 17, 2, tzinfo=BEIJING), ShipmentStage.PICKED_UP),
        (datetime(2026, 11, 12, 4, 40, tzinfo=BEIJING), ShipmentStage.IN_TRANSIT),
    ),
    contents=(
        Content(case=CASE, kind=ContentKind.NOTICE, key="n", name="准予行政许可决定书", pages=2),
        Content(case=CASE, kind=ContentKind.LICENCE, key="result", name="食品经营许可证"),
    ),
    weight=180,
    said="11 月 12 日到达石家庄后再没有动静，11 月 20 日致电客服，答复会核实，至今没有消息。",
)
CLAIM = replace(
    FACTS,
    remedy=Remedy.CLAIM,
    trouble=Trouble.TOTAL_DELAY,
    article="邮政法 第四十九条",
    days=30,
    due=date(2026, 12, 23),
    postage=Decimal("22.00"),
    loss=Decimal("180.00"),
    wanted=Decimal("66.00"),
    compensation_article="邮政法 第四十七条",
    capped=True,
    earlier=(
        Letter(
            remedy=Remedy.COMPLAIN,
            paper=f"{NUMBER}-TS1",
            on=date(2026, 11, 13),
            due=date(2026, 11, 20),
        ),
    ),
)
APPEAL = replace(
    CLAIM,
    remedy=Remedy.APPEAL,
    to="北京市邮政管理局",
    article="邮政法 第六十五条",
    wanted=Decimal(0),
    postage=Decimal(0),
    loss=Decimal(0),
    capped=False,
)


def letter(kind: PaperKind, facts: TroubleFacts) -> PaperFacts:
    return PaperFacts(
        kind=kind,
        number=f"{NUMBER}-{kind}1",
        issued_at="2026-11-23T10:41:00+08:00",
        issuer=ISSUER,
        trouble=facts,
        copies=2,
    )


PAPERS = {
    "letter_complaint": letter(PaperKind.COMPLAINT, FACTS),
    "letter_claim": letter(PaperKind.CLAIM, CLAIM),
    "letter_appeal": letter(PaperKind.APPEAL, APPEAL),
}
