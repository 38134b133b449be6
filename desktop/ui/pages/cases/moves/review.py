"""审查, 技术审查, 特别程序, 延期 as forms."""

from __future__ import annotations

import re

from desktop.domain.cases.case import Case
from desktop.domain.guidance.item import Limit
from desktop.domain.guidance.terms import Procedure, Unit
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.entries import Conclusion, Reviewed, TechnicalGiven
from desktop.domain.handling.steps import open_steps, review_steps
from desktop.services.cases.acts import Done
from desktop.services.halls.alone import allowed
from desktop.services.handling import review as verbs
from desktop.services.office import Office
from desktop.services.packs.in_force import item_of
from desktop.ui.pages.cases.moves.form import whole
from desktop.ui.pages.cases.moves.spec import (
    Ask,
    Form,
    Values,
    cited,
    day,
    long,
    number,
    pick,
    switch,
)
from desktop.wording import _
from desktop.wording.labels import label as word

CONCLUSIONS = [(one, word(one)) for one in Conclusion]
UNITS = [(Unit.WORKING_DAY, _("工作日")), (Unit.CALENDAR_DAY, _("日（自然日）"))]
USUAL_DAYS = 10
ALONE = _("本厅只有一人时：单人审查的理由")


def review(office: Office, case: Case) -> Form:
    """The first step that nobody reviewed; another one can be picked."""
    item = item_of(office, case)
    steps = review_steps(item)
    first = (open_steps(case, item) or steps)[0]

    def perform(clerk: Clerk, told: Values) -> Done:
        persons = tuple(part.strip() for part in re.split(r"[、,，;； ]+", told["persons"]))
        payload = Reviewed(
            step=told["step"],
            organ=office.station.organ,
            conclusion=told["conclusion"],
            reviewed_on=told["on"],
            persons=persons,
            substantive=told["substantive"],
            opinion=told["opinion"],
            alone=told.get("alone", ""),
        )
        return verbs.review(office, clerk, case.number, payload)

    return Form(
        _("审查"),
        cited(
            case,
            _("按事项的环节逐个审查。核实申请材料实质内容的，要两名以上工作人员；现场核查的时间照常计算。"),
            _("行政许可法第三十四条第三款、第四十五条"),
        ),
        (
            pick("step", _("环节"), [(step.name, step.name) for step in steps], first.name),
            pick("conclusion", _("结论"), CONCLUSIONS),
            long("opinion", _("审查意见（必填）")),
            day("on", _("审查日期"), office.today()),
            Ask("persons", _("同行人员（工号或姓名，用顿号隔开）")),
            switch("substantive", _("核实实质内容（两名以上）"), first.substantive),
            *([Ask("alone", ALONE)] if allowed(office) else []),
        ),
        _("保存审查意见"),
        perform,
    )  # fmt: skip


def start_procedure(office: Office, case: Case) -> Form:
    def perform(clerk: Clerk, told: Values) -> Done:
        needed = Limit(whole(told["days"]), told["unit"])
        return verbs.start_procedure(
            office, clerk, case.number, told["procedure"], needed, told["reason"], told["basis"],
            told["on"],
        )  # fmt: skip

    return Form(
        _("特别程序"),
        cited(
            case,
            _("听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审所需时间不计入期限，首尾两日都不计；须将所需"
              "时间书面告知申请人，保存后出《特别程序告知书》。"),
            _("行政许可法第四十五条"),
        ),
        (
            pick("procedure", _("哪种程序"), [(one, one.value) for one in Procedure],
                 Procedure.EXPERT_REVIEW),
            day("on", _("哪天开始"), office.today()),
            number("days", _("需要多长时间"), USUAL_DAYS),
            pick("unit", _("单位"), UNITS),
            long("reason", _("原因（必填，写在告知书上）")),
            Ask("basis", _("依据条文（行政许可以外的事项必填）")),
        ),
        _("开始，出告知书"),
        perform,
    )  # fmt: skip


def end_procedure(office: Office, case: Case) -> Form:
    running = case.course.open_procedure
    name = running.started.procedure.value if running else ""

    def perform(clerk: Clerk, told: Values) -> Done:
        return verbs.end_procedure(office, clerk, case.number, told["result"], told["on"])

    return Form(
        _("恢复计时"),
        _("「{name}」结束。结束当日仍不计，次日起接着计算。").format(name=name),
        (day("on", _("哪天结束"), office.today()), long("result", _("结果（必填）"))),
        _("恢复计时"),
        perform,
    )


def commission(office: Office, case: Case) -> Form:
    item = item_of(office, case)
    own = item.handling.technical if item else Limit()

    def perform(clerk: Clerk, told: Values) -> Done:
        limit = Limit(whole(told["days"]), told["unit"])
        return verbs.commission(office, clerk, case.number, told["to"], told["subject"], limit)

    return Form(
        _("委托技术审查"),
        _("审批与技术审查相分离：技术审查有自己的人员和期限，意见由技术审查人员出具，审批只读、不能改。"
          "办理期限照常计算；属于专家评审等特别程序的，另按特别程序告知。"),
        (
            Ask("to", _("委托谁（机构或人员）")),
            Ask("subject", _("审查什么")),
            number("days", _("期限"), own.value or USUAL_DAYS),
            pick("unit", _("单位"), UNITS, own.unit if own.value else Unit.WORKING_DAY),
        ),
        _("委托"),
        perform,
    )  # fmt: skip


def give_opinion(office: Office, case: Case) -> Form:
    asked = [
        (one.asked.number, f"{one.asked.number} {one.asked.subject}")
        for one in case.course.open_technical
    ]

    def perform(clerk: Clerk, told: Values) -> Done:
        payload = TechnicalGiven(
            number=told["number"] or 0,
            conclusion=told["conclusion"],
            given_on=office.today(),
            opinion=told["opinion"],
        )
        return verbs.give_opinion(office, clerk, case.number, payload)

    return Form(
        _("技术审查意见"),
        _("意见一经保存，任何人都不能改写；审批人员只读。"),
        (
            pick("number", _("哪一件"), asked or [(0, _("没有等待意见的技术审查"))]),
            pick("conclusion", _("结论"), CONCLUSIONS),
            long("opinion", _("意见（必填）")),
        ),
        _("出具意见"),
        perform,
    )


def extend(office: Office, case: Case) -> Form:
    most = verbs.extension_limit(office, case)

    def perform(clerk: Clerk, told: Values) -> Done:
        days = whole(told["days"])
        return verbs.extend(office, clerk, case.number, days, told["reason"], told["approver"])

    told = _("本事项没有可以延长的期限。")
    if most.value:
        told = _("经负责人批准可以延长一次，最多 {value} 个{unit}，并将理由告知申请人。").format(
            value=most.value, unit=most.unit
        )
    return Form(
        _("延长期限"),
        cited(case, told, _("行政许可法第四十二条")),
        (
            number("days", _("延长多少（{unit}）").format(unit=most.unit), most.value or 0),
            Ask("approver", _("批准人（负责人姓名、职务）")),
            long("reason", _("理由（必填，写在告知书上）")),
        ),
        _("延长，出告知书"),
        perform,
    )
