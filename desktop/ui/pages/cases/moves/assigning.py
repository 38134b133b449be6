"""改派 as a form: to whom the case is given, and why."""

from __future__ import annotations

from desktop.domain.cases.case import Case
from desktop.domain.halls.roles import Clerk, Right, may
from desktop.services.cases.acts import Done, load
from desktop.services.office import Office
from desktop.services.supervision.review.giving import give_case
from desktop.ui.pages.cases.moves.spec import Form, Values, long, pick
from desktop.wording import _


def assign(office: Office, case: Case) -> Form:
    """The others who serve; the log keeps who received the case."""
    people = [
        (one.code, f"{one.name}（{one.code}）")
        for one in office.store.views.clerks()
        if may(one, Right.SERVE) and one.code != case.clerk
    ]
    holder = office.store.views.clerk(case.clerk)

    def perform(clerk: Clerk, told: Values) -> Done:
        give_case(office, clerk, case.number, str(told["to"] or ""), told["reason"])
        return Done(load(office, case.number), ())

    return Form(
        _("改派"),
        _("现在由 {clerk} 负责。改派以后由另一人负责；谁收的件，日志里不变。").format(
            clerk=f"{holder.name}（{holder.code}）" if holder else case.clerk
        ),
        (
            pick("to", _("交给"), people or [("", _("没有别人"))]),
            long("reason", _("理由（必填，不要写姓名、证件号码）")),
        ),
        _("改派"),
        perform,
    )
