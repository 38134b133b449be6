"""Lists of halls together."""
