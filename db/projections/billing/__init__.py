"""对账: bills with their lines, published tariffs, and parcels as a bill is held against them."""
