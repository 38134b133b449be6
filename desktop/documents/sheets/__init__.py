"""Spreadsheets in and out: XLSX and CSV to plain text with coordinates, and back to XLSX."""
