"""交一表: the form's file, and what the counter does with it."""
