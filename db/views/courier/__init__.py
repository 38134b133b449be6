"""Lists of the courier beside the parcels themselves: one SQL text each."""
