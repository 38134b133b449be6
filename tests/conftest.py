"""What every test stands on: no display, and no folder of a real person."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.stores", "tests.offices"]

# Set while this file is read, so before any test module can import Qt or the settings. Each
# process of a parallel run makes a home of its own: nothing is shared, nothing real is touched.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["YICHUANG_HOME"] = tempfile.mkdtemp(prefix="yichuang-tests-")
HOME = Path(os.environ["YICHUANG_HOME"])

# a shared machine stalls for longer than an example may take by hypothesis' own default
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind, whatever the tests wrote into the home they were given."""
    shutil.rmtree(HOME, ignore_errors=True)
