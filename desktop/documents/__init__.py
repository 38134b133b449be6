"""Bytes out: papers, labels and ledgers. `render(value)` gives bytes and reads no store.

A room per trade: ink (faces, lines of text, the pen, barcodes), layout (pages, tables, how they
flow), papers (what stands on each), labels, ledgers (the log as CSV, XLSX, PDF, JSON).
"""
