"""Setting the hub up, and coming into it: what needs another login than a device's own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from desktop.domain.refusal import Refusal
from desktop.exchange import codes
from desktop.exchange.connection import opened, refusal, watched

SCHEMA = Path(__file__).parent / "hub_schema"
VERSION = 1
OLDEST = 130000
HOURS = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """`role` and `password` are the device's login from now on; `hall_key` is the hall's private
    key where this is not its first device, else empty.
    """

    hub: str
    hall: str
    hall_name: str
    role: str
    password: str
    hall_key: bytes


def init(dsn: str, hall: str, name: str, code: str) -> str:
    """Schema, roles and the main hall, in one transaction; the hub's id.

    `dsn` is an administrator's, used here alone; `code` lets the first device in. Refuses
    `hub_exists`, `hub_too_old` (found), `hub_unreachable`, `hub_not_allowed`.
    """
    try:
        with psycopg.connect(dsn, connect_timeout=5) as conn:
            if conn.info.server_version < OLDEST:
                raise Refusal("hub_too_old", found=conn.info.server_version // 10000)
            if conn.execute("SELECT to_regnamespace('yichuang')").fetchone() != (None,):
                raise Refusal("hub_exists")
            return _made(conn, hall, name, code)
    except psycopg.errors.InsufficientPrivilege as error:
        raise Refusal("hub_not_allowed", at="") from error
    except psycopg.Error as error:
        raise refusal(error) from error


def enrol(
    address: str, code: str, device: str, public: bytes, hall_public: bytes | None
) -> Enrolled:
    """Come in under a one-time code. `hall_public` None: the hall has a key already, take it.

    Refuses `invite_used`, `device_taken`, `hall_key_differs`, `hub_password` (no such code).
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    role = codes.role_of(code)
    password = secrets.token_urlsafe(32)
    with opened(address, role, codes.password_of(code)) as conn, watched(conn):
        row = conn.execute("SELECT * FROM yichuang.invited()").fetchone()
        assert row is not None
        hall, hall_name, sealed, hub = row
        hall_key = codes.unsealed(code, bytes(sealed)) if sealed else b""
        if hall_key:
            key = X25519PrivateKey.from_private_bytes(hall_key)
            hall_public = key.public_key().public_bytes_raw()
        verifier = _verifier(conn, password, role)
        told = conn.execute(
            "SELECT yichuang.enrol(%s, %s, %s, %s)", (device, verifier, public, hall_public)
        ).fetchone()
        assert told is not None
        return Enrolled(
            hub=hub, hall=hall, hall_name=hall_name, role=told[0], password=password,
            hall_key=hall_key,
        )  # fmt: skip


def _made(conn: psycopg.Connection[Any], hall: str, name: str, code: str) -> str:
    """Roles are the server's, the schema is the database's: roles may be there from another hub."""
    for role, rights in (
        ("yichuang_owner", "NOLOGIN CREATEROLE"),
        ("yichuang_station", "NOLOGIN"),
        ("yichuang_guest", "NOLOGIN"),
    ):
        if conn.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone() is None:
            conn.execute(f"CREATE ROLE {role} {rights}".encode())
    conn.execute("GRANT yichuang_station, yichuang_guest TO yichuang_owner WITH ADMIN OPTION")
    database = conn.info.dbname
    quoted = psycopg.sql.Identifier(database)
    conn.execute(
        psycopg.sql.SQL("GRANT CREATE, CONNECT ON DATABASE {} TO yichuang_owner").format(quoted)
    )
    conn.execute("GRANT yichuang_owner TO CURRENT_USER")
    conn.execute("SET ROLE yichuang_owner")
    for part in ("tables.sql", "rights.sql", "exchange.sql"):
        conn.execute((SCHEMA / part).read_bytes())
    hub = secrets.token_hex(8)
    conn.execute("INSERT INTO yichuang.hub (id, version) VALUES (%s, %s)", (hub, VERSION))
    conn.execute("SELECT yichuang.open_hall(%s, %s, true)", (hall, name))
    role = codes.role_of(code)
    verifier = _verifier(conn, codes.password_of(code), role)
    conn.execute(
        "SELECT yichuang.new_invite(%s, %s, %s, %s, ''::bytea, 'init', %s)",
        (role, verifier, hall, name, HOURS),
    )
    conn.execute("RESET ROLE")
    return hub


def _verifier(conn: psycopg.Connection[Any], password: str, role: str) -> str:
    return conn.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
