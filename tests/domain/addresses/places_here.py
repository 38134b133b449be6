"""The table of places that ships, read once for the tests."""

from desktop.domain.addresses.places import Places
from desktop.services.addresses.places import load_places
from resources import ROOT


def places() -> Places:
    return load_places(ROOT / "places")
