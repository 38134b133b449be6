"""Setting the hub up, and coming into it: what needs another login than a device's own."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import psycopg
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.domain.exchange.membership import Enrolled, Membership
from desktop.domain.refusal import Refusal
from desktop.domain.trust.typed_code import plain_code
from desktop.exchange import codes
from desktop.exchange.connection import checked, opened, refusal, watched
from desktop.exchange.hub import PgHub
from desktop.exchange.signing import new_key

SCHEMA = Path(__file__).parent / "hub_schema"
VERSION = 1
OLDEST = 130000
HOURS = 72
_NEW_INVITE = "SELECT yichuang.new_invite(%s, %s, %s, %s, ''::bytea, %s, %s)"


def init(dsn: str, hall: str, name: str) -> tuple[str, str]:
    """Schema, roles and the main hall, in one transaction; the hub's id and the one-time code that
    lets its first device in. `dsn` is an administrator's, used here alone. Refuses
    `hub_exists`, `hub_too_old` (found), `hub_unreachable`, `hub_not_allowed`.
    """
    try:
        with psycopg.connect(dsn, connect_timeout=5) as conn:
            if conn.info.server_version < OLDEST:
                raise Refusal("hub_too_old", found=conn.info.server_version // 10000)
            if conn.execute("SELECT to_regnamespace('yichuang')").fetchone() != (None,):
                raise Refusal("hub_exists")
            code = codes.new_code()
            return _made(conn, hall, name, plain_code(code)), code
    except psycopg.errors.InsufficientPrivilege as error:
        raise Refusal("hub_not_allowed", at="") from error
    except psycopg.Error as error:
        raise refusal(error) from error


def let_in(dsn: str, hall: str, name: str, hours: int) -> str:
    """A one-time code by an administrator, where no device is left to issue one: it carries no
    hall's key, so who comes by it has it already, out of a backup. Refuses `hub_absent`.
    """
    code = codes.new_code()
    plain = plain_code(code)
    try:
        with psycopg.connect(dsn, connect_timeout=5) as conn:
            if conn.execute("SELECT to_regnamespace('yichuang')").fetchone() == (None,):
                raise Refusal("hub_absent")
            conn.execute("SET ROLE yichuang_owner")
            told = (codes.role_of(plain), _verifier(conn, codes.password_of(plain)), hall, name)
            conn.execute(_NEW_INVITE, (*told, "administrator", hours))
    except psycopg.errors.InsufficientPrivilege as error:
        raise Refusal("hub_not_allowed", at="") from error
    except psycopg.Error as error:
        raise refusal(error) from error
    return code


def enrol(address: str, code: str, device: str, hall: str, hall_public: bytes) -> Enrolled:
    """Come in under a one-time code, `code` as it was read out.

    Refuses `hub_address`, `recovery_code_mistyped`, `hub_password` (no such code), `invite_used`,
    `other_hall` (the code is for another hall), `device_taken`, `hall_key_differs`.
    """
    code, address = plain_code(code), checked(address)
    private, public = new_key()
    password = secrets.token_urlsafe(32)
    with _invited(address, code) as conn, watched(conn):
        told = conn.execute("SELECT * FROM yichuang.invited()").fetchone()
        assert told is not None
        if told[0] != hall:
            raise Refusal("other_hall", hall=told[0], name=told[1], own=hall)
        key = codes.unsealed(code, bytes(told[2])) if told[2] else b""
        if key:
            hall_public = X25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()
        values = (device, _verifier(conn, password), public, hall_public)
        row = conn.execute("SELECT yichuang.enrol(%s, %s, %s, %s)", values).fetchone()
        assert row is not None
        membership = Membership(
            hub=told[3], hall=told[0], address=address, role=row[0], password=password,
            signing_key=private.hex(),
        )  # fmt: skip
        return Enrolled(membership=membership, hall_name=told[1], hall_key=key)


def _invited(address: str, code: str) -> psycopg.Connection[Any]:
    try:
        return opened(address, codes.role_of(code), codes.password_of(code))
    except Refusal as told:
        raise Refusal("invite_used") if told.code == "hub_revoked" else told from None


def invite(membership: Membership, hall: str, name: str, private: bytes, hours: int) -> str:
    """A one-time code; only what is derived from it goes to the hub."""
    code = codes.new_code()
    plain = plain_code(code)
    with PgHub(membership.address, membership.role, membership.password) as hub:
        sealed = codes.sealed(plain, private) if private else b""
        verifier = hub.verifier(codes.password_of(plain))
        hub.invite(codes.role_of(plain), verifier, hall, name, sealed, hours)
    return code


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
    conn.execute(
        psycopg.sql.SQL("REVOKE TEMPORARY, CREATE ON DATABASE {} FROM PUBLIC").format(quoted)
    )
    if conn.execute("SELECT to_regnamespace('public')").fetchone() != (None,):
        conn.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    conn.execute("GRANT yichuang_owner TO CURRENT_USER")
    conn.execute("SET ROLE yichuang_owner")
    for part in ("tables.sql", "rights.sql", "exchange.sql", "notices.sql", "packs.sql"):
        conn.execute((SCHEMA / part).read_bytes())
    hub = secrets.token_hex(8)
    conn.execute("INSERT INTO yichuang.hub (id, version) VALUES (%s, %s)", (hub, VERSION))
    conn.execute("SELECT yichuang.open_hall(%s, %s, true)", (hall, name))
    role = codes.role_of(code)
    verifier = _verifier(conn, codes.password_of(code))
    conn.execute(_NEW_INVITE, (role, verifier, hall, name, "init", HOURS))
    conn.execute("RESET ROLE")
    return hub


def _verifier(conn: psycopg.Connection[Any], password: str) -> str:
    return conn.pgconn.encrypt_password(password.encode(), b"station", b"scram-sha-256").decode()
