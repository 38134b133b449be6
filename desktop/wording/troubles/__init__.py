"""Chinese of what goes wrong with parcels: labels, sentences, refusals, and what letters say."""
