"""看板 and 月报: figures as marks; every mark opens the rows behind it."""
