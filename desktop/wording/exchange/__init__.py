"""Words of halls together: acts, refusals, how the exchange stands."""
