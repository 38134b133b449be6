"""Lists of 对账: bills and their lines, the parcels they are held against, published tariffs."""
