"""补收 and 快递申请: from a case or a parcel to the draft that takes in what came."""

from __future__ import annotations

from desktop.domain.days import BEIJING
from desktop.domain.identity.masking import mask_name
from desktop.services.courier.arrivals.registering import load_arrival
from desktop.services.courier.shipments import load_shipment
from desktop.services.office import Office
from desktop.ui.pages.intake.middle import Middle
from desktop.ui.pages.intake.session import Session
from desktop.wording import _


def take(session: Session, middle: Middle, what: str) -> str:
    """`case:<number>` for 补收; `parcel:<number>`, with `:case:<number>` or `:draft:<id>` where
    known. The answer says what to do where the item is still to be chosen, else it is empty.
    """
    match what.split(":"):
        case ["case", case] | ["parcel", _, "case", case]:
            if session.open_case(case, _parcel(what)):
                middle.go("step_sheet")
        case ["parcel", number, "draft", id]:
            if session.resume(id, number):
                middle.begin()
        case [_, number]:
            session.set_aside()
            session.parcel = number
            return _words(session.desk.office, number)
    return ""


def _parcel(what: str) -> str:
    return what.split(":")[1] if what.startswith("parcel:") else ""


def _words(office: Office, number: str) -> str:
    arrival, parcel = load_arrival(office, number), load_shipment(office, number)
    return _("快递申请：运单 {waybill}，{who}，{at} 签收。请选事项，申请人照寄件人填好。").format(
        waybill=parcel.waybill,
        who=mask_name(arrival.sender.name) if arrival.sender.name else _("寄件人未写"),
        at=f"{arrival.signed_at.astimezone(BEIJING):%m-%d %H:%M}",
    )
