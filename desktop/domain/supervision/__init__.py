"""日志: which acts a log shows, in which columns, and by which rules they are counted."""
