"""Whatever is written in it: nothing clipped, nothing overlapping, every page with its head."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from desktop.documents.ink.lines import ellipsis, width_of, wrap
from desktop.documents.layout.flow import paginate
from desktop.documents.layout.strip import Strip, blank
from desktop.documents.renderer import PdfRenderer
from desktop.domain.cases.entries import CaseRefused, Defect, RefusalGround
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.tick import Fault
from desktop.domain.handling.batches import BatchLine, MaterialsHandedOver
from desktop.domain.handling.changes import Amended, Change, Transferred
from desktop.domain.identity.party import Agent, Party
from tests.documents import reading
from tests.documents.samples import (
    ADVANCE,
    CORRECTION,
    HANDOVER,
    ISSUER,
    RECEIPT,
    REFUSAL,
    line,
)
from tests.documents.samples_of_course import (
    DELIVERED,
    DENIAL,
    DENIED,
    PAPERS,
    REVIEWED,
)

RENDERER = PdfRenderer()
NOVEL = "话说天下大势，分久必合，合久必分。The quick brown fox 2026-11-23（续）" * 110
LONG = "某某某国际食品科技发展（北京经济技术开发区）集团股份有限公司亦庄荣华中路第三分公司"
LATIN = "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine Maximiliano-José"


def boxes(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """The text boxes of each page: left, bottom, right, top."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            [found.get_bounds() for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
            for page in document
        ]


def assert_clear(pdf: bytes, width: float, height: float) -> None:
    """All text lies on the page with a margin; no two pieces of it lie on one another."""
    for found in boxes(pdf):
        for left, bottom, right, top in found:
            assert left > 15
            assert right < width - 15
            assert bottom > 10
            assert top < height - 10
        for index, (left, bottom, right, top) in enumerate(found):
            for other in found[index + 1 :]:
                wide = min(right, other[2]) - max(left, other[0])
                tall = min(top, other[3]) - max(bottom, other[1])
                assert not (wide > 0.8 and tall > 0.8), (left, bottom, right, top, other)


def crowded() -> dict[str, PaperFacts]:
    """Long names, long numbers, many lines."""
    many = tuple(line(n, f"{LONG}的第 {n} 份证明材料", note=LONG) for n in range(1, 31))
    issuer = replace(ISSUER, organ=LONG + "行政审批局", clerk=LATIN, address=LONG, window=LONG)
    applicant = Party(name=LONG + LATIN, id_number="11010519491231002X")
    agent = Agent(name=LATIN * 2, id_number="E12345678")
    told = {
        name: replace(facts, issuer=issuer, applicant=applicant, agent=agent, lines=many)
        for name, facts in PAPERS.items()
    }
    parcels = tuple(
        replace(parcel, waybill="9" * 32, receiver=LONG, city=LONG, bag="D" * 20)
        for parcel in HANDOVER.parcels * 8
    )
    told["handover"] = replace(told["handover"], parcels=parcels)
    long = f"{PAPERS['receipt'].case}-LONGLONGLONG"
    told["receipt"] = replace(told["receipt"], number=long + "-SJ1", case=long)
    return told | crowded_course(told)


def crowded_course(told: dict[str, PaperFacts]) -> dict[str, PaperFacts]:
    """People, organs and numbers as long as they come, after acceptance."""
    signed = replace(DENIED, handler=LATIN, signer=LONG, article=LONG, conditions=LONG)
    steps = tuple(
        replace(one, step=LONG, organ=LONG, persons=(LATIN,) * 3) for one in REVIEWED.reviews * 9
    )
    decided = replace(REVIEWED, decided=signed, reviews=steps)
    handed = replace(DELIVERED, receiver=LATIN, checked=LONG, mandate=LONG, note=LONG, place=LONG)
    moved = Transferred(
        reason=LONG, transferred_on=signed.decided_on, to_case="KFQ-LONG-" * 4, to_item_name=LONG
    )
    changes = tuple(Change(what=LATIN, before=LONG, after=LATIN) for _ in range(20))
    amended = Amended(reason=LONG, amended_on=signed.decided_on, changes=changes)
    line = BatchLine(case="KFQ-LONG-" * 4, item_name=LONG, materials=(LONG,) * 9, copies=999)
    courses = {
        "grant": decided,
        "denial": decided,
        "delivery": replace(decided, delivered=(handed,)),
        "transfer": replace(decided, transferred=moved),
        "amendment": replace(decided, amended=(amended,)),
    }
    crowd = {name: replace(told[name], course=course) for name, course in courses.items()}
    batch = MaterialsHandedOver(to=LONG, lines=(line,) * 9, note=LONG)
    return crowd | {"materials": replace(told["materials"], batch=batch)}


@pytest.mark.parametrize("name", list(PAPERS))
@pytest.mark.parametrize(("page", "width", "height"), [("A4", 595, 842), ("A5", 419, 595)])
def test_nothing_is_clipped_and_nothing_overlaps(
    name: str, page: str, width: float, height: float
) -> None:
    assert_clear(RENDERER.paper(PAPERS[name], page), width, height)
    assert_clear(RENDERER.paper(crowded()[name], page), width, height)


@pytest.mark.parametrize("page", ["A4", "A5"])
def test_thirty_materials_repeat_the_head_of_their_table(page: str) -> None:
    many = tuple(line(n, f"材料 {n}") for n in range(1, 61))
    pdf = RENDERER.paper(replace(RECEIPT, lines=many), page)
    told = reading.text(pdf).split("\f")
    assert len(told) == reading.pages(pdf) > 1
    listed = [sheet for sheet in told if " 材料 " in sheet]
    assert all("材料名称" in sheet for sheet in listed)
    assert all("（续）" in sheet for sheet in told[1:])
    assert all(f"共 {len(told)} 页" in sheet for sheet in told)
    assert all(f"材料 {n} " in "\n".join(told) for n in range(1, 61))


@pytest.mark.parametrize("page", ["A4", "A5"])
def test_a_novel_in_every_field_finds_its_pages(page: str) -> None:
    assert len(NOVEL) > 5000
    refused = CaseRefused(ground=RefusalGround.NOT_MET, facts=NOVEL, article=NOVEL)
    defect = Defect(key="M1", name=NOVEL, fault=Fault.UNCLEAR, demand=NOVEL, alternative=NOVEL)
    papers = (
        replace(REFUSAL, refusal=refused),
        replace(CORRECTION, defects=(defect,)),
        replace(ADVANCE, situation=(("问", NOVEL),), lines=(line(1, NOVEL),)),
        replace(RECEIPT, applicant=Party(name=NOVEL, id_number="1")),
        replace(DENIAL, course=replace(REVIEWED, decided=replace(DENIED, reasons=NOVEL))),
    )
    for facts in papers:
        pdf = RENDERER.paper(facts, page)
        assert reading.pages(pdf) > 2
        assert_clear(pdf, 595 if page == "A4" else 419, 842 if page == "A4" else 595)
        assert reading.text(pdf).replace("\n", "").count("话说天下") > 80


def test_closing_marks_begin_no_line_and_words_stay_whole() -> None:
    text = "申请人应当如实提交有关材料，并对实质内容的真实性负责。KFQ-20261123-A07 号（续）"
    for width in range(30, 200, 7):
        lines = wrap(text, 10, float(width))
        assert all(width_of(one, 10) <= width + 0.1 for one in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        if width > 90:
            assert all(one[0] not in "，。（）"[:2] + "）" for one in lines)
            assert any("KFQ-20261123-A07" in one for one in lines)


def test_what_fits_in_no_line_is_broken_not_clipped() -> None:
    assert "".join(wrap("A" * 200, 10, 50)) == "A" * 200
    assert wrap("", 10, 50) == ("",)
    assert wrap("一\n二", 10, 50) == ("一", "二")
    assert ellipsis("一二三四五", 10, 35) == "一二…"


def test_strips_that_keep_together_turn_the_page_together() -> None:
    sheets = paginate([blank(60), blank(30, keep=True), blank(30)], 100, 100, 10)
    assert [len(sheet) for sheet in sheets] == [1, 2]


def test_a_table_head_is_repeated_and_a_foot_never_stands_alone() -> None:
    head = blank(10)
    rows = [Strip(30, head.draw, head=head) for _ in range(4)]
    sheets = paginate([replace(head, keep=True), *rows], 100, 100, 20)
    assert [len(sheet) for sheet in sheets] == [4, 2]
    assert sheets[1][0] is head
    sheets = paginate([*rows[:3]], 100, 100, 40)
    assert [len(sheet) for sheet in sheets] == [3, 2]
