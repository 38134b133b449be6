"""A connection to the hub: certificates checked, and no call that hangs for ever."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from desktop.domain.refusal import Refusal

CONNECT_SECONDS = 5
CALL_SECONDS = 20.0
"""A half-open connection answers nothing and ends nothing: then the socket is shut by ourselves."""
KEEPALIVE = "keepalives_idle=10 keepalives_interval=5 keepalives_count=3"

_REFUSALS = {
    "YC000": "hub_append_only",
    "YC001": "hub_revoked",
    "YC002": "hub_bad_request",
    "YC003": "hub_not_allowed",
    "YC004": "invite_used",
    "YC005": "device_taken",
    "YC006": "hall_key_differs",
    "YC007": "hub_unknown_device",
    "YC010": "hub_gap",
    "YC011": "fork",
    "YC012": "broken_chain",
    "YC013": "hub_history_differs",
}


# a refused login carries no code, only words in the server's language
_SHUT_OUT = ("is not permitted to log in", "进行登录")
_UNKNOWN = ("password authentication failed", "认证失败")


def checked(address: str) -> str:
    """An address as it may be kept: without a password, and with certificates checked unless the
    server is this machine. Refuses `hub_address` and `hub_address_password`.
    """
    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(address.strip()))
    except psycopg.Error as error:
        raise Refusal("hub_address", address=address) from error
    if not parts.get("host"):
        raise Refusal("hub_address", address=address)
    if parts.pop("password", None):
        raise Refusal("hub_address_password")
    parts.pop("user", None)
    if not _here(str(parts["host"])):
        parts["sslmode"] = "verify-full"
        parts.setdefault("sslrootcert", "system")
    return make_conninfo("", **parts)


def public_part(dsn: str) -> str:
    """What stations may be told of an administrator's login: where the hub is, not who enters.

    Refuses `hub_dsn` without repeating it: a password may stand in it.
    """
    try:
        parts = dict(conninfo_to_dict(dsn.strip()))
    except psycopg.Error:
        raise Refusal("hub_dsn") from None
    if not parts.get("host"):
        raise Refusal("hub_dsn")
    kept = {
        name: parts[name] for name in ("host", "port", "dbname", "sslrootcert") if name in parts
    }
    return checked(make_conninfo("", **kept))


def opened(address: str, user: str, password: str) -> psycopg.Connection[Any]:
    """Refuses `hub_unreachable` (why), `hub_password`."""
    try:
        return psycopg.connect(
            make_conninfo(f"{address} {KEEPALIVE}"),
            user=user,
            password=password,
            autocommit=True,
            connect_timeout=CONNECT_SECONDS,
            application_name="yichuang",
            tcp_user_timeout=int(CALL_SECONDS * 1000),
        )
    except psycopg.OperationalError as error:
        raise refusal(error) from error


@contextmanager
def watched(conn: psycopg.Connection[Any], seconds: float = CALL_SECONDS) -> Iterator[None]:
    """Within: the server's words as refusals, and an end after so many seconds come what may."""
    timer = threading.Timer(seconds, shut, (conn,))
    timer.daemon = True
    timer.start()
    try:
        yield
    except psycopg.Error as error:
        raise refusal(error) from error
    finally:
        timer.cancel()


def refusal(error: psycopg.Error) -> Refusal:
    """The server's word as ours."""
    code = _REFUSALS.get(error.sqlstate or "")
    if code:
        return Refusal(code, at=error.diag.message_detail or "")
    told = str(error)
    if any(words in told for words in _SHUT_OUT):
        return Refusal("hub_revoked")
    if (error.sqlstate or "").startswith("28") or any(words in told for words in _UNKNOWN):
        return Refusal("hub_password")
    if (error.sqlstate or "").startswith("53"):
        return Refusal("hub_full")
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return Refusal("hub_unreachable", why="".join(str(error).strip().splitlines()[-1:]))
    return Refusal("hub_failed", why=error.sqlstate or str(error))


def _here(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return False


def shut(conn: psycopg.Connection[Any]) -> None:
    """From the watchdog's thread or another: wakes whoever waits on this socket."""
    with suppress(OSError, psycopg.Error):
        duplicate = socket.socket(fileno=socket.dup(conn.fileno()))
        duplicate.shutdown(socket.SHUT_RDWR)
        duplicate.close()
