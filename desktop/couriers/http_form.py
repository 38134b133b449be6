"""One form sent, one body back: bounded in time and size, over a connection that is kept for a batch.

Nothing is sent twice by itself: a question that may have arrived counts as asked.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping

import httpx

from desktop.domain.courier.carrying.tracking import TrackOutcome

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 2.0, 5.0, 6.0
LARGEST = 1024 * 1024


class Sender:
    """Proxies and credentials of the machine are not used; redirects are not followed."""

    def __init__(self) -> None:
        self._client: httpx.Client | None = None

    def post(self, address: str, form: Mapping[str, str]) -> bytes | TrackOutcome:
        """The body of a 200, or why there is none."""
        ends = time.monotonic() + WHOLE_SECONDS
        limits = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        head = {"Accept-Encoding": "identity"}
        try:
            with self._opened(address).stream(
                "POST", address, data=dict(form), headers=head, timeout=limits
            ) as reply:
                if reply.status_code != httpx.codes.OK:
                    return TrackOutcome.FAILED
                return _read(reply, ends)
        except httpx.TimeoutException:
            return TrackOutcome.TIMED_OUT
        except (httpx.HTTPError, httpx.InvalidURL, OSError):
            return TrackOutcome.UNREACHABLE

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _opened(self, address: str) -> httpx.Client:
        if self._client is None:
            verify = ssl.create_default_context() if address.startswith("https:") else False
            self._client = httpx.Client(verify=verify, trust_env=False)
        return self._client


def _read(reply: httpx.Response, ends: float) -> bytes | TrackOutcome:
    """Not longer than an answer may be, and not slower than the whole may take."""
    body = bytearray()
    for piece in reply.iter_raw():
        body += piece
        if len(body) > LARGEST:
            return TrackOutcome.UNREADABLE
        if time.monotonic() > ends:
            return TrackOutcome.TIMED_OUT
    return bytes(body)
