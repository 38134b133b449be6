"""What stands in a guide, section by section, in the order of 北京市政务服务标准化管理办法 6."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.documents.ink.pen import QUIET
from desktop.documents.layout.cells import Cell, Quiet, Style
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.domain.guidance.citation import cite_all
from desktop.domain.guidance.item import Basis, Limit, Material, Step
from desktop.domain.guidance.terms import LimitKind, Necessity
from desktop.domain.packs.guide import Guide
from desktop.wording import _
from desktop.wording.guidance import guide as words
from desktop.wording.guidance.guide import ELEMENTS, NONE, NOT_TOLD
from desktop.wording.guidance.items import condition_text, limit_text


def body(page: Page, guide: Guide) -> list[Strip]:
    """Every section of the guide."""
    return [
        *titled(page, _("一、基本信息"), pairs(page, _facts(guide))),
        *titled(page, _("二、受理条件"), _requirements(page, guide)),
        *titled(page, _materials_title(guide), _materials(page, guide)),
        *titled(page, _("四、办理流程"), _steps(page, guide)),
        *titled(page, _("五、审查与决定"), pairs(page, _review(guide))),
        *titled(page, _("六、办理渠道"), pairs(page, _ways(guide))),
        *titled(page, _("七、到哪里办"), pairs(page, _where(guide))),
        *titled(page, _("八、提示"), _hints(page, guide)),
    ]


def _known(text: str) -> Cell:
    return text or Quiet(NOT_TOLD)


def _cited(guide: Guide, bases: Iterable[Basis]) -> str:
    return "；".join(cite_all(bases, guide.catalogue.sources))


def _element(guide: Guide, name: str) -> Cell:
    return _known(guide.told(ELEMENTS[name]))


def _facts(guide: Guide) -> list[Pair]:
    item = guide.item
    organ = item.authority_local.name if item.authority_local else item.authority_statutory
    result = item.result.name if item.result else ""
    return [
        (_("事项名称"), item.name),
        (_("事项编码"), item.id),
        (_("基本编码"), _element(guide, "base_code"), _("行使层级"), _element(guide, "level")),
        (_("事项类型"), str(item.type), _("办件类型"), words.mode_text(item)),
        (_("设定依据"), _known(_cited(guide, item.legal_basis))),
        (_("实施主体"), _known(organ)),
        (_("服务对象"), _element(guide, "audience")),
        (_("法定时限"), _known(words.legal_text(item.statutory_limit))),
        (_("承诺时限"), _known(words.promise_text(item))),
        *((_("特定情形"), text) for text in _variants(guide)),
        (_("结果名称"), _known(result)),
        *([(_("结果有效期"), _validity(guide))] if _validity(guide) else []),
        (_("收费"), _known(words.fee_text(item, _cited(guide, item.fee.basis)))),
        (_("告知承诺"), _known(words.commitment_text(item))),
    ]


def _variants(guide: Guide) -> list[str]:
    """Limits of certain situations; a promised one only where the item is 已核定."""
    item = guide.item
    told = []
    for variant in item.limit_variants:
        legal = variant.what is LimitKind.STATUTORY
        if not legal and not item.approved:
            continue
        name = _("法定时限") if legal else _("承诺时限")
        limit = limit_text(Limit(variant.value, variant.unit))
        told.append(f"{condition_text(variant.if_, item)}：{name} {limit}")
    return ["\n".join(told)] if told else []


def _validity(guide: Guide) -> str:
    result = guide.item.result
    if result is None:
        return ""
    years = _("{n} 年").format(n=result.validity_years) if result.validity_years else ""
    window = _("延续：{text}").format(text=result.renewal_window) if result.renewal_window else ""
    return "；".join(part for part in (years, window) if part)


def _requirements(page: Page, guide: Guide) -> list[Strip]:
    told = [
        f"{number}. {one.text}" + (f"（{cited}）" if (cited := _cited(guide, one.basis)) else "")
        for number, one in enumerate(guide.item.requirements, 1)
    ]
    return _paragraphs(page, told)


def _paragraphs(page: Page, told: list[str]) -> list[Strip]:
    if not told:
        return paragraph(page, NOT_TOLD, Style(page.size, grey=QUIET))
    return [strip for text in told for strip in paragraph(page, text, Style(page.size), after=0.2)]


def _materials_title(guide: Guide) -> str:
    title = _("三、所需材料")
    count = len(guide.item.materials)
    return f"{title}　" + _("共列 {n} 项，按情形提交").format(n=count) if count else title


def _materials(page: Page, guide: Guide) -> list[Strip]:
    columns = (
        Column(_("序"), fixed=6, align="centre"),
        Column(_("材料名称"), share=1.25),
        Column(_("形式"), fixed=16.5),
        Column(_("份"), fixed=5, align="right"),
        Column(_("必要性"), fixed=10.5),
        Column(_("来源·层级"), fixed=18),
        Column(_("依据"), share=1),
        Column(_("何种情形需要"), share=1.1),
    )
    rows = [_material(n, one, guide) for n, one in enumerate(guide.item.materials, 1)]
    if not rows:
        return _paragraphs(page, [])
    return [*table(page, columns, rows), *_deferral(page, guide)]


def _material(number: int, one: Material, guide: Guide) -> tuple[Cell, ...]:
    held = guide.catalogue.e_licences.get(one.e_licence or "")
    spared = _("持电子证照「{name}」免交").format(name=held.name) if held else ""
    name = "\n".join(part for part in (one.name, spared) if part)
    level = str(one.level) if one.level else ""
    return (
        str(number),
        name,
        f"{one.type}\n{one.form}",
        "—" if one.copies is None else str(one.copies),
        str(one.necessity),
        "\n".join(part for part in (str(one.source_channel), level) if part),
        _known(_cited(guide, one.legal_source)),
        words.when_text(one, guide.item),
    )


def _deferral(page: Page, guide: Guide) -> list[Strip]:
    """容缺受理: which materials may follow."""
    may = [
        one.name + (f"（{limit_text(one.deferral)}）" if one.deferral else "")
        for one in guide.item.materials
        if one.necessity is Necessity.DEFERRABLE
    ]
    told = "、".join(may) or guide.told(ELEMENTS["deferral"]) or NONE
    return pairs(page, [(_("容缺受理"), told)])


def _steps(page: Page, guide: Guide) -> list[Strip]:
    columns = (
        Column(_("序"), fixed=6, align="centre"),
        Column(_("环节"), share=1),
        Column(_("时限"), fixed=34),
        Column(_("依据与说明"), share=1.2),
    )
    rows = [_step(n, step, guide) for n, step in enumerate(guide.item.steps, 1)]
    return table(page, columns, rows) if rows else _paragraphs(page, [])


def _step(number: int, step: Step, guide: Guide) -> tuple[Cell, ...]:
    limit = "" if step.limit is None else limit_text(Limit(step.limit, step.unit))
    sample = _("（示例）") if limit and step.illustrative else ""
    told = "；".join(part for part in (_cited(guide, step.basis), step.note or "") if part)
    return str(number), step.name, _known(limit + sample), told or Quiet("—")


def _review(guide: Guide) -> list[Pair]:
    procedures = "、".join(guide.item.handling.procedures)
    rows: list[Pair] = [(_("审查标准"), _element(guide, "standard"))]
    if procedures:
        rows.append((_("特别程序"), _("{names}（时间不计入办结时限）").format(names=procedures)))
    if guide.told(ELEMENTS["quantity"]):
        rows.append((_("数量限制"), _element(guide, "quantity")))
    if guide.item.post_check:
        rows.append((_("事后检查"), guide.item.post_check.what))
    return rows


def _ways(guide: Guide) -> list[Pair]:
    return [
        (_("办理形式"), _element(guide, "way"), _("现场次数"), _element(guide, "visits")),
        (_("通办范围"), _element(guide, "scope"), _("预约办理"), _element(guide, "appointment")),
        (_("网上支付"), _element(guide, "payment"), _("物流快递"), _element(guide, "courier")),
    ]


def _where(guide: Guide) -> list[Pair]:
    """The hall's own place and times; the sheet's where the hall has not said."""
    place = guide.place
    address = "　".join(part for part in (place.hall, place.address) if part)
    return [
        (_("办理地点"), _known(address or guide.told(ELEMENTS["place"]))),
        (_("办理时间"), _known(place.hours or guide.told(ELEMENTS["hours"]))),
        (_("咨询"), _known(place.phone or guide.told(ELEMENTS["consult"]))),
        (_("监督投诉"), _known(place.complaints or guide.told(ELEMENTS["complaint"]))),
    ]


def _hints(page: Page, guide: Guide) -> list[Strip]:
    """What the clerk would say: hints by situation, remarks. Nothing where there is nothing."""
    item = guide.item
    told = [f"{condition_text(hint.if_, item)}：{hint.then}" for hint in item.routing]
    told += [note.text for note in guide.remarks(*ELEMENTS.values())]
    return _paragraphs(page, [f"{n}. {text}" for n, text in enumerate(told, 1)]) if told else []
