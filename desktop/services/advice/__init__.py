"""The verb of 咨询, and what a supervisor counts of it."""
