"""Invented examples: one payload of every kind, and a case as a clerk would accept it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from desktop.domain.advice import entries as advice
from desktop.domain.cases import entries as cases
from desktop.domain.cases import papers
from desktop.domain.cases.draft import Channel, Delivery, Draft, Way
from desktop.domain.cases.naming.papers import paper_number
from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.courier import entries as courier
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.posting import Parcel
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.days import entries as days
from desktop.domain.days.working_days import OffDay
from desktop.domain.guidance.item import Lead
from desktop.domain.guidance.terms import Late, Procedure, Unit
from desktop.domain.halls import entries as halls
from desktop.domain.halls.authority import Authority
from desktop.domain.halls.roles import Role
from desktop.domain.handling import batches, changes
from desktop.domain.handling import entries as handling
from desktop.domain.handling.entries import Clock, Conclusion, DeliveryWay, Relation
from desktop.domain.identity.party import Agent, Party, Power
from desktop.domain.kinds import KIND_OF
from desktop.domain.licences import categories, checks, consent
from desktop.domain.licences import entries as licences
from desktop.domain.licences.consent import ConsentHow
from desktop.domain.licences.fetched import Fetched, LicenceStatus, Outcome, Silence
from desktop.domain.licences.sparing import Standing, UsedLicence
from desktop.domain.packs import entries as packs
from desktop.domain.promises import entries as promises
from desktop.domain.savings.saving import Measure, Part, Rule, Saving
from desktop.domain.supervision import entries as supervision
from desktop.domain.trust.entry import Act
from desktop.services.ports import Journal
from tests.domain.custody import told as custody
from tests.examples import billing, closing, exchange, oversight, theme
from tests.examples import courier as parcels

DAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8)))
APPLICANT = Party(
    name="李䶮敏", id_number="11010519491231002X", phone="13800138021", address="荣华街道 1 号"
)
AGENT = Agent(name="赵𠮷", powers=(Power.HAND_IN, Power.SIGN), until=date(2027, 1, 31))
DELIVERY = Delivery(
    way=Way.COURIER, receiver="李䶮敏", phone="13800138021", address="荣华街道 1 号"
)
CONTENT = courier.Content(
    case="KFQ-20261123-A01-0001",
    kind=ContentKind.LICENCE,
    key="M1",
    name="食品经营许可证",
    original=True,
)
PARCEL = Parcel(
    shipment="KFQ-20261123-A01-K0001", waybill="EA123456785CN", receiver="李*敏", city="北京",
    contents=(CONTENT,), weight=120,
)  # fmt: skip


UNVERIFIED = cases.SheetLine(
    key="M1", name="营业执照", type="复印件", need="exempt", reason="licence_held:E1", basis=(),
    tick=Tick(check=Check.EXEMPT, kept=Kept.ELECTRONIC),
    licence=UsedLicence(
        category="E1", fetched_at=MORNING, source="licences.example", consent="c1",
        unverified=True, why=Silence.TIMED_OUT,
    ),
)  # fmt: skip
SAVINGS = (
    Saving(
        measure=Measure.MATERIALS,
        before=14,
        after=10,
        parts=(Part(rule=Rule.SITUATION, count=4, names=("授权委托书",), basis=("某法 第一条",)),),
    ),
)


def line(number: int = 1) -> cases.SheetLine:
    return cases.SheetLine(
        key=f"M{number}", name=f"第 {number} 项：社保缴纳证明", type="原件", need="submit",
        reason="本情形需要", basis=("食品安全法 第三十五条",),
        tick=Tick(check=Check.RECEIVED, kept=Kept.COPY, copies=1, pages=3, note="已核对原件"),
        number=number,
    )  # fmt: skip


def received(name: str = APPLICANT.name, materials: int = 10, **more: Any) -> cases.CaseReceived:
    applicant = Party(name=name, id_number=APPLICANT.id_number, phone=APPLICANT.phone)
    told: dict[str, Any] = {
        "item": "A001", "item_name": "食品经营许可（新办）", "item_type": "行政许可",
        "item_approved": True, "visit": "v1", "window": "3", "authority": Authority.ACCEPT,
        "channel": Channel.COUNTER, "answers": {"q_agent": ("是",), "q_area": ("a", "b")},
        "situation": (("是否委托他人代办？", "是"),),
        "lines": tuple(line(n) for n in range(1, materials + 1)), "listed": 14,
        "to_submit": materials, "deemed": cases.Term(value=5, unit="working_days", due=DAY),
        "applicant": applicant, "agent": AGENT, "delivery": DELIVERY, "note": "来电催办",
    }  # fmt: skip
    return cases.CaseReceived(**{**told, **more})


def accepted() -> cases.CaseAccepted:
    term = cases.Term(value=20, unit="working_days", due=date(2026, 12, 21))
    promised = cases.Term(value=5, unit="working_days", due=date(2026, 11, 30), provisional=True)
    return cases.CaseAccepted(
        accepted_on=DAY, statutory=term, promised=promised, deferred=("M3",), deferred_until=DAY
    )


def paper(kind: papers.PaperKind, case: str) -> papers.PaperIssued:
    issuer = papers.Issuer(organ="某机关", hall="某大厅", window="3", clerk="王（001）")
    number = paper_number(kind, case, 1)
    facts = papers.PaperFacts(
        kind=kind, number=number, issued_at=MORNING.isoformat(), issuer=issuer, case=case,
        lines=(line(),), applicant=APPLICANT, agent=AGENT, parcels=(PARCEL,),
        steps=(papers.Step(name="受理", limit="5 个工作日"),), accepted_on=DAY,
    )  # fmt: skip
    return papers.PaperIssued(kind=kind, case=case, number=number, facts=facts)


def shipment() -> courier.ShipmentCreated:
    return courier.ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems", contents=(CONTENT,), waybill="EA123456785CN",
        sender=courier.Address(name="某大厅", city="北京"),
        receiver=courier.Address(name="李䶮敏", phone="13800138021", city="北京", street="荣华街道"),
    )  # fmt: skip


PART = packs.PartPublished(part=packs.Part.THEME, id="ZT01", content='{"id":"ZT01"}', source="示例")


REFUSED = cases.CaseRefused(
    ground=cases.RefusalGround.NO_JURISDICTION, facts="不属本机关", article="行政许可法 第三十二条",
    competent_organ="某局", returned=("M1",),
)  # fmt: skip
LICENCE = licences.LicenceIssued(
    item="A001", name="食品经营许可证", number="JY11115000012345", issued_on=DAY, valid_from=DAY,
    valid_until=date(2031, 11, 22), case="KFQ-20261123-A01-0001",
    renewal=licences.Renewal(
        closes=Lead(15, Unit.WORKING_DAY), opens=Lead(90, Unit.WORKING_DAY), late=Late.WARN,
        basis=("某办法第三十二条",),
    ),
    holder=licences.LicenceHolder(name="李䶮敏", id_number="11010519491231002X"),
)  # fmt: skip
FETCHED = Fetched(
    category="E1", name="营业执照", number="91110302MA01ABCD5E",
    holder=licences.LicenceHolder(name="李䶮敏", id_number="11010519491231002X"),
    issuer="某市场监督管理局", issued_on=DAY, valid_from=DAY, valid_until=date(2031, 11, 22),
    status=LicenceStatus.VALID, source="licences.example", fetched_at=MORNING, digest="ab" * 32,
    link="https://licences.example/1.pdf",
)  # fmt: skip
DEFECT = cases.Defect(
    key="M1", name="营业执照", fault=Fault.EXPIRED, demand="换发后提交", basis=("某法 第一条",)
)

TERM = cases.Term(value=20, unit="工作日", due=date(2026, 12, 21))
NEEDED = cases.Term(value=10, unit="工作日", due=date(2026, 12, 4))
HANDLED: tuple[Any, ...] = (
    handling.ProcedureStarted(
        procedure=Procedure.EXPERT_REVIEW, reason="需要专家评审", starts_on=DAY, needed=NEEDED,
        basis="某法 第一条", statutory=TERM, promised=TERM,
    ),
    handling.ProcedureEnded(ends_on=DAY, result="通过", statutory=TERM, promised=TERM),
    handling.TechnicalRequested(number=1, to="技术处", subject="图纸", asked_on=DAY, due=NEEDED),
    handling.TechnicalGiven(
        number=1, conclusion=Conclusion.CONDITIONAL, given_on=DAY, opinion="李䶮敏的图纸应改一处",
    ),
    handling.Reviewed(
        step="审查", organ="某局", conclusion=Conclusion.PASSED, reviewed_on=DAY,
        persons=("王（001）", "赵"), substantive=True, opinion="符合",
    ),
    handling.Extended(
        by=NEEDED, reason="情况复杂", approver="某局局长", extended_on=DAY, statutory=TERM
    ),
    handling.Decided(
        granted=False, decided_on=DAY, handler="王（001）", signer="首席（002）", article="某法 第一条",
        conditions="", review_organ="某政府", court="某法院", delivery=NEEDED, reasons="不符合条件",
    ),
    handling.Produced(
        name="食品经营许可证", number="JY11115000000", issued_on=DAY, valid_from=DAY,
        valid_until=date(2031, 11, 22), electronic=True,
    ),
    handling.Delivered(
        way=DeliveryWay.COUNTER, delivered_on=DAY, papers=("食品经营许可证",), place="某大厅",
        relation=Relation.AGENT, returned=("M1",), pages=3, receiver="赵𠮷", checked="居民身份证",
        mandate="授权委托书", note="",
    ),
    handling.DueChanged(clock=Clock.DECISION, before=TERM, after=NEEDED, reason="2027 年放假通知"),
    handling.OverdueExplained(clock=Clock.PROMISE, due=DAY, reason="系统故障", until=DAY),
    changes.Terminated(
        ground=changes.TerminationGround.APPLICANT_GONE, reason="企业已注销", terminated_on=DAY,
        returned=("M1",),
    ),
    changes.AcceptanceRevoked(reason="不属本机关职权", revoked_on=DAY, article="某法 第一条"),
    changes.Transferred(
        reason="应办另一事项", transferred_on=DAY, to_case="KFQ-20261123-A01-0002", to_item="A002",
        carried=("M1",),
    ),
    changes.Amended(
        reason="录入有误", amended_on=DAY, fields=("applicant.name",),
        changes=(changes.Change(what="applicant.name", before="李敏", after="李䶮敏"),),
        applicant=APPLICANT,
    ),
    changes.Reissued(ground=changes.ReissueGround.LOST, reason="声明遗失", reissued_on=DAY),
    changes.ContactSet(name="王（001）", phone="010-55550000"),
    changes.ActReviewed(entry="0" * 32, finding=changes.Finding.PROPER, note="材料本身有变化"),
    batches.MaterialsHandedOver(
        to="审批一处",
        lines=(
            batches.BatchLine(
                case="KFQ-20261123-A01-0001", item_name="食品经营许可", materials=("申请表",),
                copies=1, pages=3,
            ),
        ),
        note="一袋",
    ),
    batches.MaterialsTakenOver(by="003", missing=("KFQ-20261123-A01-0001",), differences="少一件"),
)  # fmt: skip

PAYLOADS: tuple[Any, ...] = (
    halls.StationOpened(hall="KFQ", hall_name="某大厅", window="3", device="A01", follows="A00"),
    halls.ClerkSet(code="001", name="王", role=Role.SUPERVISOR),
    halls.ClerkSignedIn(code="001", window="3"),
    halls.AuthoritySet(item="A001", authority=Authority.COLLECT, organ="某局"),
    halls.ItemPublished(item="A001", content='{"id":"A001"}', source="示例"),
    cases.VisitStarted(window="3", ticket="B012"),
    cases.VisitEnded(outcome="served", cases=("KFQ-20261123-A01-0001",), note="赵𠮷来过"),
    received(materials=2),
    cases.CaseSupplemented(lines=(line(3),), channel=Channel.COURIER, answers={"q": ("a",)}),
    accepted(),
    cases.CaseSettled(accepted_on=DAY, result="准予"),
    cases.CaseCollected(organ="某局"),
    cases.CorrectionNoticed(defects=(DEFECT,), taken_home=("M1",), kept=("M2",), by=DAY),
    REFUSED,
    cases.CaseWithdrawn(reason="自愿撤回", returned=("M1",)),
    cases.PersonalRevealed(field="phone", reason="1"),
    cases.CasePurged(reason="保存期满"),
    paper(papers.PaperKind.RECEIPT, "KFQ-20261123-A01-0001"),
    papers.PaperPrinted(outcome=papers.Outcome.FAILED, reprint=1, printer="P1", message="缺纸"),
    shipment(),
    courier.ShipmentAmended(waybill="EA123456785CN", contents=(CONTENT,)),
    courier.ShipmentMoved(
        stage=ShipmentStage.SIGNED, signed_by=SignedBy.OTHER, note="门卫代签"
    ),
    courier.ParcelsHandedOver(carrier="ems", shipments=("KFQ-20261123-A01-K0001",), courier="77"),
    days.YearPublished(
        year=2027, notice=True, off_days=(OffDay(date(2027, 1, 1), "元旦", True),),
        adjusted_workdays=((date(2027, 1, 3), "元旦"),), papers=("https://www.gov.cn/x.htm",),
        doc_no="国办发明电〔2026〕1号", reason="通知已公布",
    ),
    advice.ConsultationLogged(
        by=advice.AskedBy.PHONE, answered=advice.Answered.TOLD, shown=advice.Shown.ITEM, id="A001",
        name="食品经营许可（新办）", visit="v1", minutes=4, asked="李䶮敏问开小店要什么",
    ),
    days.CountingRuleSet(adjusted_count=False, closes_at="17:00", next_day=True, reason="本厅规定"),
    LICENCE,
    licences.LicenceEnded(
        why=licences.EndWhy.REPLACED, on=DAY, reason="延续", successor="A001:JY11115000012346"
    ),
    categories.CategorySet(
        id="E9", name="残疾人证", covers=("残疾人证",), assumed=True, issued_by=("A001",),
        reason="某通知",
    ),
    consent.ConsentGiven(
        about="visit:v1", categories=("E1",), purpose="办理食品经营许可", how=ConsentHow.WRITTEN,
        holder=FETCHED.holder,
    ),
    consent.LicenceFetched(
        category="E1", source="licences.example", outcome=Outcome.FOUND, at=MORNING,
        digests=(FETCHED.digest,), why=None, by_code=True, licences=(FETCHED,),
    ),
    checks.LicenceVerified(
        key="M1", category="E1", finding=checks.Finding.NOT_GOOD, source="register", at=MORNING,
        standing=Standing.EXPIRED, digest=FETCHED.digest, licence=FETCHED,
    ),
    consent.HolderChecked(
        about="visit:v1", result=consent.FaceResult.MATCHED, at=MORNING, device="读卡器 1"
    ),
    promises.RecordsImported(
        as_of=DAY, rows=3, sha256="00" * 32, file="名单.csv", replaced=date(2026, 10, 1)
    ),
    promises.Committed(digest="00" * 32, keys=("M3",)),
    promises.CommitmentWithdrawn(
        reason="条件有变", on=DAY, lines=(line(3),), answers={"q_mode": ("一般程序",)}, by=DAY
    ),
    promises.CommitmentBreached(reason="现场不符合条件", found_on=DAY),
    promises.BreachRepaired(reason="已整改", repaired_on=DAY),
    supervision.LogExported(first=DAY, last=DAY, format="csv", rows=3, sha256="00" * 32),
    *HANDLED,
    PART,
    packs.PublishingRuleSet(second_person=True),
    packs.ItemsProposed(piece=1, pieces=1, content='{"items":[]}', source="示例", items=3),
    packs.ProposalSettled(published=False, reason="条文号不对"),
    *custody.PAYLOADS,
    *oversight.PAYLOADS,
    *billing.PAYLOADS,
)  # fmt: skip
EXAMPLES: dict[tuple[str, int], Any] = {
    KIND_OF[type(payload)]: payload
    for payload in (
        *PAYLOADS,
        *theme.PAYLOADS,
        *parcels.PAYLOADS,
        *exchange.PAYLOADS,
        *closing.PAYLOADS,
    )
}

DRAFT = Draft(
    id="d1", visit="v1", item="A001", answers={"q": ("a",)}, applicant=APPLICANT, agent=AGENT,
    ticks={"M1": Tick(check=Check.RECEIVED)}, licences=frozenset({"E1"}), happened_at=MORNING,
)  # fmt: skip


def accept(journal: Journal, name: str = APPLICANT.name, clerk: str = "001") -> str:
    """收件 and 受理 of a ten-material case in one commit, under the next number; the number."""
    with journal.transaction():
        number = f"KFQ-{DAY:%Y%m%d}-{journal.device}-{journal.next_number('', DAY):04d}"
        entity = f"case:{number}"
        journal.append(
            [
                Act(entity=entity, payload=told)
                for told in (received(name, savings=SAVINGS), accepted())
            ],
            clerk,
        )
    return number


def populate(journal: Journal) -> str:
    """A little of everything around one case; the case's number."""
    number = accept(journal)
    receipt = paper(papers.PaperKind.RECEIPT, number)
    content = courier.Content(case=number, kind=ContentKind.LICENCE, key="M1", name="许可证")
    parcel = f"KFQ-{DAY:%Y%m%d}-{journal.device}-K0001"
    sent = courier.ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems", contents=(content,), waybill="EA123456785CN",
        receiver=courier.Address(name="李䶮敏", phone="13800138021", city="北京"),
    )  # fmt: skip
    acts: list[tuple[str, Any, str]] = [
        (f"station:{journal.device}", halls.StationOpened(
            hall="KFQ", hall_name="某大厅", window="3", device=journal.device), ""),
        ("clerk:001", PAYLOADS[1], ""), ("authority:A001", PAYLOADS[3], ""),
        ("item:A001", PAYLOADS[4], ""), ("visit:v1", PAYLOADS[5], ""),
        ("visit:v1", cases.VisitEnded(outcome="served", cases=(number,), note="赵𠮷来过"), ""),
        (f"paper:{receipt.number}", receipt, f"case:{number}"),
        (f"paper:{receipt.number}", PAYLOADS[18], ""),
        (f"shipment:{parcel}", sent, ""), (f"shipment:{parcel}", PAYLOADS[21], ""),
        (f"handover:{parcel.replace('K0', 'J0')}", courier.ParcelsHandedOver(
            carrier="ems", shipments=(parcel,)), ""),
    ]  # fmt: skip
    journal.append([Act(entity=e, payload=p, subject=s) for e, p, s in acts], "001")
    return number


def handle(journal: Journal) -> str:
    """A case with a late notice, decided and made, that waits for its owner; and a batch."""
    late = cases.CorrectionNoticed(defects=(DEFECT,), late=True)
    broken = promises.CommitmentBreached(reason="现场不符合条件", found_on=DAY)
    course = (told for told in HANDLED if isinstance(told, OF_A_COURSE))
    given = next(told for told in HANDLED if isinstance(told, batches.MaterialsHandedOver))
    with journal.transaction():
        number = f"KFQ-{DAY:%Y%m%d}-{journal.device}-{journal.next_number('', DAY):04d}"
        told = (received(lines=(UNVERIFIED,)), late, accepted(), broken, *course)
        acts = [Act(entity=f"case:{number}", payload=one) for one in told]
        batch = f"batch:KFQ-{DAY:%Y%m%d}-{journal.device}-B0001"
        journal.append([*acts, Act(entity=batch, payload=given)], "001")
    return number


def keep(journal: Journal) -> None:
    """A piece, a bag sealed by one person alone, a parcel gone astray, a case that ended."""
    number = accept(journal)
    told = (f"shipment:KFQ-{DAY:%Y%m%d}-{journal.device}-K0009", f"case:{number}")
    sent = courier.ShipmentCreated(
        direction=Direction.OUTBOUND, carrier="ems",
        receiver=courier.Address(name="李䶮敏", phone="13800138021", city="北京"),
    )  # fmt: skip
    parcel = (sent, EXAMPLES["shipment.sealed", 1], EXAMPLES["shipment.misdelivered", 1])
    piece = (EXAMPLES["piece.registered", 1], EXAMPLES["piece.moved", 1])
    acts = [Act(entity=told[0], payload=one, subject=told[0]) for one in parcel]
    acts += [Act(entity=f"piece:{custody.PIECE}", payload=one, subject=told[1]) for one in piece]
    ended = cases.CaseWithdrawn(reason="不办了", returned=())
    acts.append(Act(entity=told[1], payload=ended))
    journal.append(acts, "001")


OF_A_COURSE = (handling.Reviewed, handling.Decided, handling.Produced)


def publish_calendar(journal: Journal) -> None:
    """A year and the rule of counting."""
    told = {"2027": ("calendar.published", 1), "rule": ("calendar.rule_set", 1)}
    acts = [Act(entity=f"calendar:{id}", payload=EXAMPLES[kind]) for id, kind in told.items()]
    journal.append(acts, "001")


def clock(*moments: datetime) -> Callable[[], datetime]:
    """A clock that answers these moments in turn and then stays at the last."""
    left = list(moments)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
