"""What `main.py` puts into the office, in its order: papers, ledgers, spreadsheets."""

from desktop.documents.ledgers.formats import LEDGERS
from desktop.documents.renderer import PdfRenderer
from desktop.documents.sheets.files import SheetFiles

DOORS = (PdfRenderer(), LEDGERS, SheetFiles())
"""Each loads what it needs when first used."""
