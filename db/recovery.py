"""The recovery code: printed once at first run, kept sealed, opens every backup."""

from __future__ import annotations

import secrets

from desktop.domain.trust.typed_code import ALPHABET as ALPHABET
from desktop.domain.trust.typed_code import DRAWN, code_of
from desktop.domain.trust.typed_code import plain_code as plain_code


def new_code() -> str:
    """`XXXX-XXXX-…`, eight groups."""
    return code_of("".join(secrets.choice(ALPHABET) for _ in range(DRAWN)))
