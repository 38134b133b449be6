"""更正, 转办, 撤销受理, 终止, 找一人 as forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Way
from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.guidance.search import SearchIndex
from desktop.domain.halls.roles import Clerk
from desktop.domain.handling.changes import (
    AcceptanceRevoked,
    ContactSet,
    Terminated,
    TerminationGround,
    Transferred,
)
from desktop.domain.identity.masking import mask_address, mask_name, mask_number, mask_phone
from desktop.domain.refusal import Refusal
from desktop.services.cases.acts import Done
from desktop.services.guidance.search import find, index_of
from desktop.services.handling import turns as verbs
from desktop.services.office import Office
from desktop.ui.pages.cases.moves.spec import Ask, Form, Values, long, pick
from desktop.wording import _
from desktop.wording.handling.acts import FIELDS
from desktop.wording.labels import label as word


def amend(office: Office, case: Case) -> Form:
    """What is typed takes the place of what stands; what stands is shown masked, as everywhere."""
    who, way = case.applicant, case.delivery

    def perform(clerk: Clerk, told: Values) -> Done:
        typed = {name: told[name] for name in PERSON if told[name]}
        sent = {name: told[f"to_{name}"] for name in SENT if told[f"to_{name}"]}
        delivery = replace(way, way=told["way"], **sent)
        applicant = replace(who, **typed)
        return verbs.amend(office, clerk, case.number, told["reason"], applicant, delivery)

    ways = [(one, word(one)) for one in (Way.PICKUP, Way.COURIER)]
    return Form(
        _("更正"),
        _("只填要改的，不填的不变。原来的记录不删，更正前后都留痕，并出《更正告知书》。"),
        (
            *(Ask(name, FIELDS[f"applicant.{name}"], hint=mask(getattr(who, name)))
              for name, mask in PERSON.items()),
            pick("way", FIELDS["delivery.way"], ways, way.way),
            *(Ask(f"to_{name}", FIELDS[f"delivery.{name}"], hint=mask(getattr(way, name)),
                  when=_by_courier)
              for name, mask in SENT.items()),
            long("reason", _("更正理由（必填）")),
        ),
        _("更正，出告知书"),
        perform,
    )  # fmt: skip


PERSON: dict[str, Callable[[str], str]] = {
    "name": mask_name,
    "id_number": mask_number,
    "phone": mask_phone,
    "address": mask_address,
    "legal_representative": mask_name,
}
SENT: dict[str, Callable[[str], str]] = {
    "receiver": mask_name,
    "phone": mask_phone,
    "address": mask_address,
}
"""What may be put right, each with how it is masked where it stands."""


def _by_courier(told: Values) -> bool:
    return told["way"] is Way.COURIER


def transfer(office: Office, case: Case) -> Form:
    """To another item here, found as the search finds it, or to another organ."""
    search = partial(_matched, office.catalogue, index_of(office.catalogue))

    def judge(text: str) -> str:
        id = search(text)
        return f"{id} {office.catalogue.items[id].name}" if id else _("没有找到")

    def perform(clerk: Clerk, told: Values) -> Done:
        here = bool(told["here"])
        item = search(told["item"]) if here else ""
        if here and not item:
            raise Refusal("unknown_item", item=told["item"])
        elsewhere = {} if here else {name: told[name] for name in ("organ", "address", "phone")}
        payload = Transferred(
            reason=told["reason"], transferred_on=office.today(), to_item=item, **elsewhere
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


def _matched(catalogue: Catalogue, index: SearchIndex, text: str) -> str:
    """The item's id: as typed, else the first that the search finds; empty for none."""
    text = text.strip()
    if text in catalogue.items:
        return text
    return next(iter(find(index, text, 1)), "") if text else ""


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
