"""What `main.py` puts into the office, in its order: papers, ledgers."""

from desktop.documents.ledgers.formats import LEDGERS
from desktop.documents.renderer import PdfRenderer

DOORS = (PdfRenderer(), LEDGERS)
"""Each loads what it needs when first used."""
