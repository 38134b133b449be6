"""Facts of invented people at an invented hall, one for every paper up to acceptance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.cases.draft import Channel, Delivery, Way
from desktop.domain.cases.entries import CaseRefused, Defect, RefusalGround, SheetLine, Term
from desktop.domain.cases.papers import Issuer, PaperFacts, PaperKind, Step
from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.courier.carriers import ContentKind
from desktop.domain.courier.entries import Address, Content
from desktop.domain.courier.posting import Label, Parcel
from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import Agent, Party, PartyKind
from desktop.domain.promises.commitment import Told
from desktop.domain.savings.saving import Measure, Part, Rule, Saving

CASE = "KFQ-20261123-A07-0001"
ISSUER = Issuer(
    organ="北京经济技术开发区行政审批局（示例）",
    hall="经开区政务服务中心",
    window="A07 综合窗口",
    clerk="王敏（1007）",
    phone="010-67880000",
    complaints="010-12345",
    address="北京经济技术开发区荣华中路 15 号 1 层",
    hours="工作日 9:00–17:30，周六 9:00–12:00",
    privacy_contact="010-67880001",
)
PERSON = Party(name="䶮𠮷𬭎", id_number="11010519491231002X", phone="13800000021")
SHOP = Party(
    kind=PartyKind.ORGANISATION,
    name="北京亦庄示例餐饮管理有限公司",
    id_kind=IdKind.USCC,
    id_number="91110000600037341L",
    legal_representative="欧阳某某",
)
AGENT = Agent(name="李某敏", id_number="11010519491231002X", until=date(2026, 12, 31))
LAW = ("食品经营许可和备案管理办法 第十二条",)


def line(
    number: int,
    name: str,
    check: Check = Check.RECEIVED,
    kept: Kept = Kept.KEPT,
    type: str = "原件",
    need: str = "submit",
    reason: str = "always",
    fault: Fault | None = None,
    note: str = "",
    pages: int = 2,
) -> SheetLine:
    tick = Tick(check=check, kept=kept, pages=pages, fault=fault, note=note)
    return SheetLine(
        key=f"M{number}",
        name=name,
        type=type,
        need=need,
        reason=reason,
        basis=LAW,
        tick=tick,
        number=number,
        copies=1,
        form="电子或纸质",
        source="申请人自备",
    )


LINES = (
    line(1, "食品经营许可申请书", pages=6),
    line(2, "主要设备设施布局图和操作流程等文件", pages=3),
    line(3, "法定代表人（负责人）身份证明", kept=Kept.SEEN, pages=1),
    line(4, "食品安全管理制度目录", kept=Kept.COPY, type="复印件", pages=12),
    line(5, "从业人员健康证明", kept=Kept.ELECTRONIC, pages=0),
    line(
        6,
        "营业执照",
        Check.EXEMPT,
        Kept.ELECTRONIC,
        need="exempt",
        reason="licence_held:E1",
        pages=0,
    ),
    line(7, "经营场所使用证明", Check.PENDING, need="deferrable", reason="deferrable", pages=0),
    line(
        8,
        "食品安全管理人员考核合格证明",
        Check.DEFECT,
        fault=Fault.EXPIRED,
        note="有效期至 2026年10月",
    ),
)
APART = (
    line(9, "授权委托书", Check.UNCHECKED, need="not_applicable", reason="condition_not_met"),
    line(
        10,
        "利用自动设备经营的说明",
        Check.UNCHECKED,
        need="not_applicable",
        reason="condition_not_met",
    ),
)
SITUATION = (
    ("申请哪一类经营？", "餐饮服务"),
    ("经营项目包含哪些？", "热食类食品制售、冷食类食品制售"),
    ("是否委托他人代办？", "是"),
)
SAVINGS = (
    Saving(
        measure=Measure.MATERIALS,
        before=10,
        after=6,
        parts=(
            Part(
                rule=Rule.SITUATION,
                count=2,
                names=("授权委托书", "利用自动设备经营的说明"),
                basis=("北京市优化营商环境条例 第三十二条",),
            ),
            Part(rule=Rule.E_LICENCE, count=1, names=("营业执照",)),
            Part(rule=Rule.LATER, count=1, names=("经营场所使用证明",)),
        ),
    ),
    Saving(measure=Measure.STEPS, before=5, after=5),
    Saving(
        measure=Measure.VISITS,
        before=2,
        after=1,
        parts=(Part(rule=Rule.POSTED_IN, count=1),),
    ),
)
RECEIPT = PaperFacts(
    kind=PaperKind.RECEIPT,
    number=f"{CASE}-SJ1",
    issued_at="2026-11-23T10:21:00+08:00",
    issuer=ISSUER,
    case=CASE,
    item="SP-001",
    item_name="食品经营许可（新办）",
    item_type="行政许可",
    legal_basis=("中华人民共和国食品安全法 第三十五条",),
    situation=SITUATION,
    channel=Channel.COURIER,
    waybill="EE123456785CN",
    received_at="2026-11-23T10:14:00+08:00",
    accepted_on=date(2026, 11, 23),
    lines=LINES,
    listed=14,
    to_submit=8,
    deemed=Term(value=5, unit="工作日", due=date(2026, 11, 30)),
    statutory=Term(value=20, unit="工作日", due=date(2026, 12, 21)),
    promised=Term(value=5, unit="工作日", due=date(2027, 1, 5), provisional=True),
    special_procedures=("现场核查（不超过 10 个工作日，不计入时限）",),
    fee="不收费",
    steps=(
        Step(name="受理", limit=""),
        Step(name="审查", limit="3 个工作日"),
        Step(name="决定", limit=""),
    ),
    result="食品经营许可证",
    applicant=SHOP,
    agent=AGENT,
    delivery=Delivery(
        way=Way.COURIER,
        receiver="欧阳某某",
        phone="13800000021",
        address="北京市大兴区荣华中路某号院 3 号楼 1201 室",
    ),
)
ADVANCE = PaperFacts(
    kind=PaperKind.ADVANCE,
    number="20261123-QD-102100",
    issued_at=RECEIPT.issued_at,
    issuer=ISSUER,
    item=RECEIPT.item,
    item_name=RECEIPT.item_name,
    item_type=RECEIPT.item_type,
    situation=SITUATION,
    lines=tuple(replace(one, tick=Tick()) for one in LINES),
    apart=APART,
    listed=14,
    to_submit=8,
    statutory=Term(value=20, unit="工作日"),
    fee="不收费",
    steps=RECEIPT.steps,
    result=RECEIPT.result,
)
ACCEPTANCE = replace(
    RECEIPT,
    kind=PaperKind.ACCEPTANCE,
    number=f"{CASE}-SL1",
    item_approved=True,
    by=date(2026, 12, 7),
    special_procedures=("检验", "专家评审"),
)
CORRECTION = replace(
    RECEIPT,
    kind=PaperKind.CORRECTION,
    number=f"{CASE}-BZ1",
    applicant=PERSON,
    defects=(
        Defect(
            key="M8",
            name="食品安全管理人员考核合格证明",
            fault=Fault.EXPIRED,
            demand="提交在有效期内的考核合格证明",
            basis=LAW,
            alternative="可在线考核后打印电子证明",
        ),
        Defect(
            key="M7",
            name="经营场所使用证明",
            fault=Fault.UNSIGNED,
            demand="出租方在租赁合同上签字或者盖章",
            basis=LAW,
        ),
        Defect(
            key="M2",
            name="主要设备设施布局图和操作流程等文件",
            fault=Fault.UNCLEAR,
            demand="重新绘制，标明各功能区面积和设备位置",
            basis=LAW,
            alternative="可使用窗口提供的空白图样",
        ),
    ),
    taken_home=("M8", "M2"),
    kept=("M1", "M3", "M4"),
    hand_in="courier",
    by=date(2026, 12, 4),
)
REFUSAL = replace(
    RECEIPT,
    kind=PaperKind.REFUSAL,
    number=f"{CASE}-BY1",
    applicant=PERSON,
    refusal=CaseRefused(
        ground=RefusalGround.NO_JURISDICTION,
        facts="申请人拟在河北省廊坊市某街 8 号开办餐饮服务，经营场所不在北京经济技术开发区内。",
        article="《中华人民共和国行政许可法》第三十二条第一款第（二）项",
        competent_organ="廊坊市某区行政审批局",
        competent_address="廊坊市某区某路 1 号",
        competent_phone="0316-0000000",
        review_organ="北京经济技术开发区管理委员会",
        court="北京市大兴区人民法院",
        returned=("M1", "M2", "M3"),
    ),
)
NOT_NEEDED = replace(
    REFUSAL,
    kind=PaperKind.NOT_NEEDED,
    number=f"{CASE}-WX1",
    refusal=CaseRefused(
        ground=RefusalGround.NOT_NEEDED,
        facts="申请人仅销售预包装食品，依法实行备案管理，不需要取得食品经营许可。",
        article="",
        returned=("M1",),
    ),
)
COLLECTION = replace(
    RECEIPT,
    kind=PaperKind.COLLECTION,
    number=f"{CASE}-DS1",
    organ_for="北京市市场监督管理局（示例）",
)
SETTLEMENT = replace(
    RECEIPT,
    kind=PaperKind.SETTLEMENT,
    number=f"{CASE}-BJ1",
    item_type="公共服务",
    applicant=PERSON,
    agent=None,
    item_name="城乡居民基本养老保险参保登记",
    delivery=Delivery(way=Way.PICKUP),
)
WAITING = replace(
    line(9, "场所平面布置图、场所消防设施平面图", Check.PENDING, need="deferrable"), form="纸质"
)
DEFERRAL = replace(
    ACCEPTANCE,
    kind=PaperKind.DEFERRAL,
    number=f"{CASE}-RQ1",
    lines=(*LINES[:6], WAITING),
    deferred_by={"M9": date(2026, 12, 7)},
    copies=2,
)
DEFERRAL_PROMISE = replace(
    DEFERRAL, kind=PaperKind.DEFERRAL_PROMISE, number=f"{CASE}-RC1", copies=1, applicant=PERSON
)
COMMITMENT = replace(
    RECEIPT,
    kind=PaperKind.COMMITMENT,
    number=f"{CASE}-GC1",
    told=Told(
        item="SP-001",
        item_name="食品经营许可（新办）",
        organ=ISSUER.organ,
        basis=LAW,
        conditions=(
            "具有与经营的食品品种、数量相适应的场所，与有毒、有害场所以及其他污染源保持规定的距离",
            "有专职或者兼职的食品安全专业技术人员、食品安全管理人员和保证食品安全的规章制度",
        ),
        materials=("食品安全管理制度",),
    ),
)
HANDOVER = PaperFacts(
    kind=PaperKind.HANDOVER,
    number="KFQ-20261123-A07-J0001",
    issued_at="2026-11-23T17:05:00+08:00",
    issuer=ISSUER,
    carrier="EMS（邮政）",
    courier="刘某（工号 0317）",
    copies=2,
    parcels=tuple(
        Parcel(
            shipment=f"KFQ-20261123-A07-K{n:04d}",
            waybill=waybill,
            receiver="欧阳**",
            city="北京",
            bag=f"D{n:02d}",
            weight=120 + n,
            contents=(
                Content(
                    case=CASE,
                    kind=ContentKind.NOTICE,
                    key="SL1",
                    name="受理通知书",
                    pages=1,
                    original=True,
                ),
                Content(
                    case=CASE,
                    kind=ContentKind.RETURNED,
                    key="M3",
                    name="身份证明",
                    pages=1,
                    original=True,
                ),
            ),
        )
        for n, waybill in enumerate(("EE123456785CN", "1136281381675", "SF1234567890123"), 1)
    ),
    differences="D03 封口胶带破损，已当面重封",
)
INTAKE = {
    "advance": ADVANCE,
    "receipt": RECEIPT,
    "saved": replace(RECEIPT, savings=SAVINGS),
    "acceptance": ACCEPTANCE,
    "correction": CORRECTION,
    "refusal": REFUSAL,
    "not_needed": NOT_NEEDED,
    "collection": COLLECTION,
    "settlement": SETTLEMENT,
    "deferral": DEFERRAL,
    "deferral_promise": DEFERRAL_PROMISE,
    "commitment": COMMITMENT,
    "handover": HANDOVER,
}
LABEL = Label(
    shipment="KFQ-20261123-A07-K0001",
    waybill="EE123456785CN",
    carrier="ems",
    city="010 亦庄",
    sender=Address(
        name="政务服务大厅 A07",
        phone="010-67880000",
        city="北京",
        street="北京经开区荣华南路某号 政务服务中心 1 层",
    ),
    receiver=Address(
        name="欧阳某某",
        phone="13800000021",
        city="北京",
        street="北京市大兴区荣华中路某号院 3 号楼 1201 室",
    ),
    pieces=1,
    goods="证照文件",
)
