"""日志: its views, what they total, the manifest of an export, saved profiles."""
