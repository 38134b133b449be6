"""Composition root: settings → store → services → window or command."""

from __future__ import annotations

import sys

from desktop.cli.app import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
