"""咨询: a question asked at the counter, by telephone or online, and what was shown for it."""
