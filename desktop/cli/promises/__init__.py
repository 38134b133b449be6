"""Commands about promises: the list of bad records."""
