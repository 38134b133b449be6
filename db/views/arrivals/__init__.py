"""到件: the lists of parcels that arrived, one SQL text each."""
