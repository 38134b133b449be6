"""到件: the projections of parcels that arrived. `arrival` holds tables and folds; no SQL of lists."""
