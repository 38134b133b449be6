"""主题办理方案: members, the picture, what is handed in once, what is spared, what it saves."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.documents.ink.pen import QUIET
from desktop.documents.layout.cells import Cell, Style
from desktop.documents.layout.page import Page
from desktop.documents.layout.strip import Strip
from desktop.documents.layout.table import Column, Pair, pairs, paragraph, table, titled
from desktop.documents.papers import parts
from desktop.documents.papers.acceptance import enquiry
from desktop.documents.papers.themes.picture import picture
from desktop.domain.cases.papers import PaperFacts
from desktop.domain.cases.tick import Check
from desktop.domain.savings.saving import Saving
from desktop.domain.themes.entries import ThemeLine, ThemeMember
from desktop.domain.themes.facts import ThemeFacts
from desktop.domain.themes.gantt import gantt
from desktop.wording import _
from desktop.wording.guidance.savings import MEASURES, part_text, unit_of
from desktop.wording.papers import BY_COURIER, cited, form_text, term_text, way_to_get
from desktop.wording.themes.words import users_text

ORDER = Column(_("序"), fixed=7, align="centre")


def scheme(page: Page, facts: PaperFacts) -> list[Strip]:
    """Printed before anything is received, and as the receipt of the one submission."""
    told = facts.theme
    if told is None:
        return []
    members = {member.key: member for member in told.members}
    return [
        *pairs(page, _head(facts, told)),
        *titled(page, _("包含的事项（{n} 项）").format(n=len(members)), _members(page, told)),
        *titled(page, _("怎么走　深色为决定总时长的事项"), picture(page, gantt(told.members))),
        *_materials(page, facts, told, members),
        *titled(page, _("省了什么"), _saved(page, facts, told)),
        *_rest(page, told),
    ]


def _head(facts: PaperFacts, told: ThemeFacts) -> list[Pair]:
    rows: list[Pair] = [(_("一件事"), f"{told.name}（{told.theme}）")]
    if facts.case:
        rows += [*parts.applicant(facts), *parts.agent(facts), *parts.received(facts)]
        rows += [*parts.pickup(facts), *enquiry(facts)]
        state = _("下列材料已一次收齐。各事项分别受理、分别计时，一并送达。")
    else:
        state = _("尚未收取任何材料，不作为收件或者受理凭证。")
    rows.append((_("说明"), state))
    basis = [text for one in facts.legal_basis if (text := cited(facts, one))]
    return [*rows, (_("依据"), "；".join(basis))] if basis else rows


def _members(page: Page, told: ThemeFacts) -> list[Strip]:
    columns = (
        Column(_("阶段"), fixed=10, align="centre"),
        Column(_("事项"), share=1.3),
        Column(_("办理机关"), share=1),
        Column(_("时限"), fixed=34),
        *((Column(_("办件编号"), fixed=40),) if told.cases else ()),
    )
    rows = [
        (
            str(member.order),
            _member_name(member),
            member.organ or "—",
            _limit(member),
            *((told.cases.get(member.key, _("前一阶段有结果后")),) if told.cases else ()),
        )
        for member in told.members
    ]
    return table(page, columns, rows) if rows else []


def _member_name(member: ThemeMember) -> str:
    marks = [_("可选")] if member.optional else []
    marks += [member.why] if member.why else []
    return f"{member.item_name}（{'，'.join(marks)}）" if marks else member.item_name


def _limit(member: ThemeMember) -> str:
    """The law's limit; the promised one only where it is 已核定."""
    if member.instant:
        return _("当场办结")
    told = _("法定 {limit}").format(limit=term_text(member.legal))
    if member.promised.value is not None:
        told += _("\n承诺 {limit}").format(limit=term_text(member.promised))
    return told


def _materials(
    page: Page, facts: PaperFacts, told: ThemeFacts, members: Mapping[str, ThemeMember]
) -> list[Strip]:
    asked = [line for line in told.lines if not line.producer]
    wanted = [line for line in asked if not _spared(line)]
    spared = [line for line in asked if _spared(line)]
    made = [line for line in told.lines if line.producer]
    title = _("一次提交的材料（{n} 项）").format(n=len(wanted))
    if len(told.forms) > 1:
        title += _("　{n} 张申请表合并为一张").format(n=len(told.forms))
    return [
        *titled(page, title, _wanted(page, facts, wanted, members)),
        *titled(page, _("内部产生，不用交"), _produced(page, made, members)),
        *parts.reasons(page, _("免交的材料及理由"), [line.line for line in spared], _("免交理由")),
    ]


def _spared(line: ThemeLine) -> bool:
    return line.line.need == "exempt" or line.line.tick.check is Check.EXEMPT


def _wanted(
    page: Page, facts: PaperFacts, lines: list[ThemeLine], members: Mapping[str, ThemeMember]
) -> list[Strip]:
    columns = (
        ORDER,
        Column(_("材料名称"), share=1.3),
        Column(_("形式"), fixed=18),
        Column(_("份"), fixed=8, align="right"),
        Column(_("用于"), share=1.2),
        Column(_("依据"), share=1),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            str(number),
            _named(facts, one),
            form_text(one.line) if facts.case else one.line.type,
            str(one.line.tick.copies or one.line.copies),
            users_text(one.uses, members),
            "；".join(text for basis in one.line.basis if (text := cited(facts, basis))) or "—",
        )
        for number, one in enumerate(lines, 1)
    ]
    return table(page, columns, rows) if rows else []


def _named(facts: PaperFacts, one: ThemeLine) -> str:
    """Before anything is received, with what would spare it or may follow later."""
    way = "—" if facts.case else way_to_get(one.line)
    return one.line.name if way == "—" else f"{one.line.name}（{way}）"


def _produced(
    page: Page, lines: list[ThemeLine], members: Mapping[str, ThemeMember]
) -> list[Strip]:
    columns = (
        ORDER,
        Column(_("材料名称"), share=1),
        Column(_("由哪一项产生"), share=1.2),
        Column(_("用于"), share=1.6),
    )
    rows = [
        (
            str(number),
            one.line.name,
            users_text((one.producer,), members) or one.producer,
            users_text(one.uses, members, most=6),
        )
        for number, one in enumerate(lines, 1)
    ]
    return table(page, columns, rows) if rows else []


def _saved(page: Page, facts: PaperFacts, told: ThemeFacts) -> list[Strip]:
    columns = (
        Column("", fixed=14),
        Column(_("逐项办"), fixed=16, align="right"),
        Column(_("一件事"), fixed=16, align="right"),
        Column(_("为什么"), share=1),
    )
    rows = [
        (
            MEASURES[one.measure],
            f"{one.before} {unit_of(one)}",
            f"{one.after} {unit_of(one)}",
            _why(facts, one),
        )
        for one in told.savings
    ]
    note = _("到场次数为推定；天数按承诺时限测算，未核定的为示例，不作为承诺。")
    return (
        [*table(page, columns, rows), *paragraph(page, note, Style(page.small, grey=QUIET))]
        if rows
        else []
    )


def _why(facts: PaperFacts, one: Saving) -> str:
    """A line per rule: by how much, of what, by which article."""
    lines = []
    for part in one.parts:
        basis = "；".join(text for article in part.basis if (text := cited(facts, article)))
        lines.append(f"−{part.count}　{part_text(part)}" + (f"（{basis}）" if basis else ""))
    return "\n".join(lines) or "—"


def _rest(page: Page, told: ThemeFacts) -> list[Strip]:
    """What the catalogue does not hold, and what explains the stages."""
    rows: list[Pair] = []
    if told.outside:
        rows.append((_("另需自办"), "\n".join(told.outside)))
    if told.notes:
        rows.append((_("阶段说明"), "；".join(told.notes)))
    if told.unknown:
        rows.append((_("未收录"), _("目录里没有：{ids}").format(ids="、".join(told.unknown))))
    rows.append((_("寄递"), BY_COURIER))
    return titled(page, _("其他"), pairs(page, rows))
