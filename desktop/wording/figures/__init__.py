"""Words of 看板 and 月报."""
