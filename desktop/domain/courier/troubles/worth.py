"""Which parcels have to be looked at when troubles are told, and what lists keep of what was done."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.courier.shipment import Shipment
from desktop.domain.courier.steps import UNDER_WAY, ShipmentStage, SignedBy
from desktop.domain.courier.troubles.kinds import OF_STAGE, Trouble

BY_HAND_OF = {SignedBy.OTHER: Trouble.BY_OTHER, SignedBy.LOCKER: Trouble.LOCKER}


def worth_looking(parcel: Shipment) -> bool:
    """Whether it could have a trouble some day, as long as nothing more is told of it."""
    if parcel.stage in UNDER_WAY or parcel.followups.open:
        return True
    trouble = OF_STAGE.get(parcel.stage)
    if parcel.stage is ShipmentStage.SIGNED and parcel.signed_by is not None:
        trouble = BY_HAND_OF.get(parcel.signed_by)
    if trouble is not None and not _over(parcel, trouble, parcel.moved_at):
        return True
    unknown = unknown_at(parcel)
    return (
        unknown is not None
        and unknown >= (parcel.moved_at or parcel.created_at)
        and not _over(parcel, Trouble.UNKNOWN_CODE, unknown)
    )


def unknown_at(parcel: Shipment) -> datetime | None:
    """When the carrier last told what nobody can read."""
    return max((event.at for event in parcel.progress.unknown), default=None)


def near(parcel: Shipment) -> bool:
    """同城, as far as both addresses name their city."""
    city = parcel.sender.city.strip()
    return bool(city) and city == parcel.receiver.city.strip()


def _over(parcel: Shipment, trouble: Trouble, since: datetime | None) -> bool:
    at = parcel.followups.settled.get(trouble)
    return at is not None and (since is None or at >= since)
