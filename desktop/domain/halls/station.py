"""What a station is called and how it likes its screen; `desktop.settings` keeps it in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Hall, window and device as papers and numbers name them.

    `hall` and `device` are parts of every number (`hall-yyyymmdd-device-seq`): letters and
    digits only. `licence_source` is the address e-licences are asked at, `enquiry_address` where an
    applicant's QR leads, number and hash behind it; empty where there is none. `unnamed` is a
    station that a command set up before the first run.
    digits only. `licence_source` is the address e-licences are
    asked at, `courier_address` that of the tracking service and `courier_orders` where pickups are
    ordered; empty where there is none. `unnamed` is a station that a command set up before the first run.
    """

    hall: str = "BJ00"
    hall_name: str = "未命名大厅"
    organ: str = "（机关全称未设置）"
    window: str = "1"
    device: str = "A01"
    phone: str = ""
    complaints: str = ""
    address: str = ""
    hours: str = ""
    privacy_contact: str = ""
    review_organ: str = ""
    court: str = ""
    theme: str = "light"
    font_px: int = 16
    idle_minutes: int = 5
    licence_source: str = ""
    enquiry_address: str = ""
    courier_address: str = ""
    courier_orders: str = ""
    unnamed: bool = True
