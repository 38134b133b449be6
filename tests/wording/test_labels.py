"""Every member of every enum of the domain has a Chinese label."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

import desktop.domain
from desktop.domain.cases.draft import Channel, Way
from desktop.domain.courier.carriers import CARRIERS
from desktop.wording.labels import LABELS, carrier_label, label

ROOMS = (
    "advice",
    "cases",
    "courier",
    "custody",
    "billing",
    "cases",
    "courier",
    "halls",
    "handling",
    "identity",
    "licences",
    "themes",
)


def enums() -> list[type[StrEnum]]:
    """The enums that the rooms define."""
    found = set()
    for room in ROOMS:
        package = importlib.import_module(f"desktop.domain.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            name = f"{package.__name__}.{module.name}"
            for value in vars(importlib.import_module(name)).values():
                if isinstance(value, type) and issubclass(value, StrEnum):
                    found.add(value)
    return sorted(
        (one for one in found if one is not StrEnum and one.__module__.split(".")[2] in ROOMS),
        key=lambda one: one.__qualname__,
    )


@pytest.mark.parametrize("enum", enums(), ids=lambda enum: str(enum.__name__))
def test_every_member_has_a_label_of_its_own(enum: type[StrEnum]) -> None:
    table = LABELS[enum]
    assert set(table) == set(enum)
    assert len(set(table.values())) == len(table)
    assert all(any("\u4e00" <= char <= "\u9fff" for char in text) for text in table.values())


def test_equal_members_of_two_enums_keep_their_own_labels() -> None:
    assert str(Way.COURIER) == str(Channel.COURIER)
    assert label(Way.COURIER) == "免费寄递"
    assert label(Channel.COURIER) == "寄递"


def test_what_has_no_table_is_its_own_label() -> None:
    assert label("行政许可") == "行政许可"
    assert label(7) == "7"
    assert carrier_label("") == ""
    assert {carrier_label(one.code) for one in CARRIERS} == {one.name for one in CARRIERS}


def test_the_domain_is_where_the_rooms_are() -> None:
    assert set(ROOMS) <= {module.name for module in pkgutil.iter_modules(desktop.domain.__path__)}
