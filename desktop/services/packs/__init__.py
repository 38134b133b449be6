"""Packs in and out: reading, checking, publishing, writing them again."""
