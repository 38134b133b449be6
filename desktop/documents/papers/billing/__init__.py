"""对账: the sheet that both sides sign."""
