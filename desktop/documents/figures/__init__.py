"""看板 and 月报 on paper and as files."""
