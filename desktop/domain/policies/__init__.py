"""Support policies (科创20条): conditions, amounts, ceilings; and what a business scope needs."""
