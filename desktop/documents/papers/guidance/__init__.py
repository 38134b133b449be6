"""Papers and parts of papers on guidance: what is asked for, deferred, promised, saved."""
