"""What the intake page says of the draft: rows, what is missing, undo. Chinese only here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from desktop.domain.cases.draft import Draft
from desktop.domain.cases.missing import Missing, Place
from desktop.domain.cases.rows import DraftRow
from desktop.domain.cases.sheet import Row, Sheet
from desktop.domain.cases.tick import Check, Fault, Kept, Tick
from desktop.domain.forms.filling import Entry
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.checklist import ChecklistLine, Need
from desktop.domain.guidance.citation import cite_all
from desktop.domain.identity.party import AGENT_QUESTION, Presence
from desktop.ui.keys.table import key_of
from desktop.ui.widgets.checklist.line import CheckLine, Mark
from desktop.wording import _
from desktop.wording.guidance.forms import form_words
from desktop.wording.guidance.items import reason_sentence
from desktop.wording.labels import label
from desktop.wording.licences.fetched import RowTold

NO_DAYS: Mapping[str, date] = MappingProxyType({})
MARKS = {
    Check.UNCHECKED: Mark.OPEN,
    Check.RECEIVED: Mark.DONE,
    Check.EXEMPT: Mark.SPARED,
    Check.PENDING: Mark.LATER,
    Check.DEFECT: Mark.WRONG,
}
NEEDS = {
    Need.SUBMIT: _("必要"),
    Need.DEFERRABLE: _("可容缺后补"),
    Need.OPTIONAL: _("可不交"),
}
NOTHING: Mapping[str, RowTold] = MappingProxyType({})
FAULTS = tuple((fault.value, label(fault)) for fault in Fault)
FIELDS = {
    "name": _("姓名或名称"),
    "id_number": _("证件号码"),
    "way": _("怎么拿结果"),
    "receiver": _("收件人"),
    "phone": _("收件电话"),
    "address": _("收件地址"),
    "presence": _("谁来办"),
}


def lines_of(
    sheet: Sheet,
    catalogue: Catalogue,
    first: Sequence[str] = (),
    days: Mapping[str, date] = NO_DAYS,
    entries: Sequence[Entry] = (),
    fetched: Mapping[str, RowTold] = NOTHING,
) -> list[CheckLine]:
    """Hints (`first` of a renewal or a promise), rows to tick, then, apart, what this situation does
    not need, each with its reason. `days`: by when what is deferred follows; `entries` are the
    application form's, its row says how far it is; `fetched` is by material what the sources said of
    its e-licence.
    """
    told = [*first, *(hint.then for hint in sheet.checklist.routing)]
    hints = [_("提示：{then}").format(then=then) for then in told]
    lines = [CheckLine("", told, "", Mark.NOTE) for told in hints]
    lines += [
        _line(row, _detail(row, sheet, catalogue, entries), fetched.get(row.key), days.get(row.key))
        for row in sheet.rows
    ]
    if sheet.apart:
        words = _("本情形不需要 {n} 项").format(n=len(sheet.apart))
        lines.append(CheckLine("", words, "", Mark.HEADING))
    lines += [
        CheckLine(
            line.material.key,
            line.material.name,
            why(line, sheet, catalogue),
            Mark.APART,
            _("不需要"),
        )
        for line in sheet.apart
    ]
    return lines


def _line(row: Row, detail: str, told: RowTold | None, by: date | None) -> CheckLine:
    waits = row.check is Check.EXEMPT and told is not None and told.waits
    return CheckLine(
        row.key,
        row.line.material.name,
        told.text if told else detail,
        Mark.LATER if waits else MARKS[row.check],
        _("免交 · 待核") if waits else state_of(row, by),
        row.number,
    )


def state_of(row: Row, by: date | None = None) -> str:
    """已收 1 份 · 留存; 不符 · 过期; 容缺 · 至 12-07."""
    tick = row.tick
    match row.check:
        case Check.RECEIVED:
            copies = tick.copies or row.line.material.copies or 1
            pages = _(" {n} 页").format(n=tick.pages) if tick.pages else ""
            return _("已收 {n} 份{pages} · {kept}").format(
                n=copies, pages=pages, kept=label(tick.kept)
            )
        case Check.DEFECT:
            fault = label(tick.fault) if tick.fault else label(Fault.MISSING)
            return f"{label(Check.DEFECT)} · {fault}"
        case Check.PENDING:
            return _("容缺 · 至 {day}").format(day=f"{by:%m-%d}") if by else _("待补 · 容缺")
    return label(row.check)


def savings(sheet: Sheet) -> str:
    """清单 10 项 → 需交 5 项　免交 2 · 本情形不需要 3."""
    hand_in = len(sheet.to_hand_in)
    parts = [
        (len(sheet.spared), _("免交 {n}")),
        (
            sum(r.line.need is Need.DEFERRABLE and r.check is not Check.EXEMPT for r in sheet.rows),
            _("可容缺 {n}"),
        ),
        (
            sum(r.line.need is Need.OPTIONAL and r.check is not Check.EXEMPT for r in sheet.rows),
            _("可不交 {n}"),
        ),
        (len(sheet.apart), _("本情形不需要 {n}")),
    ]
    rest = " · ".join(words.format(n=n) for n, words in parts if n)
    told = _("清单 {all} 项 → 需交 {n} 项").format(all=sheet.checklist.listed, n=hand_in)
    return f"{told}　{rest}" if rest else told


def questions_left(sheet: Sheet) -> str:
    """还有最多 3 问: what the worst case still asks; empty when the checklist stands."""
    left = sheet.most_left
    return _("还有最多 {n} 问").format(n=left) if left > 1 else _("还有 1 问") if left else ""


def situation(sheet: Sheet, draft: Draft) -> str:
    """What a person answered so far and what matters here, in the item's order."""
    given = [
        "、".join(chosen) or _("都没有")
        for q in sheet.item.questions
        if (chosen := draft.answers.get(q.id)) is not None
        and q.id in sheet.asked
        and _tells(q.id, chosen, sheet)
    ]
    if draft.presence is not Presence.UNASKED and AGENT_QUESTION in sheet.asked:
        given.append(label(draft.presence))
    return " · ".join(given)


def _tells(question: str, chosen: tuple[str, ...], sheet: Sheet) -> bool:
    """A bare 是 or 否 says nothing without its question; those are left to the review."""
    return question != AGENT_QUESTION and not set(chosen) <= {"是", "否"}


def why(line: ChecklistLine, sheet: Sheet, catalogue: Catalogue) -> str:
    """The reason of a line, with what was really answered."""
    return reason_sentence(line, sheet.item, catalogue, sheet.checklist.answers)


def basis(row: Row, sheet: Sheet, catalogue: Catalogue) -> str:
    """What stands under the list for the row in work: basis, reason, remark."""
    material = row.line.material
    cited = "、".join(cite_all(material.legal_source, catalogue.sources)) or _("未载明")
    told = _("第 {n} 项　依据 {basis}　理由 {why}").format(
        n=row.number, basis=cited, why=why(row.line, sheet, catalogue)
    )
    note = row.tick.note or material.note
    return f"{told}　注 {note}" if note else told


def missing_words(found: Missing, sheet: Sheet) -> str:
    """The first thing that stands before 受理, and how to mend it."""
    match found.place:
        case Place.MATERIAL:
            row = sheet.row(found.target)
            name = row.line.material.name if row else found.target
            return _("还差第 {n} 项：{name}。收取后按 {n}，不符按 X 选原因。").format(
                n=found.number, name=name
            )
        case Place.QUESTION:
            asked = next((q.text for q in sheet.item.questions if q.id == found.target), "")
            return _("还没有问：{asked}").format(asked=asked)
        case Place.PRESENCE:
            return _("还没有问：谁来办，本人还是代理人？")
        case Place.CHANNEL:
            return _("快递来的材料，还没有填运单号。")
    if found.place is Place.DELIVERY and found.target == "way":
        return _("还没有问：怎么拿结果？")
    if found.target == "id_number":
        return _("{who}的证件号码没有填，或者位数、校验不对。").format(who=label(found.place))
    field = FIELDS.get(found.target, found.target)
    who = "" if found.place is Place.DELIVERY else _("{who}的").format(who=label(found.place))
    return _("还没有填{who}{field}。").format(who=who, field=field)


def step_words(number: int, before: Row | None, after: Row | None) -> str:
    """「第 3 项 已收→未核」, for undo."""
    old = label(before.check) if before else ""
    new = label(after.check) if after else ""
    return _("第 {n} 项 {old}→{new}").format(n=number, old=old, new=new)


def next_kept(tick: Tick) -> Kept:
    """留存 → 验后退还 → 复印 → 电子 → 留存."""
    ways = list(Kept)
    return ways[(ways.index(tick.kept) + 1) % len(ways)]


def _detail(row: Row, sheet: Sheet, catalogue: Catalogue, entries: Sequence[Entry]) -> str:
    if row.line.need is Need.EXEMPT:
        return why(row.line, sheet, catalogue)
    material = row.line.material
    if material.is_application_form and entries and row.check is not Check.RECEIVED:
        return f"{form_words(entries)}　{key_of('step_form')}"
    parts = [
        _("{type} {n} 份").format(type=material.type, n=material.copies or 1),
        str(material.source_channel),
        NEEDS[row.line.need],
    ]
    return " · ".join(parts)


def left_words(left: DraftRow, name: str) -> str:
    """What is offered back after a crash."""
    return _("上次没办完：{name}，已核 {n} 项，{at} 保存，一样不少。").format(
        name=name, n=left.ticked, at=f"{left.saved_at:%m-%d %H:%M}"
    )
