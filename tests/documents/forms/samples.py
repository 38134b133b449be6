"""An application form as it is printed for signature; and `PAPERS`, one sample of every kind."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.papers import PaperFacts, PaperKind
from desktop.domain.forms.facts import FormCell, FormEdition, FormFacts, FormMatter, FormPart
from desktop.domain.forms.form import FieldKind
from tests.documents import samples_of_course
from tests.documents.samples import ISSUER
from tests.documents.supervision import samples_of_supervision

TOLD = FormFacts(
    edition=FormEdition.FILLED,
    title="食品经营许可新办申请表",
    matters=(
        FormMatter(
            id="SP01",
            name="食品经营许可（新办）",
            situation=(("主体业态？", "餐饮服务经营者"), ("经营项目类别？（可多选）", "餐饮服务")),
        ),
    ),
    parts=(
        FormPart(
            title="申请人",
            cells=(
                FormCell(label="申请者名称", kind=FieldKind.TEXT, value="北京𠮷䶮商贸有限公司", wide=True),
                FormCell(
                    label="统一社会信用代码", kind=FieldKind.USCC, value="91110000600037341L",
                    required=False,
                ),
                FormCell(label="法定代表人（负责人）", kind=FieldKind.TEXT, value="李晓敏"),
                FormCell(
                    label="代理人证件类型", kind=FieldKind.TEXT, value="resident_id",
                    source="agent.id_kind",
                ),
                FormCell(label="联系电话", kind=FieldKind.PHONE, value="01012345678"),
            ),
        ),
        FormPart(
            title="经营场所和经营项目",
            cells=(
                FormCell(
                    label="经营项目", kind=FieldKind.CHOICES, value="餐饮服务", wide=True,
                    options=("食品销售（不含散装熟食）", "散装熟食销售", "餐饮服务"),
                ),
                FormCell(label="经营场所面积", kind=FieldKind.AREA, value="86.5", unit="平方米"),
                FormCell(label="开业日期", kind=FieldKind.DATE, value="2026-11-23"),
                FormCell(
                    label="操作流程", kind=FieldKind.PARAGRAPH, value="粗加工\n切配\n烹调", wide=True
                ),
            ),
        ),
        FormPart(title="承诺声明", text="申请人承诺所填内容和所附材料真实、完整，并对其真实性负责。"),
    ),
)  # fmt: skip

FORM = PaperFacts(
    kind=PaperKind.FORM,
    number="8c1f0a2b3c4d-SB1",
    issued_at="2026-11-23T10:41:00+08:00",
    issuer=ISSUER,
    item="SP01",
    item_name="食品经营许可（新办）",
    item_type="行政许可",
    form=TOLD,
)


def edition(of: FormEdition) -> PaperFacts:
    """The form to take home: nobody's, so without a number."""
    return replace(FORM, number="", issued_at="", form=replace(TOLD, edition=of))


PAPERS = {**samples_of_course.PAPERS, **samples_of_supervision.PAPERS, "form": FORM}
