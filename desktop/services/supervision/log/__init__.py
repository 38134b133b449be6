"""日志: reading it, exporting it, saved profiles, checking a file that was exported."""
