"""The read side: one SQL text per list, order and limit in SQL; a single thing is folded anew."""
