"""The door that `main.py` puts into the office: the network library is loaded when somebody first
asks a carrier.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.domain.courier.carrying.credentials import CarrierPlace, Credentials
from desktop.services.ports import CarrierService


def tracking_service(
    place: CarrierPlace, held: Credentials, now: Callable[[], datetime]
) -> CarrierService:
    """The service at this place (`README.md` is its contract)."""
    from desktop.couriers.kuaidi100 import Kuaidi100

    return Kuaidi100(place, held, now)
