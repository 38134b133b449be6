"""The door that `main.py` puts into the office: the driver is loaded when somebody first meets a hub."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.exchange.bundle import Bundle
from desktop.domain.exchange.membership import Enrolled, Founded, Membership
from desktop.services.ports import Hub


class PgHubs:
    """Hubs on PostgreSQL, and bundle files (`desktop.services.ports.Hubs`)."""

    def found(self, dsn: str, hall: str, name: str) -> Founded:
        from desktop.exchange import admin
        from desktop.exchange.connection import public_part

        address = public_part(dsn)
        hub, code = admin.init(dsn, hall, name)
        return Founded(hub=hub, address=address, code=code)

    def let_in(self, dsn: str, hall: str, name: str, hours: int) -> Founded:
        from desktop.exchange import admin
        from desktop.exchange.connection import public_part

        address = public_part(dsn)
        return Founded(hub="", address=address, code=admin.let_in(dsn, hall, name, hours))

    def connect(self, membership: Membership) -> Hub:
        from desktop.exchange.hub import PgHub

        return PgHub(membership.address, membership.role, membership.password)

    def enrol(
        self, address: str, code: str, device: str, hall: str, hall_public: bytes
    ) -> Enrolled:
        from desktop.exchange import admin

        return admin.enrol(address, code, device, hall, hall_public)

    def invite(
        self, membership: Membership, hall: str, name: str, private: bytes, hours: int
    ) -> str:
        from desktop.exchange import admin

        return admin.invite(membership, hall, name, private, hours)

    def revoke(self, membership: Membership, device: str) -> None:
        from desktop.exchange.hub import PgHub

        with PgHub(membership.address, membership.role, membership.password) as hub:
            hub.revoke(device)

    def public_key(self, membership: Membership) -> bytes:
        from desktop.exchange import signing

        return signing.public_of(bytes.fromhex(membership.signing_key))

    def sign(self, membership: Membership, told: bytes) -> bytes:
        from desktop.exchange import signing

        return signing.sign(bytes.fromhex(membership.signing_key), told)

    def signed(self, public: bytes, signature: bytes, told: bytes) -> bool:
        from desktop.exchange import signing

        return signing.signed(public, signature, told)

    def write_bundle(self, to: Path, bundle: Bundle, membership: Membership) -> str:
        from desktop.exchange import bundle_file

        return bundle_file.write(to, bundle, membership)

    def read_bundle(self, path: Path, membership: Membership, private: bytes) -> Bundle:
        from desktop.exchange import bundle_file

        return bundle_file.read(path, membership, private)
