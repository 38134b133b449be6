"""Verbs of 对账: read and compare a carrier's bill, import, dispute, credit, sign off; the tariff."""
