"""The tracking service over HTTP: thin; `answers`, `pushes` and `orders` read what it writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.couriers import answers, orders, pushes, questions
from desktop.couriers.http_form import Sender
from desktop.couriers.traits import TRAITS
from desktop.domain.courier.carrying.credentials import CarrierPlace, Credentials
from desktop.domain.courier.carrying.pickups import PickupAnswer, PickupRequest
from desktop.domain.courier.carrying.tracking import Push, TrackAnswer, TrackOutcome, TrackQuestion

QUERY, SUBSCRIBE, ORDER = "/poll/query.do", "/poll", "/order/borderapi.do"
_SUBSCRIBED = {"200": TrackOutcome.TOLD, "501": TrackOutcome.TOLD}
"""501 is a number subscribed before: as good as a success."""


class Kuaidi100:
    """`place` is checked where it is set; `now` answers an aware moment."""

    name = answers.SOURCE

    def __init__(self, place: CarrierPlace, held: Credentials, now: Callable[[], datetime]) -> None:
        self._place, self._held, self._now = place, held, now
        self._sender = Sender()

    def track(self, question: TrackQuestion) -> TrackAnswer:
        """Where the parcel is. Sent once or not at all."""
        if question.carrier not in TRAITS:
            return TrackAnswer(outcome=TrackOutcome.REJECTED)
        if questions.asks_in_vain(question):
            return TrackAnswer(outcome=TrackOutcome.NO_PHONE)
        form = questions.query(question, self._held)
        reply = self._sender.post(self._place.tracking + QUERY, form)
        if isinstance(reply, TrackOutcome):
            return TrackAnswer(outcome=reply)
        return answers.parse(reply, question.carrier, question.waybill, self._now())

    def subscribe(self, question: TrackQuestion, callback: str) -> TrackOutcome:
        """Ask to be pushed at `callback`; TOLD where it will be, now or already."""
        form = questions.subscription(question, self._held, callback)
        reply = self._sender.post(self._place.tracking + SUBSCRIBE, form)
        if isinstance(reply, TrackOutcome):
            return reply
        told = answers.decoded(reply, answers.Told)
        code = answers.word(told.return_code) if told else ""
        if code in _SUBSCRIBED:
            return _SUBSCRIBED[code]
        return answers.refused(code, answers.word(told.message) if told else "").outcome

    def order(self, request: PickupRequest, again: bool = False) -> PickupAnswer:
        """Place the order; `again` looks first whether it was placed before."""
        if again:
            found = self.find(request)
            if not found.unknown:
                return found
        return self._ordered(orders.ORDER, orders.order(request, self._now()))

    def find(self, request: PickupRequest) -> PickupAnswer:
        """How the order stands."""
        return self._ordered(orders.DETAIL, orders.about(request))

    def cancel(self, request: PickupRequest, reason: str) -> PickupAnswer:
        """Withdraw it; what stands afterwards is looked up, for it may be too late."""
        param = orders.about(request) | {"cancelMsg": reason}
        told = self._ordered(orders.CANCEL, param)
        return told if told.why is TrackOutcome.UNREACHABLE else self.find(request)

    def _ordered(self, method: str, param: dict[str, object]) -> PickupAnswer:
        form = orders.form(method, param, self._held, self._now())
        reply = self._sender.post(self._place.orders + ORDER, form)
        return PickupAnswer(why=reply) if isinstance(reply, TrackOutcome) else orders.parse(reply)

    def read_push(self, body: bytes) -> Push:
        return pushes.parse_push(body, self._held.salt, self._now())

    def acknowledge(self, taken: bool) -> bytes:
        return pushes.acknowledgement(taken)

    def close(self) -> None:
        """The connection of this batch."""
        self._sender.close()
