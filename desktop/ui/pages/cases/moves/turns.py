"""更正, 转办, 撤销受理, 终止, 找一人 as forms."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Way
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    ContactSet,
    Terminated,
    TerminationGround,
    Transferred,
)
from desktop.domain.refusal import Refusal
from desktop.services.cases.acts import Done
from desktop.services.guidance.search import find, index_of
from desktop.services.handling import turns as verbs
from desktop.services.office import Office
from desktop.ui.pages.cases.moves.spec import Ask, Form, Values, long, pick
from desktop.wording import _
from desktop.wording.labels import label as word


def amend(office: Office, case: Case) -> Form:
    """The fields of people and of the way of collecting, as they stand."""
    who, way = case.applicant, case.delivery

    def perform(clerk: Clerk, told: Values) -> Done:
        applicant = replace(
            who,
            name=told["name"],
            id_number=told["id_number"],
            phone=told["phone"],
            address=told["address"],
            legal_representative=told["legal"],
        )
        delivery = replace(
            way, way=told["way"], receiver=told["receiver"], phone=told["to_phone"],
            address=told["to_address"],
        )  # fmt: skip
        return verbs.amend(office, clerk, case.number, told["reason"], applicant, delivery)

    ways = [(one, word(one)) for one in (Way.PICKUP, Way.COURIER)]
    return Form(
        _("更正"),
        _("改正录入有误的内容。原来的记录不删，更正前后都留痕，并出《更正告知书》。"),
        (
            Ask("name", _("申请人名称"), first=who.name),
            Ask("id_number", _("证件号码"), first=who.id_number),
            Ask("phone", _("电话"), first=who.phone),
            Ask("address", _("地址"), first=who.address),
            Ask("legal", _("法定代表人（负责人）"), first=who.legal_representative),
            pick("way", _("怎么拿结果"), ways, way.way),
            Ask("receiver", _("收件人"), first=way.receiver, when=_by_courier),
            Ask("to_phone", _("收件电话"), first=way.phone, when=_by_courier),
            Ask("to_address", _("收件地址"), first=way.address, when=_by_courier),
            long("reason", _("更正理由（必填）")),
        ),
        _("更正，出告知书"),
        perform,
    )


def _by_courier(told: Values) -> bool:
    return told["way"] is Way.COURIER


def transfer(office: Office, case: Case) -> Form:
    """To another item here, found as the search finds it, or to another organ."""
    catalogue = office.catalogue
    index = index_of(catalogue)

    def matched(text: str) -> str:
        ids = [text] if text in catalogue.items else find(index, text, 1) if text else []
        return ids[0] if ids else ""

    def judge(text: str) -> str:
        id = matched(text.strip())
        return f"{id} {catalogue.items[id].name}" if id else _("没有找到")

    def perform(clerk: Clerk, told: Values) -> Done:
        here = bool(told["here"])
        item = matched(told["item"]) if here else ""
        if here and not item:
            raise Refusal("unknown_item", item=told["item"])
        payload = Transferred(
            reason=told["reason"],
            transferred_on=office.today(),
            to_item=item,
            organ="" if here else told["organ"],
            address="" if here else told["address"],
            phone="" if here else told["phone"],
        )
        return verbs.transfer(office, clerk, case.number, payload)

    return Form(
        _("转办"),
        _(
            "受理错了事项或机关时用。材料和收件日保留，告知申请人；原来的编号和条码仍然有效，会带到新的办件。"
        ),
        (
            pick("here", _("转到哪里"), [(True, _("本厅的另一事项")), (False, _("另一个机关"))]),
            Ask("item", _("事项（名称、首字母、编码）"), when=_here, judge=judge),
            Ask("organ", _("机关名称"), when=_elsewhere),
            Ask("address", _("地址"), when=_elsewhere),
            Ask("phone", _("电话"), when=_elsewhere),
            long("reason", _("理由（必填，写在告知书上）")),
        ),
        _("转办，出告知书"),
        perform,
    )


def _here(told: Values) -> bool:
    return bool(told["here"])


def _elsewhere(told: Values) -> bool:
    return not told["here"]


def revoke(office: Office, case: Case) -> Form:
    def perform(clerk: Clerk, told: Values) -> Done:
        payload = AcceptanceRevoked(
            reason=told["reason"], revoked_on=office.today(), article=told["article"]
        )
        return verbs.revoke(office, clerk, case.number, payload)

    return Form(
        _("撤销受理"),
        _("受理有误时用：回到收件，材料和收件日保留，书面告知申请人。"),
        (
            Ask("article", _("依据条文（没有不填）")),
            long("reason", _("理由（必填，写在告知书上）")),
        ),
        _("撤销受理，出告知书"),
        perform,
    )


def terminate(office: Office, case: Case) -> Form:
    def perform(clerk: Clerk, told: Values) -> Done:
        payload = Terminated(
            ground=told["ground"], reason=told["reason"], terminated_on=office.today()
        )
        return verbs.terminate(office, clerk, case.number, payload)

    return Form(
        _("终止办理"),
        _("没有可以决定的事了才终止，例如申请人死亡或企业注销；材料退还。"),
        (
            pick("ground", _("情形"), [(one, word(one)) for one in TerminationGround]),
            long("reason", _("理由（必填，写在告知书上）")),
        ),
        _("终止，出告知书"),
        perform,
    )


def set_contact(office: Office, case: Case) -> Form:
    before = case.course.contact
    name, phone = (before.name, before.phone) if before else (case.contact, case.contact_phone)

    def perform(clerk: Clerk, told: Values) -> Done:
        payload = ContactSet(name=told["name"], phone=told["phone"])
        return verbs.set_contact(office, clerk, case.number, payload)

    return Form(
        _("找一人"),
        _("一件办件一个联系人，印在文书上，申请人有事只找这一个人。"),
        (Ask("name", _("联系人"), first=name), Ask("phone", _("电话"), first=phone)),
        _("换联系人"),
        perform,
    )
