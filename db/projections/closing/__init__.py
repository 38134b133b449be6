"""交班: who answers for what since it was handed over."""
