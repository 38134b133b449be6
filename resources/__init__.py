"""Data that ships: catalogue, calendar, theme, fonts, i18n, help. No logic lives here."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent
