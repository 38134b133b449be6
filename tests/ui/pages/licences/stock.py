"""Licences around 23 November 2026, in each of the states the page knows."""

from __future__ import annotations

from datetime import date

from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import PartyKind
from desktop.domain.licences.entries import EndWhy, LicenceHolder
from desktop.services.licences import register
from desktop.services.office import Office
from tests.ui.conftest import CLERK, SUPERVISOR

PERSON = LicenceHolder(name="李晓敏", id_number="11010519491231002X")
FIRM = LicenceHolder(
    kind=PartyKind.ORGANISATION,
    name="北京某某医疗器械科技发展有限公司",
    id_kind=IdKind.USCC,
    id_number="91110000600037341L",
)
STOCK: tuple[tuple[str, str, date | None, LicenceHolder], ...] = (
    ("SP01", "JY11115000012345", date(2026, 12, 17), PERSON),
    ("SP01", "JY11115000067890", date(2026, 12, 4), PERSON),
    ("SP01", "JY11115000011111", date(2027, 4, 9), PERSON),
    ("YX02", "京亦药监械经营许20210007号", date(2027, 3, 1), FIRM),
    ("WS01", "京卫公证字〔2022〕第110号", date(2031, 11, 22), FIRM),
    ("QY01", "91110000600037341L", None, FIRM),
    ("HB02", "91110000600037341L001Q", date(2026, 10, 31), FIRM),
    ("SP01", "JY11115000099999", date(2028, 1, 1), PERSON),
)


def stock(office: Office) -> None:
    """Enter them by hand; the last one is ended."""
    for item, number, until, holder in STOCK:
        valid = (date(2021, 12, 1), until)
        told = register.by_hand(office, item, number, holder, valid, "既有证照登记")
        register.enter(office, CLERK, told)
    day = date(2026, 11, 2)
    register.end(office, SUPERVISOR, "SP01:JY11115000099999", EndWhy.CANCELLED, day, "申请注销")
