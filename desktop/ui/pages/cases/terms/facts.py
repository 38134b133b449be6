"""Facts of a case's terms and course: what is urgent stands first, what came of it last."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QPushButton

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Term
from desktop.domain.cases.paper_facts import contact_text
from desktop.domain.handling.clock import silence
from desktop.services.handling.silence import Notice, confirmed_on, notices
from desktop.services.office import Office
from desktop.ui.pages.cases.columns import due_text
from desktop.ui.widgets.forms.facts import Told
from desktop.wording import _
from desktop.wording.labels import label as word

GO = "go:"
"""Before a case's number, as the action of a banner's button."""
SILENCE = _("行政许可法第三十二条第一款第四项")


def urgent(office: Office, case: Case, go: Callable[[str], None]) -> list[Told]:
    """What anybody who opens the case must see: 视为受理, 特别程序, 转办, 撤销受理, 终止."""
    course = case.course
    told: list[Told] = [(_("视为受理"), _deemed(office, case))]
    if course.open_procedure is not None:
        begun = course.open_procedure.started
        words = _("‖ {kind}，自 {day} 起，预计至 {due}，期间不计入期限").format(
            kind=begun.procedure, day=f"{begun.starts_on:%Y-%m-%d}", due=_due(begun.needed)
        )
        told.append((_("特别程序"), words))
    if course.transferred is not None:
        moved = course.transferred
        organ = "　".join(part for part in (moved.organ, moved.address, moved.phone) if part)
        told.append((_("已转办"), door(moved.to_case, go) if moved.to_case else organ))
    if case.origin:
        told.append((_("由此件转来"), door(case.origin, go)))
    told += [
        (_("受理已撤销"), f"{one.revoked_on:%Y-%m-%d}　{one.reason}") for one in course.revoked
    ]
    if course.terminated is not None:
        ended = course.terminated
        told.append((_("终止"), f"{ended.terminated_on:%Y-%m-%d}　{word(ended.ground)}"))
    return told


def of_course(office: Office, case: Case) -> list[Told]:
    """找一人, the notices with their days, and how far the case has come."""
    course = case.course
    told: list[Told] = [(_("找一人"), contact_text(case))]
    told += [(_("补正告知"), _noticed(case, one)) for one in notices(office, case)]
    if course.extended is not None:
        told.append((_("延期至"), _due(course.extended.statutory)))
    if course.decided is not None:
        result = _("准予") if course.decided.granted else _("不予")
        told.append((_("决定"), f"{course.decided.decided_on:%Y-%m-%d}　{result}"))
    if course.delivery.due is not None and not course.delivered:
        told.append((_("送达到期"), _due(course.delivery)))
    if course.produced is not None:
        made = course.produced
        until = f"{made.valid_until:%Y-%m-%d}" if made.valid_until else _("长期")
        valid = _("有效期 {first} 至 {last}").format(
            first=f"{made.valid_from:%Y-%m-%d}", last=until
        )
        told.append((_("结果证照"), f"{made.name}　{made.number}\n{valid}"))
    told += [
        (_("送达"), f"{one.delivered_on:%Y-%m-%d}　{word(one.way)}") for one in course.delivered
    ]
    return told


def moved_on(case: Case) -> tuple[str, *tuple[tuple[str, str], ...]] | None:
    """转办: what a banner says to whoever has the old number, and its button; nobody is sent off
    unasked. None where the case is here.
    """
    moved = case.course.transferred
    if moved is None:
        return None
    if not moved.to_case:
        return (_("这件办件已转由{organ}办理。").format(organ=moved.organ),)
    told = _("这件办件已转为 {number}。").format(number=moved.to_case)
    return told, (f"{GO}{moved.to_case}", _("打开新的办件"))


def _deemed(office: Office, case: Case) -> str:
    """The law's day and the day of the act: they differ, and both are said."""
    last = f"{case.deemed.due:%Y-%m-%d}" if case.deemed.due else ""
    since = silence(case, office.today())
    if since is not None:
        told = _(
            "▲ 至 {last} 没有告知补正，自收件之日 {since} 起即为受理（{article}）。按 F9 出受理通知书。"
        )
        return told.format(last=last, since=f"{since:%Y-%m-%d}", article=SILENCE)
    if not case.silent or case.accepted_on is None:
        return ""
    on = confirmed_on(office, case.number)
    told = _(
        "至 {last} 没有告知补正，自收件之日 {since} 起即为受理（{article}）；受理通知书 {on} 出具。"
    )
    return told.format(
        last=last,
        since=f"{case.accepted_on:%Y-%m-%d}",
        article=SILENCE,
        on=f"{on:%Y-%m-%d}" if on else "—",
    )


def _noticed(case: Case, one: Notice) -> str:
    """`BZ1　11-25 出具；11-26 寄出，12-02 签收`, and whether one of the days came too late."""
    parts = list(_days(one))
    told = _("{paper}　{days}").format(
        paper=one.paper.removeprefix(f"{case.number}-"), days="；".join(parts)
    )
    last = case.deemed.due
    if last is None or not one.after(last):
        return told
    return told + _("\n▲ 最后告知日是 {last}，有晚于它的").format(last=f"{last:%Y-%m-%d}")


def _days(one: Notice) -> Iterator[str]:
    yield _("{day} 出具").format(day=f"{one.on:%Y-%m-%d}")
    if one.posted:
        yield _("{day} 寄出").format(day=one.sent_on) if one.sent_on else _("还没有寄出")
        yield _("{day} 签收").format(day=one.signed_on) if one.signed_on else _("还没有签收")


def _due(term: Term) -> str:
    return due_text(term.due, term.provisional)


def door(number: str, go: Callable[[str], None]) -> QPushButton:
    """A number that opens its case."""
    button = QPushButton(number)
    button.clicked.connect(lambda: go(number))
    return button
