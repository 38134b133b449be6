"""撤回承诺, 承诺不实 and 信用修复 as forms."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.cases.case import Case
from desktop.domain.halls.roles import Clerk
from desktop.services.cases.acts import Done
from desktop.services.office import Office
from desktop.services.promises import commitment as verbs
from desktop.ui.pages.cases.moves.spec import Form, Values, long, pick
from desktop.wording import _

Verb = Callable[[Office, Clerk, str, str], Done]


def withdraw(office: Office, case: Case) -> Form:
    """The materials of the normal procedure are owed again."""
    return Form(
        _("撤回承诺"),
        _(
            "作出决定以前，申请人有合理理由可以撤回承诺；撤回后按一般程序办理，免交的材料要在办理期限内补交。"
        ),
        (long("reason", _("撤回的理由（必填）")),),
        _("撤回承诺"),
        _reasoned(office, case, verbs.withdraw),
    )


def breach(office: Office, case: Case) -> Form:
    """Against whoever promised: neither commitment nor deferral until it is repaired."""

    def perform(clerk: Clerk, told: Values) -> Done:
        return verbs.breach(office, clerk, case.number, told["reason"], told["false"])

    kinds = [(True, _("承诺不实（虚假承诺）")), (False, _("未履行承诺"))]
    return Form(
        _("承诺不实"),
        _(
            "记入本厅的失信记录：修复前，申请人不再适用容缺受理和告知承诺。已作的决定是否撤销，另行办理。"
        ),
        (pick("false", _("情形"), kinds), long("reason", _("查明的事实（必填）"))),
        _("记入记录"),
        perform,
    )


def repair(office: Office, case: Case) -> Form:
    return Form(
        _("信用修复"),
        _("申请人已整改或者失信认定已撤销：恢复适用容缺受理和告知承诺。"),
        (long("reason", _("修复的理由（必填）")),),
        _("登记修复"),
        _reasoned(office, case, verbs.repair),
    )


def _reasoned(office: Office, case: Case, verb: Verb) -> Callable[[Clerk, Values], Done]:
    def perform(clerk: Clerk, told: Values) -> Done:
        return verb(office, clerk, case.number, told["reason"])

    return perform
