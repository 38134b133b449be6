"""一件事: planning a theme, taking it in with one submission, beginning its stages."""
