"""日志: rows by key, figures by GROUP BY, one entry; each over one state of the file."""
