from dataclasses import replace

from desktop.domain.packs.difference import difference
from tests.domain.guidance.shipped import catalogue


def test_a_pack_against_what_is_in_force() -> None:
    old = catalogue().items
    new = {
        "ZZ01": replace(old["SP01"], id="ZZ01"),
        "SP01": replace(old["SP01"], name="另一个名字"),
        "SP02": old["SP02"],
    }
    found = difference(old, new)
    assert (found.added, found.changed, found.same) == (("ZZ01",), ("SP01",), ("SP02",))
    assert found.taken == ("ZZ01", "SP01")
