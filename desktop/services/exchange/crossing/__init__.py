"""Acts that cross between halls: whose a case is, how it is handed over, what cannot both stand."""
