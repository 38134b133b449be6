"""日志: what was done in a range of days, counted, and exported with the chains' heads."""
