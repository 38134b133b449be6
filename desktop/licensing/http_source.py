"""A source of e-licences over HTTP, bounded in time and size. `README.md` is its contract."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import httpx
import stamina

from desktop.domain.licences.fetched import (
    CodeAnswer,
    CodeFault,
    LicenceAnswer,
    LicenceQuery,
    Silence,
)
from desktop.licensing import contract, signing

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 2.0, 5.0, 8.0
ATTEMPTS = 3
LONGEST_WAIT = 2.0
"""Seconds of a Retry-After that are waited for."""
LARGEST = 1024 * 1024
PLAIN = {"Accept-Encoding": "identity"}
"""Nothing packed, so that the bound on size is one."""
PASSING = frozenset({429, 502, 503, 504})
_WHY = {401: Silence.DENIED, 403: Silence.DENIED}


class _PassingError(Exception):
    """An answer that may be another one in a moment."""

    def __init__(self, status: int, wait: float | None) -> None:
        super().__init__(status)
        self.status, self.wait = status, wait


class _LargeError(Exception):
    """More than any answer of the contract can be."""


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes


class HttpSource:
    """`address` is checked where it is set; `now` answers an aware moment.

    A connection per call: a counter asks a few times an hour. Proxies and credentials of the
    machine are not used; certificates are checked against the system's own.
    """

    def __init__(self, address: str, credential: str, now: Callable[[], datetime]) -> None:
        self._address = address.rstrip("/")
        self._credential = credential
        self._now = now
        self.name = urlsplit(address).hostname or address

    def find(self, query: LicenceQuery) -> tuple[LicenceAnswer, ...]:
        reply = self._asked("/licences/query", contract.question(query), _passing)
        at = self._now()
        if isinstance(reply, _Reply) and reply.status == httpx.codes.OK:
            try:
                return contract.parse(reply.body, query, self.name, at)
            except contract.UnreadableError:
                reply = Silence.UNREADABLE
        why = _why(reply)
        return tuple(contract.silent(one, why, self.name, at) for one in query.categories)

    def by_code(self, code: str) -> CodeAnswer:
        """Tried again only where no connection came about: a code serves once."""
        reply = self._asked("/licences/code", contract.code_question(code), _never_sent)
        at = self._now()
        if isinstance(reply, _Reply):
            try:
                return self._shown(reply, at)
            except contract.UnreadableError:
                reply = Silence.UNREADABLE
        return CodeAnswer(source=self.name, at=at, why=reply)

    def _shown(self, reply: _Reply, at: datetime) -> CodeAnswer:
        match reply.status:
            case httpx.codes.OK:
                return contract.parse_code(reply.body, self.name, at)
            case httpx.codes.GONE:
                return CodeAnswer(source=self.name, at=at, fault=contract.code_fault(reply.body))
            case httpx.codes.NOT_FOUND:
                return CodeAnswer(source=self.name, at=at, fault=CodeFault.UNKNOWN)
        return CodeAnswer(source=self.name, at=at, why=_why(reply))

    def _asked(
        self, path: str, body: bytes, again: Callable[[Exception], bool | float]
    ) -> _Reply | Silence:
        """The reply, whatever its status, or why there is none."""
        ends = time.monotonic() + WHOLE_SECONDS
        try:
            for attempt in stamina.retry_context(
                on=again, attempts=ATTEMPTS, timeout=WHOLE_SECONDS, wait_initial=0.2, wait_max=1.0
            ):
                with attempt:
                    return self._sent(path, body, ends)
        except _PassingError as error:
            return _Reply(error.status, b"")
        except httpx.TimeoutException:
            return Silence.TIMED_OUT
        except _LargeError:
            return Silence.UNREADABLE
        except (httpx.HTTPError, httpx.InvalidURL, OSError):
            return Silence.UNREACHABLE
        return Silence.UNREACHABLE

    def _sent(self, path: str, body: bytes, ends: float) -> _Reply:
        left = ends - time.monotonic()
        if left <= 0:
            raise httpx.ReadTimeout("no time left")
        limits = httpx.Timeout(min(READ_SECONDS, left), connect=min(CONNECT_SECONDS, left))
        head = signing.headers(body, self._credential, self._now()) | PLAIN
        with (
            httpx.Client(
                verify=ssl.create_default_context(), trust_env=False, timeout=limits
            ) as client,
            client.stream("POST", self._address + path, content=body, headers=head) as told,
        ):
            if told.status_code in PASSING:
                raise _PassingError(told.status_code, _wait(told.headers.get("Retry-After")))
            return _Reply(told.status_code, _read(told, ends))


def _read(told: httpx.Response, ends: float) -> bytes:
    """The body, not longer than it may be and not slower than the whole call may take."""
    body = bytearray()
    for piece in told.iter_raw():
        body += piece
        if len(body) > LARGEST:
            raise _LargeError
        if time.monotonic() > ends:
            raise httpx.ReadTimeout("too slow")
    return bytes(body)


def _wait(told: str | None) -> float | None:
    """Seconds of a Retry-After; dates are not waited for."""
    return float(told) if told and told.isascii() and told.isdigit() else None


def _passing(error: Exception) -> bool | float:
    """A query only reads, so it may be sent again."""
    if isinstance(error, _PassingError):
        if error.wait is None:
            return True
        return max(0.1, error.wait) if error.wait <= LONGEST_WAIT else False
    return isinstance(error, httpx.TransportError)


def _never_sent(error: Exception) -> bool:
    return isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)


def _why(reply: _Reply | Silence) -> Silence:
    return _WHY.get(reply.status, Silence.FAILED) if isinstance(reply, _Reply) else reply
