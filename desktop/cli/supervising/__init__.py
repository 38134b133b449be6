"""Commands of the supervisor's desk, a module per piece."""
