"""The tracking service over HTTP: thin; `answers`, `pushes` and `orders` read what it writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.couriers import answers, pushes, questions
from desktop.couriers.http_form import Sender
from desktop.couriers.traits import TRAITS
from desktop.domain.courier.credentials import CarrierPlace, Credentials
from desktop.domain.courier.tracking import Push, TrackAnswer, TrackOutcome, TrackQuestion

QUERY, SUBSCRIBE = "/poll/query.do", "/poll"
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

    def read_push(self, body: bytes) -> Push:
        return pushes.parse_push(body, self._held.salt, self._now())

    def acknowledge(self, taken: bool) -> bytes:
        return pushes.acknowledgement(taken)

    def close(self) -> None:
        """The connection of this batch."""
        self._sender.close()
