"""Labels for parcels, 100 × 150 mm: black alone, for thermal printers."""
