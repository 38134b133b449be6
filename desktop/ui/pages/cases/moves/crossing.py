"""移交 to another hall, and 代收 of materials for another hall's case, as forms."""

from __future__ import annotations

from desktop.domain.cases.case import Case
from desktop.domain.halls.roles import Clerk
from desktop.services.cases.acts import Done, load
from desktop.services.exchange import membership
from desktop.services.exchange.crossing import handing, ownership
from desktop.services.office import Office
from desktop.ui.pages.cases.moves.spec import Ask, Form, Values, long, pick
from desktop.wording import _


def may_hand_over(office: Office, case: Case) -> bool:
    """The own hall's, not on its way already, where there is another hall to take it."""
    return bool(ownership.others(office)) and case.handed is None and not may_collect(office, case)


def may_collect(office: Office, case: Case) -> bool:
    return case.hall in ownership.others(office)


def hand_over(office: Office, case: Case) -> Form:
    others = ownership.others(office)
    halls = [
        (one.code, f"{one.name}（{one.code}）")
        for one in membership.directory(office).halls
        if one.code in others and one.public_key
    ]

    def perform(clerk: Clerk, told: Values) -> Done:
        handing.hand_over(office, clerk, (case.number,), str(told["to"] or ""), told["reason"])
        after = load(office, case.number)
        return Done(after, (after.handed.sheet,) if after.handed else ())

    return Form(
        _("移交"),
        _(
            "连同材料、原件交给另一大厅，期限接着算，出《移交单》一式两份。对方接收以前仍归本厅；对方下次交换后才看得到。"
        ),
        (
            pick("to", _("交给哪个大厅"), halls or [("", _("没有能接收的大厅"))]),
            long("reason", _("理由（必填，写在移交单上）")),
        ),
        _("移交，出移交单"),
        perform,
    )


def collect(office: Office, case: Case) -> Form:
    def perform(clerk: Clerk, told: Values) -> Done:
        names = [line for line in told["materials"].splitlines() if line.strip()]
        batch = handing.collect(office, clerk, case.number, names, told["note"])
        return Done(load(office, case.number), (batch.number,))

    return Form(
        _("代收材料"),
        _(
            "这件办件归{hall}。收下的材料逐份登记保管，装在一批里送去，出交接单；由对方清点、勾选。"
        ).format(hall=ownership.name_of(office, case.hall)),
        (
            long("materials", _("收了哪些材料（一行一份）")),
            Ask("note", _("备注（没有不填）")),
        ),
        _("代收，出交接单"),
        perform,
    )
