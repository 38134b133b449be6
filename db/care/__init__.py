"""Care of the file: verify the chains, rebuild the projections, back up, restore, purge."""
