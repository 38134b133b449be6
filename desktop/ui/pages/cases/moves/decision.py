"""决定, 逾期说明, 补办 as forms. 制证 and 送达 have a page of their own."""

from __future__ import annotations

from desktop.domain.cases.case import Case
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.acts import must_explain
from desktop.domain.handling.changes import Reissued, ReissueGround
from desktop.domain.handling.entries import Decided
from desktop.services.cases.acts import Done
from desktop.services.handling import decision as verbs
from desktop.services.handling import delivery
from desktop.services.office import Office
from desktop.ui.pages.cases.moves.spec import (
    Ask,
    Form,
    Kind,
    Values,
    cited,
    day,
    long,
    pick,
    switch,
)
from desktop.wording import _
from desktop.wording.labels import label as word


def decide(office: Office, case: Case) -> Form:
    """Grant or denial; a denial asks for its reasons, a late one why it is late."""

    def perform(clerk: Clerk, told: Values) -> Done:
        granted = bool(told["granted"])
        payload = Decided(
            granted=granted,
            decided_on=told["on"],
            handler=told["handler"],
            signer="",
            article=told["article"],
            conditions=told["conditions"] if granted else "",
            review_organ="" if granted else told["organ"],
            court="" if granted else told["court"],
            reasons="" if granted else told["reasons"],
        )
        return verbs.decide(office, clerk, case.number, payload, told.get("overdue", ""))

    told = _(
        "经办人和首席代表至多两次签字（北京市优化营商环境条例第三十五条）。不予的要说明理由，告知复议和"
        "诉讼的权利。"
    )
    told = cited(case, told, _("行政许可法第三十八条第二款"))
    return Form(_("决定"), told, _decision_asks(office, case), _("签发决定"), perform)


def _decision_asks(office: Office, case: Case) -> tuple[Ask, ...]:
    station, reviews = office.station, case.course.reviews
    handler = reviews[-1].persons[0] if reviews and reviews[-1].persons else ""
    late = long("overdue", _("已超过期限：逾期原因（必填，另出逾期说明）"))
    return (
        pick("granted", _("决定"), [(True, _("准予")), (False, _("不予"))]),
        day("on", _("决定日期"), office.today()),
        Ask("handler", _("经办人"), first=handler),
        Ask("article", _("依据条文（不予必填）")),
        Ask("conditions", _("附条件（没有不填）"), when=_granted),
        Ask("reasons", _("事实和理由（必填，写在决定书上）"), Kind.LONG, when=_denied),
        Ask("organ", _("行政复议机关（60 日内）"), first=station.review_organ, when=_denied),
        Ask("court", _("行政诉讼法院（六个月内）"), first=station.court, when=_denied),
        *((late,) if must_explain(case, office.today()) else ()),
    )


def _granted(told: Values) -> bool:
    return bool(told["granted"])


def _denied(told: Values) -> bool:
    return not told["granted"]


def explain(office: Office, case: Case) -> Form:
    late = verbs.overdue(case, office.today())
    what = _("{duty}，应于 {due} 届满。").format(duty=word(late.duty), due=late.due) if late else ""

    def perform(clerk: Clerk, told: Values) -> Done:
        until = told["until"] if told["promise"] else None
        return verbs.explain(office, clerk, case.number, told["overdue"], until)

    return Form(
        _("逾期说明"),
        what + _("超过承诺或者法定期限的，公开说明理由（优化营商环境条例第三十六条）。"),
        (
            long("overdue", _("逾期原因（必填，交申请人）")),
            switch("promise", _("写明何时办结")),
            Ask("until", _("预计办结日"), Kind.DAY, office.today(), when=lambda v: v["promise"]),
        ),
        _("出逾期说明"),
        perform,
    )


def reissue(office: Office, case: Case) -> Form:
    def perform(clerk: Clerk, told: Values) -> Done:
        payload = Reissued(ground=told["ground"], reason=told["reason"], reissued_on=office.today())
        return delivery.reissue(office, clerk, case.number, payload)

    return Form(
        _("补办"),
        _("证照遗失、损毁或者更正后重新制发；回到制证，再送达。"),
        (
            pick("ground", _("为什么补"), [(one, word(one)) for one in ReissueGround]),
            long("reason", _("说明（必填）")),
        ),
        _("补办"),
        perform,
    )
