"""Care of the record: verify, rebuild, back up, restore, purge."""
