from desktop.documents.labels.pieces import ACROSS, DOWN
from desktop.documents.renderer import PdfRenderer
from desktop.domain.custody.facts import PieceLabel, PieceLabels
from tests.documents import reading


def labels(count: int) -> PieceLabels:
    return PieceLabels(
        labels=tuple(
            PieceLabel(
                number=f"KFQ-20261123-A07-P{n:04d}", name="食品经营场所租赁合同及其补充协议" * 3,
                case="KFQ-20261123-A07-0001",
            )
            for n in range(1, count + 1)
        )
    )  # fmt: skip


def test_every_label_reads_back_at_203_dpi() -> None:
    whole = ACROSS * DOWN
    pdf = PdfRenderer().piece_labels(labels(whole + 1))
    assert reading.pages(pdf) == 2
    read = sorted(text for kind, text in reading.codes(pdf) if kind == "Code 128")
    assert read == [label.number for label in labels(whole + 1).labels]


def test_one_label_is_one_page() -> None:
    assert reading.pages(PdfRenderer().piece_labels(labels(1))) == 1
