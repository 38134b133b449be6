"""The forms that are sent: query and subscription. Pure."""

from __future__ import annotations

from desktop.couriers.signing import sign, text_of
from desktop.couriers.traits import TRAITS, last_digits
from desktop.domain.courier.carrying.credentials import Credentials
from desktop.domain.courier.carrying.tracking import TrackQuestion

RESULT = "4"
"""`resultv2`: each line with its own code, sub-codes included."""


def asks_in_vain(question: TrackQuestion) -> bool:
    """Whether this carrier tells nothing for want of a telephone."""
    return TRAITS[question.carrier].phone and not last_digits(question.phone)


def query(question: TrackQuestion, held: Credentials) -> dict[str, str]:
    """`sign = MD5(param + key + customer)`."""
    param = text_of(_about(question) | {"resultv2": RESULT})
    return {
        "customer": held.customer,
        "sign": sign(param, held.key, held.customer),
        "param": param,
    }


def subscription(question: TrackQuestion, held: Credentials, callback: str) -> dict[str, str]:
    """To be pushed to `callback`, signed with the salt; it names itself by the key."""
    about = _about(question)
    parameters = {"callbackurl": callback, "salt": held.salt, "resultv2": RESULT}
    if "phone" in about:
        parameters["phone"] = about.pop("phone")
    told = {"company": about["com"], "number": about["num"]}
    param = text_of(told | {"key": held.key, "parameters": parameters})
    return {"schema": "json", "param": param}


def _about(question: TrackQuestion) -> dict[str, str]:
    """No more of the telephone than the carrier must have, and only where it must."""
    traits = TRAITS[question.carrier]
    told = {"com": traits.com, "num": question.waybill}
    return told | {"phone": last_digits(question.phone)} if traits.phone else told
