"""办件: the draft at the counter, what is ticked, the moves a case may make, its papers."""
